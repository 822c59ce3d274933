// A bar of commands at what is selected: above it where there is room, else below, else beside it.
import { ActionIcon } from '@mantine/core'
import type { TablerIcon } from '@tabler/icons-react'
import type { TLShapeId } from '@tldraw/tldraw'
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import classes from '#client/board/chrome/bar.module.css'
import { barPlace, type ScreenBox } from '#client/board/chrome/bar-place.ts'
import {
  type Head,
  inspectorId,
  inspectorKey,
  useKeptFromBoard,
  useScreenBox,
} from '#client/board/chrome/beside-selection.ts'
import { LightAndLock } from '#client/board/together/SelectionBar.tsx'

type Props = {
  shapeId: TLShapeId
  label: string
  head?: Head
  /** While something is asked only that can be answered. */
  isQuestion?: boolean
  children: ReactNode
}

export function Bar({ shapeId, label, head, isQuestion = false, children }: Props) {
  const box = useScreenBox(shapeId, head)
  if (!box) return null
  return (
    <BarAt box={box} label={label} isBesideFirst={head !== undefined}>
      {children}
      {!isQuestion && <LightAndLock shapeId={shapeId} />}
    </BarAt>
  )
}

type AtProps = {
  box: ScreenBox
  label: string
  /** Rather beside the box than below it, where there is no room above. */
  isBesideFirst?: boolean
  children: ReactNode
}

/** Beside whatever lies in this box of the screen. */
export function BarAt({ box, label, isBesideFirst = false, children }: AtProps) {
  const keep = useKeptFromBoard()
  const bar = useRef<HTMLElement | null>(null)
  const [size, setSize] = useState<{ width: number; height: number } | null>(null)
  useLayoutEffect(() => {
    const element = bar.current
    if (!element) return
    const measure = () => setSize({ width: element.offsetWidth, height: element.offsetHeight })
    const observer = new ResizeObserver(measure)
    measure()
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const place = barPlace(box, size ?? { width: 0, height: 0 }, isBesideFirst)
  return (
    <section
      ref={(element) => {
        bar.current = element
        return element ? keep(element) : undefined
      }}
      id={inspectorId}
      aria-keyshortcuts={inspectorKey}
      aria-label={label}
      className={classes.bar}
      data-bar
      style={{ ...place, visibility: size ? 'visible' : 'hidden' }}
      onPointerDown={(event) => event.stopPropagation()}
      onKeyDown={(event) => event.stopPropagation()}
    >
      {children}
    </section>
  )
}

type CommandProps = {
  label: string
  Icon: TablerIcon
  onUse: () => void
  /** Stays in its place, so that nothing jumps under the pointer, where there is nothing to do. */
  isOff?: boolean
  /** Of one that shows something more. */
  isOpen?: boolean
}

export function Command({ label, Icon, onUse, isOff = false, isOpen }: CommandProps) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={44}
      title={label}
      aria-label={label}
      aria-disabled={isOff}
      aria-expanded={isOpen}
      className={classes.command}
      onClick={() => !isOff && onUse()}
    >
      <Icon size={20} stroke={1.6} aria-hidden />
    </ActionIcon>
  )
}

/** Between groups of commands. */
export const Divider = () => <span className={classes.divider} aria-hidden />
