// A cell of the matrix: the cards of one stage in one lane, or the points of the curves.
// biome-ignore-all lint/a11y/useSemanticElements: the grid pattern of ARIA: one cell or card at a time has the focus.
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid answers to the keys of all of its cells.
import { VisuallyHidden } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { memo } from 'react'
import { Chunked } from '#client/board/twin/Chunked.tsx'
import { MatrixCard } from '#client/board/twin/matrix/MatrixCard.tsx'
import classes from '#client/board/twin/matrix/matrix.module.css'
import type { MatrixAction, MatrixPlace } from '#client/board/twin/matrix/matrix-keys.ts'
import { emotionLabel, titleOf } from '#client/board/twin/names.ts'
import type { PeerLook } from '#client/board/twin/PeerFlag.tsx'
import type { TwinMap } from '#client/board/twin/twin-maps.ts'
import { twinTexts } from '#client/board/twin/twin-texts.ts'
import { useTwin } from '#client/board/twin/twin-tools.ts'
import { useTexts } from '#client/ui/texts.ts'
import { type LaneShape, noteKinds, personaEmotions, type StageShape } from '#shared/board/shapes.ts'

type Props = {
  map: TwinMap
  lane: LaneShape
  stage: StageShape
  /** "Warten, Touchpoints" */
  label: string
  /** The cell itself, a card of it by id, or neither. */
  focused: string | null
  menu: string | null
  peersAt: (id: string) => readonly PeerLook[]
  onAct: (action: Exclude<MatrixAction, { type: 'focus' }>, at: MatrixPlace) => void
  onOpen: (card: string) => void
  onMenu: (card: string, isOpen: boolean) => void
}

export const MatrixCell = memo(function MatrixCell({
  map,
  lane,
  stage,
  label,
  focused,
  menu,
  peersAt,
  onAct,
  onOpen,
  onMenu,
}: Props) {
  const { edits, isReadOnly } = useTwin()
  const say = useTexts(twinTexts)
  const isEmotion = lane.props.kind === 'emotion'
  const cards = isEmotion ? [] : map.cardsIn(stage.id, lane.id)
  const at = { laneId: lane.id, stageId: stage.id }
  const laneKind = noteKinds.find((kind) => kind === lane.props.kind) ?? null
  const contents = isEmotion
    ? ''
    : cards.length === 0
      ? say('emptyCell')
      : say('cards', { count: cards.length })
  const canAdd = !isEmotion && !isReadOnly && edits.canChange(map.map.id)
  return (
    <div
      role="gridcell"
      tabIndex={focused === 'cell' ? 0 : -1}
      className={classes.cell}
      data-cell
      data-lane={lane.id}
      data-stage={stage.id}
      onClick={isEmotion && !isReadOnly ? () => onAct({ type: 'open' }, { ...at, card: null }) : undefined}
    >
      <VisuallyHidden>{isEmotion ? label : `${label}: ${contents}`}</VisuallyHidden>
      {isEmotion && <Emotions map={map} stage={stage} />}
      <Chunked
        items={cards}
        keyOf={({ id }) => id}
        keep={focused}
        estimate={72}
        few={60}
        render={(part) =>
          part.length > 0 && (
            <ul className={classes.cards}>
              {part.map((card) => (
                <MatrixCard
                  key={card.id}
                  card={card}
                  laneKind={laneKind}
                  count={map.clustered.get(card.id)?.length ?? 0}
                  isFocused={focused === card.id}
                  isLocked={!isReadOnly && !edits.canChange(card.id)}
                  isMenuOpen={menu === card.id}
                  peers={peersAt(card.id)}
                  onOpen={onOpen}
                  onMenu={onMenu}
                />
              ))}
            </ul>
          )
        }
      />
      {canAdd && (
        <button
          type="button"
          tabIndex={-1}
          className={classes.add}
          aria-label={say('addTo', { stage: titleOf(stage, say), lane: titleOf(lane, say) })}
          onClick={() => onAct({ type: 'add-card' }, { ...at, card: null })}
        >
          <IconPlus size={18} stroke={1.6} aria-hidden />
        </button>
      )}
    </div>
  )
})

function Emotions({ map, stage }: { map: TwinMap; stage: StageShape }) {
  const { language } = useTwin()
  const say = useTexts(twinTexts)
  const points = personaEmotions(stage.meta)
  if (map.personas.length === 0) return <span>{emotionLabel(stage.props.emotion, say, language)}</span>
  return (
    <ul className={classes.emotions}>
      {map.personas.map((persona) => (
        <li key={persona.id}>
          {map.personas.length > 1 && <span className={classes.small}>{titleOf(persona, say)}</span>}
          <span>{emotionLabel(points.get(persona.id) ?? null, say, language)}</span>
        </li>
      ))}
    </ul>
  )
}
