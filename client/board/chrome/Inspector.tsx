// Beside a selected touchpoint: its channel, department, scores, whether it is a moment of truth, and notes.
import { NativeSelect, Switch } from '@mantine/core'
import { useEditor, useValue } from '@tldraw/tldraw'
import { boardTexts, channelText, stateText } from '#client/board/board-texts.ts'
import {
  inspectorId,
  inspectorKey,
  quietSelection,
  useKeptFromBoard,
} from '#client/board/chrome/beside-selection.ts'
import classes from '#client/board/chrome/inspector.module.css'
import { NotesField } from '#client/board/chrome/NotesField.tsx'
import { ScoreField } from '#client/board/chrome/ScoreField.tsx'
import { isOwn } from '#client/board/map-of.ts'
import { mapTexts } from '#client/board/map-texts.ts'
import { sceneOf } from '#client/board/scene.ts'
import { ActionButton } from '#client/board/together/ActionCommands.tsx'
import { HighlightButton } from '#client/board/together/HighlightButton.tsx'
import { useTexts } from '#client/ui/texts.ts'
import { Channel, TouchpointState } from '#shared/board/model.ts'
import type { TouchpointProps, TouchpointShape } from '#shared/board/shapes.ts'

const width = 232
/** About as high as it gets: it stays within the board. */
const height = 692
const gap = 12

export function Inspector() {
  const editor = useEditor()
  const shown = useValue('inspected touchpoint', () => {
    const selected = quietSelection(editor)
    return isOwn(selected) && selected.type === 'touchpoint' ? selected : null
  }, [editor])
  const place = useValue('inspector place', () => {
    const bounds = shown && editor.getShapePageBounds(shown.id)
    if (!bounds) return null
    const { w, h } = editor.getViewportScreenBounds()
    const right = editor.pageToViewport({ x: bounds.maxX, y: bounds.y })
    const left = editor.pageToViewport({ x: bounds.x, y: bounds.y })
    const fitsRight = right.x + gap + width <= w
    return {
      left: Math.max(8, fitsRight ? right.x + gap : left.x - gap - width),
      top: Math.max(8, Math.min(right.y, h - height)),
    }
  }, [editor, shown])
  return shown && place ? <Fields key={shown.id} card={shown} place={place} /> : null
}

function Fields({ card, place }: { card: TouchpointShape; place: { left: number; top: number } }) {
  const editor = useEditor()
  const say = useTexts(boardTexts)
  const { departments, language } = useValue('scene', () => sceneOf(editor).get(), [editor])
  const sayOfMap = useTexts(mapTexts)
  const section = useKeptFromBoard()
  const { id, type, props } = card
  const change = (changed: Partial<TouchpointProps>) => {
    editor.markHistoryStoppingPoint('inspector')
    editor.updateShape<TouchpointShape>({ id, type, props: changed })
  }
  return (
    <section
      ref={section}
      id={inspectorId}
      aria-keyshortcuts={inspectorKey}
      className={classes.inspector}
      style={place}
      aria-label={props.title || say('touchpoint')}
      onPointerDown={(event) => event.stopPropagation()}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <ActionButton shapeId={id} className={classes.highlight} />
      <HighlightButton shapeId={id} className={classes.highlight} />
      <NativeSelect
        label={say('department')}
        value={props.departmentId ?? ''}
        onChange={(event) => change({ departmentId: event.currentTarget.value || null })}
        data={[
          { value: '', label: say('noDepartment') },
          ...departments.map(({ departmentId, title }) => ({ value: departmentId, label: title })),
        ]}
      />
      <NativeSelect
        label={say('channel')}
        value={props.channel}
        onChange={(event) => change({ channel: Channel.parse(event.currentTarget.value) })}
        data={Channel.options.map((channel) => ({ value: channel, label: say(channelText(channel)) }))}
      />
      <NativeSelect
        label={sayOfMap('state')}
        value={props.state}
        onChange={(event) => change({ state: TouchpointState.parse(event.currentTarget.value) })}
        data={TouchpointState.options.map((state) => ({ value: state, label: say(stateText(state)) }))}
      />
      <div className={classes.scores}>
        <ScoreField
          label={say('actual')}
          value={props.actual}
          language={language}
          onChange={(actual) => change({ actual })}
        />
        <ScoreField
          label={say('target')}
          value={props.target}
          language={language}
          onChange={(target) => change({ target })}
        />
      </div>
      <Switch
        label={say('momentOfTruth')}
        checked={props.momentOfTruth}
        onChange={(event) => change({ momentOfTruth: event.currentTarget.checked })}
      />
      <NotesField id={id} notes={props.notes} />
    </section>
  )
}
