// A stage: its title, the points of the curves, its width, its place among the others, and its end.
import { IconTrash } from '@tabler/icons-react'
import { SheetHighlight } from '#client/board/together/SheetHighlight.tsx'
import { emotionLabel, titleOf } from '#client/board/twin/names.ts'
import { ChoiceField, TitleField } from '#client/board/twin/sheet/Field.tsx'
import { PartOrder } from '#client/board/twin/sheet/PartOrder.tsx'
import { SheetButton } from '#client/board/twin/sheet/SheetButton.tsx'
import { SizeSteps } from '#client/board/twin/sheet/SizeSteps.tsx'
import { emotionChoices } from '#client/board/twin/table/CellField.tsx'
import type { TwinMap } from '#client/board/twin/twin-maps.ts'
import { twinTexts } from '#client/board/twin/twin-texts.ts'
import { useTwin } from '#client/board/twin/twin-tools.ts'
import { useActions } from '#client/board/twin/use-actions.ts'
import { useTexts } from '#client/ui/texts.ts'
import { personaEmotions, type StageShape, stageWidths } from '#shared/board/shapes.ts'

type Props = { shape: StageShape; map: TwinMap; isFixed: boolean; isNew: boolean }

export function StageSheet({ shape, map, isFixed, isNew }: Props) {
  const { edits } = useTwin()
  const actions = useActions()
  const say = useTexts(twinTexts)
  const { width } = shape.props
  return (
    <>
      <TitleField {...{ shape, isFixed, isNew }} />
      <StageEmotions shape={shape} map={map} isFixed={isFixed} />
      <SheetHighlight shapeId={shape.id} />
      {!isFixed && (
        <>
          <SizeSteps
            label={say('width')}
            value={width}
            range={stageWidths}
            words={{ less: say('narrower'), more: say('wider') }}
            onSave={(next) => edits.run((edit) => edit.setProps(shape.id, 'stage', { width: next }))}
          />
          <PartOrder id={shape.id} at={map.stages.indexOf(shape)} of={map.stages.length} axis="sideways" />
          <SheetButton icon={IconTrash} isWide onClick={() => actions.askToRemove(shape.id)}>
            {say('removeStage')}
          </SheetButton>
        </>
      )}
    </>
  )
}

/** A choice for each persona, or one for the map where it has none. */
function StageEmotions({ shape, map, isFixed }: Omit<Props, 'isNew'>) {
  const { edits, language } = useTwin()
  const say = useTexts(twinTexts)
  const points = personaEmotions(shape.meta)
  const curves =
    map.personas.length === 0
      ? [{ id: null, label: say('column.emotion'), value: shape.props.emotion }]
      : map.personas.map((persona) => ({
          id: persona.id,
          label: say('emotionFor', { persona: titleOf(persona, say) }),
          value: points.get(persona.id) ?? null,
        }))
  return curves.map(({ id, label, value }) => (
    <ChoiceField
      key={id}
      label={label}
      value={value === null ? '' : String(value)}
      choices={emotionChoices(value, (each) => emotionLabel(each, say, language))}
      isFixed={isFixed}
      onSave={(chosen) =>
        edits.run((edit) => edit.setEmotion(shape.id, id, chosen === '' ? null : Number(chosen)))
      }
    />
  ))
}
