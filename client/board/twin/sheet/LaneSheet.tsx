// A lane: its title, what lies in it, its height, its place among the others, and its end.
import { IconTrash } from '@tabler/icons-react'
import { SheetHighlight } from '#client/board/together/SheetHighlight.tsx'
import { ChoiceField, TitleField } from '#client/board/twin/sheet/Field.tsx'
import { PartOrder } from '#client/board/twin/sheet/PartOrder.tsx'
import { SheetButton } from '#client/board/twin/sheet/SheetButton.tsx'
import { SizeSteps } from '#client/board/twin/sheet/SizeSteps.tsx'
import type { TwinMap } from '#client/board/twin/twin-maps.ts'
import { twinTexts } from '#client/board/twin/twin-texts.ts'
import { useTwin } from '#client/board/twin/twin-tools.ts'
import { useActions } from '#client/board/twin/use-actions.ts'
import { useTexts } from '#client/ui/texts.ts'
import { LaneKind } from '#shared/board/model.ts'
import { type LaneShape, maxLaneHeight } from '#shared/board/shapes.ts'

type Props = { shape: LaneShape; map: TwinMap; isFixed: boolean; isNew: boolean }

export function LaneSheet({ shape, map, isFixed, isNew }: Props) {
  const { edits } = useTwin()
  const actions = useActions()
  const say = useTexts(twinTexts)
  const { kind, minHeight } = shape.props
  return (
    <>
      <TitleField {...{ shape, isFixed, isNew }} />
      <ChoiceField
        label={say('kind')}
        value={kind}
        choices={LaneKind.options.map((each) => ({ value: each, label: say(`lane.${each}`) }))}
        isFixed={isFixed}
        onSave={(value) =>
          edits.run((edit) => edit.setProps(shape.id, 'lane', { kind: LaneKind.parse(value) }))
        }
      />
      <SheetHighlight shapeId={shape.id} />
      {!isFixed && (
        <>
          {kind !== 'emotion' && (
            <SizeSteps
              label={say('height')}
              value={minHeight}
              range={{ min: 0, max: maxLaneHeight }}
              words={{ less: say('lower'), more: say('higher'), none: say('heightAuto') }}
              onSave={(next) => edits.run((edit) => edit.setProps(shape.id, 'lane', { minHeight: next }))}
            />
          )}
          <PartOrder id={shape.id} at={map.lanes.indexOf(shape)} of={map.lanes.length} axis="upright" />
          <SheetButton icon={IconTrash} isWide onClick={() => actions.askToRemove(shape.id)}>
            {say('removeLane')}
          </SheetButton>
        </>
      )}
    </>
  )
}
