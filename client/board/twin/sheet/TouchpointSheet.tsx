// Everything that is said of one touchpoint.
import { Switch } from '@mantine/core'
import { boardTexts, channelText, stateText } from '#client/board/board-texts.ts'
import { CardFoot } from '#client/board/twin/sheet/CardFoot.tsx'
import { DepartmentField } from '#client/board/twin/sheet/DepartmentField.tsx'
import { ChoiceField, ScoreField, TextField, TitleField } from '#client/board/twin/sheet/Field.tsx'
import classes from '#client/board/twin/sheet/sheet.module.css'
import { twinTexts } from '#client/board/twin/twin-texts.ts'
import { useTwin } from '#client/board/twin/twin-tools.ts'
import { useActions } from '#client/board/twin/use-actions.ts'
import { formatNumber } from '#client/ui/format.ts'
import { useTexts } from '#client/ui/texts.ts'
import { Channel, TouchpointState } from '#shared/board/model.ts'
import type { TouchpointProps, TouchpointShape } from '#shared/board/shapes.ts'

type Props = { shape: TouchpointShape; isFixed: boolean; isNew: boolean }

export function TouchpointSheet({ shape, isFixed, isNew }: Props) {
  const { edits, language } = useTwin()
  const actions = useActions()
  const say = useTexts(twinTexts)
  const sayBoard = useTexts(boardTexts)
  const { id, props } = shape
  const change = (changed: Partial<TouchpointProps>) =>
    edits.run((edit) => edit.setProps(id, 'touchpoint', changed))
  const figure = (value: number | null) => (value === null ? '' : formatNumber(value, language))
  return (
    <>
      <TitleField {...{ shape, isFixed, isNew }} />
      <ChoiceField
        label={sayBoard('channel')}
        value={props.channel}
        choices={Channel.options.map((each) => ({ value: each, label: sayBoard(channelText(each)) }))}
        isFixed={isFixed}
        onSave={(value) => change({ channel: Channel.parse(value) })}
      />
      <DepartmentField
        value={props.departmentId}
        isFixed={isFixed}
        onSave={(departmentId) => change({ departmentId })}
      />
      <div className={classes.pair}>
        <ScoreField
          label={sayBoard('actual')}
          value={figure(props.actual)}
          isFixed={isFixed}
          onSave={(actual) => change({ actual })}
        />
        <ScoreField
          label={sayBoard('target')}
          value={figure(props.target)}
          isFixed={isFixed}
          onSave={(target) => change({ target })}
        />
      </div>
      {!isFixed && (
        <Switch
          className={classes.switch}
          size="md"
          label={sayBoard('momentOfTruth')}
          checked={props.momentOfTruth}
          onChange={() => actions.toggleMoment(id)}
        />
      )}
      {isFixed && props.momentOfTruth && <p className={classes.strong}>{sayBoard('momentOfTruth')}</p>}
      <ChoiceField
        label={say('state')}
        value={props.state}
        choices={TouchpointState.options.map((each) => ({ value: each, label: sayBoard(stateText(each)) }))}
        isFixed={isFixed}
        onSave={(value) => change({ state: TouchpointState.parse(value) })}
      />
      <TextField {...{ shape, isFixed }} prop="notes" label={sayBoard('notes')} value={props.notes} />
      <CardFoot shape={shape} isFixed={isFixed} />
    </>
  )
}
