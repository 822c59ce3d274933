// A persona: whose journey it is.
import { titleOf } from '#client/board/twin/names.ts'
import { TextField } from '#client/board/twin/sheet/Field.tsx'
import { PartOrder } from '#client/board/twin/sheet/PartOrder.tsx'
import { PersonaPicture } from '#client/board/twin/sheet/PersonaPicture.tsx'
import { RemoveButton } from '#client/board/twin/sheet/SheetButton.tsx'
import type { TwinMap } from '#client/board/twin/twin-maps.ts'
import { twinTexts } from '#client/board/twin/twin-texts.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { PersonaShape } from '#shared/board/shapes.ts'

type Props = { shape: PersonaShape; map: TwinMap; isFixed: boolean; isNew: boolean }

export function PersonaSheet({ shape, map, isFixed, isNew }: Props) {
  const say = useTexts(twinTexts)
  const { name, goal, quote, imageId } = shape.props
  const field = { shape, isFixed }
  return (
    <>
      {imageId !== null && <PersonaPicture imageId={imageId} name={titleOf(shape, say)} size={112} />}
      <TextField {...field} prop="name" label={say('name')} value={name} isLine isFirst={isNew} />
      <TextField {...field} prop="goal" label={say('goal')} value={goal} />
      <TextField {...field} prop="quote" label={say('quote')} value={quote} />
      {!isFixed && (
        <>
          <PartOrder
            id={shape.id}
            at={map.personas.indexOf(shape)}
            of={map.personas.length}
            axis="sideways"
          />
          <RemoveButton shapeId={shape.id} isWide>
            {say('remove')}
          </RemoveButton>
        </>
      )}
    </>
  )
}
