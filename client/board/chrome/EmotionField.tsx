// A stage's point of the emotion curve as a slider: what the mouse does with the curve, for the keyboard.
import { Button, NativeSelect } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useEditor, useValue } from '@tldraw/tldraw'
import { choosePersona, chosenPersona } from '#client/board/chosen-persona.ts'
import { Command, Divider } from '#client/board/chrome/Bar.tsx'
import classes from '#client/board/chrome/bar.module.css'
import { editMap } from '#client/board/edit-map.ts'
import { emotionDrag } from '#client/board/emotion-drag.ts'
import { mapView } from '#client/board/map-of.ts'
import { mapTexts } from '#client/board/map-texts.ts'
import { formatSigned } from '#client/board/shapes/emotion-curve.ts'
import { currentLanguage, useTexts } from '#client/ui/texts.ts'
import { personaEmotions, type StageShape } from '#shared/board/shapes.ts'

/** Not there on a map without a lane for the curve. */
export function EmotionField({ stage }: { stage: StageShape }) {
  const editor = useEditor()
  const say = useTexts(mapTexts)
  const view = useValue('map', () => mapView(editor, stage.parentId as StageShape['id']), [editor, stage]) // on a map
  const personas = view?.children.personas ?? []
  const persona = useValue('persona', () => chosenPersona(editor, stage.parentId, personas), [
    editor,
    stage.parentId,
    personas,
  ])
  const dragged = useValue('dragged', () => emotionDrag(editor).get(), [editor])
  if (!view?.children.lanes.some(({ props }) => props.kind === 'emotion')) return null
  const personaId = persona?.id ?? null
  const stored = personaId ? (personaEmotions(stage.meta).get(personaId) ?? null) : stage.props.emotion
  const isDragged = dragged?.stageId === stage.id && dragged.personaId === personaId
  const value = isDragged ? dragged.value : stored
  const label = persona
    ? say('emotionOf', { persona: persona.props.name || say('nameless'), stage: stage.props.title })
    : say('emotionIn', { stage: stage.props.title })
  const set = (emotion: number | null) => {
    emotionDrag(editor).set(null)
    editMap(editor, 'emotion', (edit) => edit.setEmotion(stage.id, personaId, emotion))
  }
  // Each step on the way is seen; the end of it is what is written, and what is undone.
  const commit = () => {
    if (isDragged) set(dragged.value)
  }
  return (
    <>
      <Divider />
      <div className={classes.field}>
        {personas.length > 1 ? (
          <NativeSelect
            aria-label={say('whose')}
            value={personaId ?? ''}
            onChange={({ currentTarget }) => choosePersona(editor, stage.parentId, currentTarget.value)}
            data={personas.map(({ id, props }) => ({ value: id, label: props.name || say('nameless') }))}
            className={classes.whose}
          />
        ) : (
          <span aria-hidden>{say('emotion')}</span>
        )}
        {value === null ? (
          <Button variant="default" size="xs" h={36} onClick={() => set(0)}>
            {say('addPoint')}
          </Button>
        ) : (
          <>
            <input
              type="range"
              className={classes.slider}
              min={-2}
              max={2}
              step={0.25}
              value={value}
              aria-label={label}
              aria-valuetext={formatSigned(value, currentLanguage())}
              onChange={({ currentTarget }) =>
                emotionDrag(editor).set({ stageId: stage.id, personaId, value: Number(currentTarget.value) })
              }
              onPointerUp={commit}
              onKeyUp={commit}
              onBlur={commit}
            />
            <span className={classes.value} aria-hidden>
              {formatSigned(value, currentLanguage())}
            </span>
            <Command label={say('removePoint')} Icon={IconX} onUse={() => set(null)} />
          </>
        )}
      </div>
    </>
  )
}
