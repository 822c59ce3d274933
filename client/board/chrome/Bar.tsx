// A bar of commands at a selected stage, lane, persona or map: above it where there is room, else below.
import { ActionIcon } from '@mantine/core'
import type { TablerIcon } from '@tabler/icons-react'
import type { TLShapeId } from '@tldraw/tldraw'
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import classes from '#client/board/chrome/bar.module.css'
import {
  inspectorId,
  inspectorKey,
  useKeptFromBoard,
  useScreenBox,
} from '#client/board/chrome/beside-selection.ts'
import { LightAndLock } from '#client/board/together/SelectionBar.tsx'

const gap = 8

type Props = {
  shapeId: TLShapeId
  label: string
  /** Of a shape that is much larger than where one takes hold of it; px at 100 %. */
  headHeight?: number
  children: ReactNode
}

export function Bar({ shapeId, label, headHeight, children }: Props) {
  const box = useScreenBox(shapeId, headHeight)
  if (!box) return null
  return (
    <BarAt box={box} label={label}>
      {children}
      <LightAndLock shapeId={shapeId} />
    </BarAt>
  )
}

type ScreenBox = Exclude<ReturnType<typeof useScreenBox>, null>

/** Beside whatever lies in this box of the screen. */
export function BarAt({ box, label, children }: { box: ScreenBox; label: string; children: ReactNode }) {
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
  const { width, height } = size ?? { width: 0, height: 0 }
  const above = box.top - gap - height
  const below = Math.min(box.bottom + gap, box.boardHeight - gap - height)
  const place = {
    left: Math.max(gap, Math.min(box.left, box.boardWidth - gap - width)),
    top: above >= gap ? above : Math.max(gap, below),
  }
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
