// Before a stage or lane with cards goes: what becomes of them. Nothing is lost unasked.
import { Button, Radio } from '@mantine/core'
import { useState } from 'react'
import { cardsOfPart } from '#client/board/twin/actions/part-actions.ts'
import { titleOf } from '#client/board/twin/names.ts'
import { ChoiceField } from '#client/board/twin/sheet/Field.tsx'
import classes from '#client/board/twin/sheet/sheet.module.css'
import type { TwinMap } from '#client/board/twin/twin-maps.ts'
import { twinTexts } from '#client/board/twin/twin-texts.ts'
import { useTwin } from '#client/board/twin/twin-tools.ts'
import { useActions } from '#client/board/twin/use-actions.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { LaneShape, StageShape } from '#shared/board/shapes.ts'

export function FateSheet({ shape, map }: { shape: StageShape | LaneShape; map: TwinMap }) {
  const { close } = useTwin()
  const actions = useActions()
  const say = useTexts(twinTexts)
  const heirs = (
    shape.type === 'stage' ? map.stages : map.lanes.filter(({ props }) => props.kind !== 'emotion')
  ).filter(({ id }) => id !== shape.id)
  const [isMoving, setIsMoving] = useState(heirs.length > 0)
  const [chosen, setChosen] = useState<string>()
  const heir = heirs.find(({ id }) => id === chosen) ?? heirs[0]
  const count = cardsOfPart(map, shape).length
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        close()
        actions.removePart(shape.id, isMoving && heir ? { moveTo: heir.id } : 'remove')
      }}
    >
      <Radio.Group
        label={say('fateAsk', { count })}
        value={isMoving ? 'move' : 'remove'}
        onChange={(value) => setIsMoving(value === 'move')}
      >
        <div className={classes.fates}>
          {heir && <Radio size="md" value="move" label={say('fateMove')} />}
          {heir && isMoving && (
            <ChoiceField
              label={say(shape.type)}
              value={heir.id}
              choices={heirs.map((each) => ({ value: each.id, label: titleOf(each, say) }))}
              isFixed={false}
              onSave={setChosen}
            />
          )}
          <Radio size="md" value="remove" label={say('fateRemove', { count })} />
        </div>
      </Radio.Group>
      <div className={classes.doings}>
        <Button type="submit">{say(shape.type === 'stage' ? 'removeStage' : 'removeLane')}</Button>
        <Button variant="default" onClick={close}>
          {say('cancel')}
        </Button>
      </div>
    </form>
  )
}
