// A card in a cell of the matrix: short, with what tells it from the others.
import { VisuallyHidden } from '@mantine/core'
import { IconFlag, IconLock, IconStack2 } from '@tabler/icons-react'
import { memo } from 'react'
import { boardTexts } from '#client/board/board-texts.ts'
import { ActionsOf } from '#client/board/together/ActionMarks.tsx'
import { CardDotButton } from '#client/board/together/CardDotButton.tsx'
import { HereOf } from '#client/board/together/HereMark.tsx'
import { OpenMenu } from '#client/board/twin/CardMenu.tsx'
import { freeColor } from '#client/board/twin/free-color.ts'
import classes from '#client/board/twin/matrix/matrix.module.css'
import { departmentTitle, titleOf } from '#client/board/twin/names.ts'
import { PeerFlag, type PeerLook } from '#client/board/twin/PeerFlag.tsx'
import paper from '#client/board/twin/paper.module.css'
import { twinTexts } from '#client/board/twin/twin-texts.ts'
import { useTwin } from '#client/board/twin/twin-tools.ts'
import { DepartmentShape } from '#client/ui/DepartmentShape.tsx'
import { departmentPlace } from '#client/ui/department-shapes.ts'
import { formatNumber } from '#client/ui/format.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { CardShape, NoteKind } from '#shared/board/shapes.ts'

type Props = {
  card: CardShape
  /** Of notes in a lane that says what they are. */
  laneKind: NoteKind | null
  /** Under a heading. */
  count: number
  isFocused: boolean
  isLocked: boolean
  isMenuOpen: boolean
  peers: readonly PeerLook[]
  /** The same functions always. */
  onOpen: (card: string) => void
  onMenu: (card: string, isOpen: boolean) => void
}

export const MatrixCard = memo(function MatrixCard(props: Props) {
  const { card, laneKind, isFocused, isLocked, isMenuOpen, peers, onOpen, onMenu } = props
  const { isReadOnly } = useTwin()
  const say = useTexts(twinTexts)
  const button = (
    <button
      type="button"
      tabIndex={isFocused ? 0 : -1}
      className={`${paper.paper} ${classes.card}`}
      data-id={card.id}
      data-type={card.type}
      data-kind={card.type === 'sticky-note' ? (card.props.kind ?? laneKind) : undefined}
      style={card.type === 'sticky-note' ? freeColor(card.props.color) : undefined}
      data-moment={(card.type === 'touchpoint' && card.props.momentOfTruth) || undefined}
      onClick={() => onOpen(card.id)}
      onContextMenu={(event) => {
        event.preventDefault()
        onMenu(card.id, true)
      }}
    >
      <Words {...props} />
      {peers.length > 0 && <PeerFlag peers={peers} />}
    </button>
  )
  return (
    <li className={classes.item}>
      {isMenuOpen ? (
        <OpenMenu
          id={card.id}
          isFixed={isReadOnly || isLocked}
          beyond="lane"
          onClose={() => onMenu(card.id, false)}
          button={button}
        />
      ) : (
        button
      )}
      <CardDotButton shapeId={card.id} title={titleOf(card, say)} />
    </li>
  )
})

function Words({ card, laneKind, count, isLocked }: Props) {
  const { departments, language } = useTwin()
  const say = useTexts(twinTexts)
  const sayBoard = useTexts(boardTexts)
  const departmentId = card.type === 'cluster' ? null : card.props.departmentId
  const figure = (value: number | null) => (value === null ? '–' : formatNumber(value, language))
  const kind = card.type === 'sticky-note' ? (card.props.kind ?? laneKind) : null
  return (
    <>
      {card.type === 'cluster' && (
        <span className={classes.small}>
          <IconStack2 size={16} stroke={1.6} aria-hidden />
          {say('cards', { count })}
        </span>
      )}
      {card.type === 'sticky-note' && <VisuallyHidden>{sayBoard(kind ?? 'note')}: </VisuallyHidden>}
      <span className={classes.words}>
        {departmentId !== null && (
          <>
            <DepartmentShape place={departmentPlace(departments, departmentId)} size={12} />
            <VisuallyHidden>{departmentTitle(departments, departmentId, sayBoard)}: </VisuallyHidden>
          </>
        )}
        <span>
          {titleOf(card, say)} <HereOf shapeId={card.id} /> <ActionsOf shapeId={card.id} />
        </span>
      </span>
      {card.type === 'touchpoint' && (card.props.actual !== null || card.props.target !== null) && (
        <span className={classes.small}>
          {sayBoard('actual')} {figure(card.props.actual)} · {sayBoard('target')} {figure(card.props.target)}
        </span>
      )}
      {card.type === 'touchpoint' && card.props.momentOfTruth && (
        <span className={classes.strong}>
          <IconFlag size={16} stroke={1.6} aria-hidden />
          {sayBoard('momentOfTruth')}
        </span>
      )}
      {isLocked && (
        <span className={classes.small}>
          <IconLock size={16} stroke={1.6} aria-hidden />
          {say('locked')}
        </span>
      )}
    </>
  )
}
