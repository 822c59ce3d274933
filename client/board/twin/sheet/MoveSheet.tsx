// Chooses where a card goes: stage, lane and place; a note can leave the map, too.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { boardTexts } from '#client/board/board-texts.ts'
import { titleOf } from '#client/board/twin/names.ts'
import { ChoiceField } from '#client/board/twin/sheet/Field.tsx'
import classes from '#client/board/twin/sheet/sheet.module.css'
import { boardOf, mapOf } from '#client/board/twin/twin-maps.ts'
import { twinTexts } from '#client/board/twin/twin-texts.ts'
import { useTwin } from '#client/board/twin/twin-tools.ts'
import { useActions } from '#client/board/twin/use-actions.ts'
import { useTexts } from '#client/ui/texts.ts'
import { takes } from '#shared/board/lane-for.ts'
import type { CardShape } from '#shared/board/shapes.ts'

export function MoveSheet({ shape }: { shape: CardShape }) {
  const { edits, close } = useTwin()
  const actions = useActions()
  const say = useTexts(twinTexts)
  const sayBoard = useTexts(boardTexts)
  const board = boardOf(edits.now)
  const [mapId, setMapId] = useState(() => mapOf(board, shape)?.map.id ?? board.maps[0]?.map.id ?? '')
  const map = board.maps.find((each) => each.map.id === mapId) ?? board.maps[0]
  const now = mapOf(board, shape)?.whereIs(shape.id)?.cell
  const [stageId, setStageId] = useState<string>()
  const [laneId, setLaneId] = useState<string>()
  const [before, setBefore] = useState<string>('')
  if (!map) return <p className={classes.quiet}>{sayBoard('emptyReadOnly')}</p>

  const isTouchpoint = shape.type === 'touchpoint'
  const lanes = map.lanes.filter(({ id, props }) => id === now?.laneId || fits(props.kind))
  const stage = find(map.stages, stageId ?? now?.stageId)
  const lane = find(lanes, laneId ?? now?.laneId)
  const others = stage && lane ? map.cardsIn(stage.id, lane.id).filter(({ id }) => id !== shape.id) : []
  const places = [
    ...others.map(({ id }, at) => ({ value: id, label: String(at + 1) })),
    { value: '', label: say('lastOf', { place: others.length + 1 }) },
  ]
  const isLoose = mapOf(board, shape) === null
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (!stage || !lane) return
        close()
        const place = others.some(({ id }) => id === before) ? before : null
        actions.moveCard(shape.id, map.map.id, {
          cell: { stageId: stage.id, laneId: lane.id },
          before: place,
        })
      }}
    >
      {board.maps.length > 1 && (
        <ChoiceField
          label={say('map')}
          value={map.map.id}
          choices={board.maps.map((each) => ({ value: each.map.id, label: titleOf(each.map, say) }))}
          isFixed={false}
          onSave={setMapId}
        />
      )}
      {stage && lane ? (
        <>
          <ChoiceField
            label={say('stage')}
            value={stage.id}
            choices={map.stages.map((each) => ({ value: each.id, label: titleOf(each, say) }))}
            isFixed={false}
            onSave={setStageId}
          />
          <ChoiceField
            label={say('lane')}
            value={lane.id}
            choices={lanes.map((each) => ({ value: each.id, label: titleOf(each, say) }))}
            isFixed={false}
            onSave={setLaneId}
          />
          <ChoiceField
            label={say('position')}
            value={places.some(({ value }) => value === before) ? before : ''}
            choices={places}
            isFixed={false}
            onSave={setBefore}
          />
          <div className={classes.doings}>
            <Button type="submit">{say('move')}</Button>
            <Button variant="default" onClick={close}>
              {say('cancel')}
            </Button>
          </div>
        </>
      ) : (
        <p className={classes.quiet}>{say(stage ? 'noLanes' : 'noStages')}</p>
      )}
      {!isTouchpoint && !isLoose && (
        <Button
          variant="default"
          className={classes.wide}
          onClick={() => {
            close()
            actions.takeOffMap(shape.id)
          }}
        >
          {say('toLoose')}
        </Button>
      )}
    </form>
  )

  function fits(kind: Parameters<typeof takes>[0]): boolean {
    return isTouchpoint ? takes(kind, 'touchpoint') : takes(kind, 'note')
  }
}

const find = <Part extends { id: string }>(parts: readonly Part[], id: string | undefined) =>
  parts.find((part) => part.id === id) ?? parts[0]
