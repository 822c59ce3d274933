// Chooses where a card goes: stage, lane and place; a note can leave the map, too.
import { Button } from '@mantine/core'
import type { FormEvent } from 'react'
import { boardTexts } from '#client/board/board-texts.ts'
import { titleOf } from '#client/board/twin/names.ts'
import { ChoiceField } from '#client/board/twin/sheet/Field.tsx'
import classes from '#client/board/twin/sheet/sheet.module.css'
import { useDestination } from '#client/board/twin/sheet/use-destination.ts'
import { twinTexts } from '#client/board/twin/twin-texts.ts'
import { useTwin } from '#client/board/twin/twin-tools.ts'
import { useActions } from '#client/board/twin/use-actions.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { CardShape } from '#shared/board/shapes.ts'

export function MoveSheet({ shape }: { shape: CardShape }) {
  const { close } = useTwin()
  const actions = useActions()
  const say = useTexts(twinTexts)
  const sayBoard = useTexts(boardTexts)
  const destination = useDestination(shape)
  if (!destination) return <p className={classes.quiet}>{sayBoard('emptyReadOnly')}</p>

  const { maps, map, stage, lane, before } = destination
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!stage || !lane) return
    close()
    const cell = { stageId: stage.id, laneId: lane.id }
    actions.moveCard(shape.id, map.map.id, { cell, before: before === '' ? null : before })
  }
  return (
    <form className={classes.form} onSubmit={submit}>
      {maps.length > 1 && (
        <ChoiceField
          label={say('map')}
          value={map.map.id}
          choices={maps.map((each) => ({ value: each.map.id, label: titleOf(each.map, say) }))}
          isFixed={false}
          onSave={destination.chooseMap}
        />
      )}
      {stage && lane ? (
        <>
          <ChoiceField
            label={say('stage')}
            value={stage.id}
            choices={map.stages.map((each) => ({ value: each.id, label: titleOf(each, say) }))}
            isFixed={false}
            onSave={destination.chooseStage}
          />
          <ChoiceField
            label={say('lane')}
            value={lane.id}
            choices={destination.lanes.map((each) => ({ value: each.id, label: titleOf(each, say) }))}
            isFixed={false}
            onSave={destination.chooseLane}
          />
          <ChoiceField
            label={say('position')}
            value={before}
            choices={destination.places}
            isFixed={false}
            onSave={destination.chooseBefore}
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
      {shape.type !== 'touchpoint' && destination.isOnMap && (
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
}
