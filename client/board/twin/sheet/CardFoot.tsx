// At the end of a card's sheet: where it is, and what can be done with it as a whole.
import { IconArrowsMove, IconCopy } from '@tabler/icons-react'
import { SheetAction } from '#client/board/together/ActionCommands.tsx'
import { CardDotButton } from '#client/board/together/CardDotButton.tsx'
import { SheetHighlight } from '#client/board/together/SheetHighlight.tsx'
import { titleOf } from '#client/board/twin/names.ts'
import { ReadValue } from '#client/board/twin/sheet/Field.tsx'
import { RemoveButton, SheetButton } from '#client/board/twin/sheet/SheetButton.tsx'
import classes from '#client/board/twin/sheet/sheet.module.css'
import { boardOf, mapOf } from '#client/board/twin/twin-maps.ts'
import { twinTexts } from '#client/board/twin/twin-texts.ts'
import { useTwin } from '#client/board/twin/twin-tools.ts'
import { useActions } from '#client/board/twin/use-actions.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { CardShape } from '#shared/board/shapes.ts'

export function CardFoot({ shape, isFixed }: { shape: CardShape; isFixed: boolean }) {
  const { open, close } = useTwin()
  const actions = useActions()
  const say = useTexts(twinTexts)
  const place = usePlace(shape)
  return (
    <>
      <ReadValue label={say('place')} value={place} />
      <CardDotButton shapeId={shape.id} title={titleOf(shape, say)} hasNames />
      <SheetAction shapeId={shape.id} onDone={close} />
      <SheetHighlight shapeId={shape.id} />
      {!isFixed && (
        <div className={classes.doings}>
          <SheetButton icon={IconArrowsMove} onClick={() => open({ kind: 'move', id: shape.id })}>
            {say('moveTo')}
          </SheetButton>
          <SheetButton
            icon={IconCopy}
            onClick={() => {
              const id = actions.copy(shape.id)
              if (id) open({ kind: 'shape', id })
            }}
          >
            {say('copy')}
          </SheetButton>
          <RemoveButton shapeId={shape.id}>
            {say(shape.type === 'cluster' ? 'removeCluster' : 'remove')}
          </RemoveButton>
        </div>
      )}
    </>
  )
}

/** "Warten, Touchpoints, Platz 2 von 3", of a note under a heading with that. */
function usePlace(shape: CardShape): string {
  const { edits } = useTwin()
  const say = useTexts(twinTexts)
  const { shapes } = edits.now
  const map = mapOf(boardOf(edits.now), shape)
  const where = map?.whereIs(shape.id)
  const [stage, lane] = [shapes.get(where?.cell.stageId ?? ''), shapes.get(where?.cell.laneId ?? '')]
  const cluster = shapes.get(shape.parentId)
  const parts = [
    where && stage && lane
      ? say('whereCard', {
          stage: titleOf(stage, say),
          lane: titleOf(lane, say),
          place: where.place,
          of: where.of,
        })
      : say(map ? 'homeless' : 'loose'),
    cluster?.type === 'cluster' ? say('whereInCluster', { title: titleOf(cluster, say) }) : '',
  ]
  return parts.filter((part) => part !== '').join(', ')
}
