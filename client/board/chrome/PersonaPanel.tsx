// Beside a selected persona: its commands, picture, goal and quote; the name is written on the card.
import { IconArrowLeft, IconArrowRight, IconPencil, IconTrash } from '@tabler/icons-react'
import { useEditor, useValue } from '@tldraw/tldraw'
import { boardTexts } from '#client/board/board-texts.ts'
import { startTyping } from '#client/board/card-tools.ts'
import { Command } from '#client/board/chrome/Bar.tsx'
import {
  inspectorId,
  inspectorKey,
  useKeptFromBoard,
  useScreenBox,
} from '#client/board/chrome/beside-selection.ts'
import classes from '#client/board/chrome/inspector.module.css'
import { PersonaPictureField } from '#client/board/chrome/PersonaPictureField.tsx'
import { ShapeTextField } from '#client/board/chrome/ShapeTextField.tsx'
import { removePart, siblingsOf, stepPart } from '#client/board/map-commands.ts'
import { mapTexts } from '#client/board/map-texts.ts'
import { sayPlace } from '#client/board/step-shapes.ts'
import { LightAndLock } from '#client/board/together/SelectionBar.tsx'
import { useTexts } from '#client/ui/texts.ts'
import { type PersonaShape, textProps } from '#shared/board/shapes.ts'

const gap = 12
const size = { width: 280, height: 460 }

export function PersonaPanel({ persona }: { persona: PersonaShape }) {
  const editor = useEditor()
  const say = useTexts(mapTexts)
  const sayOfBoard = useTexts(boardTexts)
  const keep = useKeptFromBoard()
  const box = useScreenBox(persona.id)
  const siblings = useValue('siblings', () => siblingsOf(editor, persona), [editor, persona])
  if (!box) return null
  const at = siblings.findIndex(({ id }) => id === persona.id)
  const go = (by: 1 | -1) => () => {
    if (stepPart(editor, persona, by)) sayPlace(editor, persona.id)
  }
  const { id, props } = persona
  const fitsRight = box.right + gap + size.width <= box.boardWidth
  const place = {
    width: size.width,
    left: fitsRight ? box.right + gap : Math.max(8, Math.min(box.left, box.boardWidth - size.width - 8)),
    top: fitsRight
      ? Math.max(8, Math.min(box.top, box.boardHeight - size.height))
      : Math.max(8, Math.min(box.bottom + gap, box.boardHeight - size.height)),
  }
  return (
    <section
      ref={keep}
      id={inspectorId}
      aria-keyshortcuts={inspectorKey}
      aria-label={say('personaBar', { title: props.name })}
      className={classes.inspector}
      style={place}
      onPointerDown={(event) => event.stopPropagation()}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className={classes.commands}>
        <Command label={say('rename')} Icon={IconPencil} onUse={() => startTyping(editor, id)} />
        <Command label={say('left')} Icon={IconArrowLeft} isOff={at <= 0} onUse={go(-1)} />
        <Command
          label={say('right')}
          Icon={IconArrowRight}
          isOff={at === siblings.length - 1}
          onUse={go(1)}
        />
        <Command
          label={say('removePersona')}
          Icon={IconTrash}
          onUse={() => {
            removePart(editor, persona, 'remove')
            editor.getContainer().focus()
          }}
        />
      </div>
      <PersonaPictureField persona={persona} />
      <ShapeTextField
        label={sayOfBoard('goal')}
        value={props.goal}
        maxLength={textProps.persona.goal ?? 0}
        onChange={(goal) => editor.updateShape<PersonaShape>({ id, type: 'persona', props: { goal } })}
      />
      <ShapeTextField
        label={say('quote')}
        value={props.quote}
        maxLength={textProps.persona.quote ?? 0}
        onChange={(quote) => editor.updateShape<PersonaShape>({ id, type: 'persona', props: { quote } })}
      />
      <div className={classes.commands}>
        <LightAndLock shapeId={id} />
      </div>
    </section>
  )
}
