// A card in the list: it opens with everything that is said of it.
import { IconFlag, IconLock, IconStack2 } from '@tabler/icons-react'
import { boardTexts, channelText, stateText } from '#client/board/board-texts.ts'
import { ActionsOf } from '#client/board/together/ActionMarks.tsx'
import { CardDotButton } from '#client/board/together/CardDotButton.tsx'
import { HereOf } from '#client/board/together/HereMark.tsx'
import { freeColor } from '#client/board/twin/free-color.ts'
import classes from '#client/board/twin/list/list.module.css'
import { departmentTitle, titleOf } from '#client/board/twin/names.ts'
import { PeerFlag, type PeerLook } from '#client/board/twin/PeerFlag.tsx'
import paper from '#client/board/twin/paper.module.css'
import { ScoreTrack } from '#client/board/twin/ScoreTrack.tsx'
import { twinTexts } from '#client/board/twin/twin-texts.ts'
import { useTwin } from '#client/board/twin/twin-tools.ts'
import { DepartmentShape } from '#client/ui/DepartmentShape.tsx'
import { departmentPlace } from '#client/ui/department-shapes.ts'
import { formatNumber } from '#client/ui/format.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { CardShape, ClusterShape, NoteKind, NoteShape, TouchpointShape } from '#shared/board/shapes.ts'

type Props = {
  card: CardShape
  /** What a note is in its lane. */
  kind?: NoteKind | null
  /** Of a heading: what stands under it. */
  notes?: readonly NoteShape[]
  peers?: readonly PeerLook[]
}

export function CardRow({ card, kind = null, notes = [], peers = [] }: Props) {
  const { open, beAt } = useTwin()
  const say = useTexts(twinTexts)
  return (
    <li className={classes.item}>
      <button
        type="button"
        className={`${paper.paper} ${classes.card}`}
        data-card={card.id}
        data-type={card.type}
        data-kind={card.type === 'sticky-note' ? (card.props.kind ?? kind) : undefined}
        style={card.type === 'sticky-note' ? freeColor(card.props.color) : undefined}
        data-moment={(card.type === 'touchpoint' && card.props.momentOfTruth) || undefined}
        onFocus={() => beAt(card.id)}
        onClick={() => open({ kind: 'shape', id: card.id })}
      >
        {card.type === 'touchpoint' && <Touchpoint card={card} />}
        {card.type === 'sticky-note' && <Note card={card} kind={card.props.kind ?? kind} />}
        {card.type === 'cluster' && <Cluster card={card} count={notes.length} />}
        <HereOf shapeId={card.id} /> <ActionsOf shapeId={card.id} />
        {peers.length > 0 && <PeerFlag peers={peers} />}
      </button>
      <CardDotButton shapeId={card.id} title={titleOf(card, say)} hasNames />
      {notes.length > 0 && (
        <ul className={classes.under}>
          {notes.map((note) => (
            <CardRow key={note.id} card={note} kind={kind} />
          ))}
        </ul>
      )}
    </li>
  )
}

function Lock({ id }: { id: string }) {
  const { edits, isReadOnly } = useTwin()
  const say = useTexts(twinTexts)
  if (isReadOnly || edits.canChange(id)) return null
  return (
    <span className={classes.lock}>
      <IconLock size={16} stroke={1.6} aria-hidden />
      {say('locked')}
    </span>
  )
}

function Touchpoint({ card }: { card: TouchpointShape }) {
  const { departments, language } = useTwin()
  const say = useTexts(twinTexts)
  const sayBoard = useTexts(boardTexts)
  const { channel, departmentId, actual, target, momentOfTruth, state, notes } = card.props
  const figure = (value: number | null) => (value === null ? say('noValue') : formatNumber(value, language))
  return (
    <>
      {momentOfTruth && (
        <strong className={classes.moment}>
          <IconFlag size={16} stroke={1.6} aria-hidden />
          {sayBoard('momentOfTruth')}
        </strong>
      )}
      <span className={classes.head}>
        <DepartmentShape place={departmentPlace(departments, departmentId)} />
        <span>{departmentTitle(departments, departmentId, sayBoard)}</span>
        <span className={classes.channel}>{sayBoard(channelText(channel))}</span>
      </span>
      <span className={classes.name}>{titleOf(card, say)}</span>
      {(actual !== null || target !== null) && (
        <span className={classes.scores}>
          <ScoreTrack
            actual={actual}
            target={target}
            label={say('trackOf', { actual: figure(actual), target: figure(target) })}
          />
          <span className={classes.figures} aria-hidden>
            <span>
              {sayBoard('actual')} <b>{figure(actual)}</b>
            </span>
            <span>
              {sayBoard('target')} <b>{figure(target)}</b>
            </span>
          </span>
        </span>
      )}
      {state !== 'assumption' && <span className={classes.state}>{sayBoard(stateText(state))}</span>}
      {notes.trim() !== '' && <span className={classes.notes}>{notes.trim()}</span>}
      <Lock id={card.id} />
    </>
  )
}

function Note({ card, kind }: { card: NoteShape; kind: NoteKind | null }) {
  const { departments } = useTwin()
  const say = useTexts(twinTexts)
  const sayBoard = useTexts(boardTexts)
  const { departmentId, text } = card.props
  return (
    <>
      <span className={classes.head}>
        {departmentId !== null && <DepartmentShape place={departmentPlace(departments, departmentId)} />}
        <span>{kind ? sayBoard(kind) : say('kind.note')}</span>
        {departmentId !== null && (
          <span className={classes.channel}>{departmentTitle(departments, departmentId, sayBoard)}</span>
        )}
      </span>
      <span className={classes.words}>{text.trim() || say('emptyNote')}</span>
      <Lock id={card.id} />
    </>
  )
}

function Cluster({ card, count }: { card: ClusterShape; count: number }) {
  const say = useTexts(twinTexts)
  return (
    <>
      <span className={classes.head}>
        <IconStack2 size={16} stroke={1.6} aria-hidden />
        <span>{say('cluster')}</span>
        <span className={classes.channel}>{say('cards', { count })}</span>
      </span>
      <span className={classes.name}>{titleOf(card, say)}</span>
      <Lock id={card.id} />
    </>
  )
}
