// What can be done with a card, for those who do not know the keys.
import { Menu } from '@mantine/core'
import {
  IconArrowsMove,
  IconChevronDown,
  IconChevronLeft,
  IconChevronRight,
  IconChevronUp,
  IconCopy,
  IconDots,
  IconFlag,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { MenuItems } from '#client/board/together/MenuItems.tsx'
import classes from '#client/board/twin/table/table.module.css'
import { twinTexts } from '#client/board/twin/twin-texts.ts'
import { useTwin } from '#client/board/twin/twin-tools.ts'
import { useActions } from '#client/board/twin/use-actions.ts'
import { useTexts } from '#client/ui/texts.ts'

type Props = {
  id: string
  title: string
  isOpen: boolean
  /** It can be looked at only. */
  isFixed: boolean
  beyond: 'lane' | 'stage'
  onOpen: () => void
  onClose: () => void
}

/** The menu itself is made when it is opened: a table has hundreds of rows. */
export function CardMenu(props: Props) {
  const say = useTexts(twinTexts)
  const button = (
    <button
      type="button"
      className={classes.more}
      tabIndex={-1}
      aria-label={say('moreFor', { title: props.title })}
      aria-haspopup="menu"
      onClick={props.isOpen ? props.onClose : props.onOpen}
    >
      <IconDots size={20} stroke={1.6} aria-hidden />
    </button>
  )
  return props.isOpen ? <OpenMenu {...props} button={button} /> : button
}

const icon = { size: 18, stroke: 1.6, 'aria-hidden': true } as const

type OpenProps = Omit<Props, 'title' | 'isOpen' | 'onOpen'> & {
  /** What it opens at; whoever opens it takes the focus back. */
  button: ReactNode
}

export function OpenMenu({ id, isFixed, beyond, onClose, button }: OpenProps) {
  const { edits, open } = useTwin()
  const actions = useActions()
  const say = useTexts(twinTexts)
  const shape = edits.now.shapes.get(id)
  const move = (direction: 'up' | 'down' | 'left' | 'right') => () => actions.moveBy(id, direction, beyond)
  return (
    <Menu opened onClose={onClose} returnFocus={false} position="bottom-end" withinPortal trapFocus>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil {...icon} />} onClick={() => open({ kind: 'shape', id })}>
          {say('open')}
        </Menu.Item>
        <MenuItems shapeId={id} />
        {!isFixed && (
          <>
            {shape?.type === 'touchpoint' && (
              <Menu.Item leftSection={<IconFlag {...icon} />} onClick={() => actions.toggleMoment(id)}>
                {say(shape.props.momentOfTruth ? 'unmarkMoment' : 'markMoment')}
              </Menu.Item>
            )}
            <Menu.Item leftSection={<IconArrowsMove {...icon} />} onClick={() => open({ kind: 'move', id })}>
              {say('moveTo')}
            </Menu.Item>
            <Menu.Item leftSection={<IconChevronUp {...icon} />} onClick={move('up')}>
              {say('up')}
            </Menu.Item>
            <Menu.Item leftSection={<IconChevronDown {...icon} />} onClick={move('down')}>
              {say('down')}
            </Menu.Item>
            <Menu.Item leftSection={<IconChevronLeft {...icon} />} onClick={move('left')}>
              {say('earlier')}
            </Menu.Item>
            <Menu.Item leftSection={<IconChevronRight {...icon} />} onClick={move('right')}>
              {say('later')}
            </Menu.Item>
            <Menu.Item leftSection={<IconCopy {...icon} />} onClick={() => actions.copy(id)}>
              {say('copy')}
            </Menu.Item>
            <Menu.Item leftSection={<IconTrash {...icon} />} onClick={() => actions.remove(id)}>
              {say('remove')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
