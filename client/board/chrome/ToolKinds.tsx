// A tool that comes in several kinds: the button uses the last one, the corner beside it opens the others.
import { Menu } from '@mantine/core'
import { IconCheck, type TablerIcon } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { RailTool } from '#client/board/chrome/RailTool.tsx'
import classes from '#client/board/chrome/rail.module.css'

type Props<Kind extends string> = {
  /** Of the corner and its menu. */
  label: string
  kinds: readonly { kind: Kind; label: string; letter: string; Icon: TablerIcon }[]
  chosen: Kind
  isOn: boolean
  onUse: (kind: Kind) => void
  /** Where a click by keyboard has no place on the canvas. */
  onKeyboard?: (kind: Kind) => void
  text?: string | undefined
}

export function ToolKinds<Kind extends string>(props: Props<Kind>) {
  const { label, kinds, chosen, isOn, onUse, onKeyboard, text } = props
  const [isOpen, setIsOpen] = useState(false)
  const corner = useRef<HTMLButtonElement>(null)
  const current = kinds.find(({ kind }) => kind === chosen) ?? kinds[0]
  if (!current) return null
  return (
    <div className={classes.kinds}>
      <RailTool
        label={current.label}
        text={text}
        letter={current.letter}
        Icon={current.Icon}
        isOn={isOn}
        // Once more on what is in hand already: on a tablet the corner is small.
        onUse={() => (isOn ? setIsOpen(true) : onUse(current.kind))}
        onKeyboard={onKeyboard && (() => onKeyboard(current.kind))}
      />
      <Menu
        opened={isOpen}
        onChange={setIsOpen}
        position="right-start"
        offset={6}
        withinPortal
        // It would be a child without a role in the menu.
        withInitialFocusPlaceholder={false}
        // Whoever has chosen goes on with the card that the choice has opened.
        returnFocus={false}
        classNames={{ dropdown: classes.menu, item: classes.item }}
      >
        <Menu.Target>
          <button ref={corner} type="button" className={classes.corner} aria-label={label} title={label}>
            <svg viewBox="0 0 8 8" width="8" height="8" aria-hidden>
              <path d="M8 0v8H0z" fill="currentColor" />
            </svg>
          </button>
        </Menu.Target>
        <Menu.Dropdown
          aria-label={label}
          onKeyDown={({ key }) => {
            if (key === 'Escape') corner.current?.focus()
          }}
        >
          {kinds.map(({ kind, label: name, letter, Icon }) => (
            <Menu.Item
              key={kind}
              aria-current={kind === chosen || undefined}
              aria-keyshortcuts={letter}
              leftSection={<Icon size={20} stroke={1.6} aria-hidden />}
              rightSection={
                <>
                  <kbd className={classes.letter}>{letter.toUpperCase()}</kbd>
                  <IconCheck
                    size={16}
                    stroke={1.6}
                    style={{ visibility: kind === chosen ? 'visible' : 'hidden' }}
                    aria-hidden
                  />
                </>
              }
              onClick={(event) => (event.detail === 0 && onKeyboard ? onKeyboard(kind) : onUse(kind))}
            >
              {name}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}
