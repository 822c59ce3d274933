// The right field for a cell that is being edited, and what its value becomes on the board.
import { boardTexts, channelText, stateText } from '#client/board/board-texts.ts'
import { emotionLabel, emotionSteps, titleOf } from '#client/board/twin/names.ts'
import {
  type Choice,
  ChoiceEditor,
  type EndOfEdit,
  ScoreEditor,
  TextEditor,
} from '#client/board/twin/table/CellEditors.tsx'
import type { Column } from '#client/board/twin/table/columns.ts'
import type { TableRow } from '#client/board/twin/table/table-rows.ts'
import type { TwinMap } from '#client/board/twin/twin-maps.ts'
import { twinTexts } from '#client/board/twin/twin-texts.ts'
import { useTwin } from '#client/board/twin/twin-tools.ts'
import { useActions } from '#client/board/twin/use-actions.ts'
import { formatNumber } from '#client/ui/format.ts'
import { useTexts } from '#client/ui/texts.ts'
import { Channel, TouchpointState } from '#shared/board/model.ts'
import { type TouchpointProps, textProps } from '#shared/board/shapes.ts'

type Props = {
  map: TwinMap
  row: TableRow
  column: Column
  typed: string | null
  onEnd: (end: EndOfEdit) => void
}

export function CellField({ map, row, column, typed, onEnd }: Props) {
  const { edits, departments, language } = useTwin()
  const actions = useActions()
  const say = useTexts(twinTexts)
  const sayBoard = useTexts(boardTexts)
  const { card, stage } = row
  const label = say(`column.${column}`).replaceAll('\u00AD', '')
  const field = { label, typed, onEnd }

  if (column === 'emotion') {
    const personaId = map.personas[0]?.id ?? null
    return (
      <ChoiceEditor
        {...field}
        value={row.emotion === null ? '' : String(row.emotion)}
        choices={emotionChoices(row.emotion, (value) => emotionLabel(value, say, language))}
        onSave={(value) =>
          edits.run((edit) => edit.setEmotion(stage.id, personaId, value === '' ? null : Number(value)))
        }
      />
    )
  }
  if (!card) return null
  const change = (props: Partial<TouchpointProps>) =>
    edits.run((edit) => edit.setProps(card.id, 'touchpoint', props))
  switch (column) {
    case 'title':
      return (
        <TextEditor
          {...field}
          shapeId={card.id}
          prop="title"
          value={card.props.title}
          maxLength={textProps.touchpoint.title ?? 0}
        />
      )
    case 'stage':
      return (
        <ChoiceEditor
          {...field}
          value={stage.id}
          choices={map.stages.map((each) => ({ value: each.id, label: titleOf(each, say) }))}
          onSave={(stageId) => {
            const laneId = map.whereIs(card.id)?.cell.laneId
            if (laneId) actions.moveCard(card.id, map.map.id, { cell: { stageId, laneId }, before: null })
          }}
        />
      )
    case 'channel':
      return (
        <ChoiceEditor
          {...field}
          value={card.props.channel}
          choices={Channel.options.map((each) => ({ value: each, label: sayBoard(channelText(each)) }))}
          onSave={(value) => change({ channel: Channel.parse(value) })}
        />
      )
    case 'department':
      return (
        <ChoiceEditor
          {...field}
          value={card.props.departmentId ?? ''}
          choices={[
            { value: '', label: sayBoard('noDepartment') },
            ...departments.map(({ departmentId, title }) => ({ value: departmentId, label: title })),
          ]}
          onSave={(value) => change({ departmentId: value || null })}
        />
      )
    case 'state':
      return (
        <ChoiceEditor
          {...field}
          value={card.props.state}
          choices={TouchpointState.options.map((each) => ({ value: each, label: sayBoard(stateText(each)) }))}
          onSave={(value) => change({ state: TouchpointState.parse(value) })}
        />
      )
    case 'actual':
    case 'target': {
      const value = card.props[column]
      return (
        <ScoreEditor
          {...field}
          value={value === null ? '' : formatNumber(value, language)}
          onSave={(score) => change({ [column]: score })}
        />
      )
    }
    default:
      return null
  }
}

/** A point that was dragged to between the words keeps its own entry. */
export function emotionChoices(now: number | null, labelOf: (value: number | null) => string): Choice[] {
  const known = emotionSteps.map((step): number => step)
  const values = now === null || known.includes(now) ? known : [...known, now].sort((a, b) => b - a)
  return [
    ...values.map((value) => ({ value: String(value), label: labelOf(value) })),
    { value: '', label: labelOf(null) },
  ]
}
