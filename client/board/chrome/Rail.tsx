// The tools at the board's left edge, in the order in which a workshop uses them; by keyboard each acts at once.
import {
  IconArrowUpRight,
  IconChartLine,
  IconColumns3,
  IconEraser,
  IconHandStop,
  IconLayoutRows,
  IconListDetails,
  IconPhoto,
  IconPointer,
  IconTable,
  IconTypography,
  type TablerIcon,
} from '@tabler/icons-react'
import { type Editor, useValue } from '@tldraw/tldraw'
import { useRef } from 'react'
import { boardTexts } from '#client/board/board-texts.ts'
import { actWithCard, cardToolId } from '#client/board/card-tools.ts'
import { RailTool } from '#client/board/chrome/RailTool.tsx'
import classes from '#client/board/chrome/rail.module.css'
import { ToolKinds } from '#client/board/chrome/ToolKinds.tsx'
import { FilesTool } from '#client/board/exchange/FilesTool.tsx'
import { putChosenImages } from '#client/board/images/put-images.ts'
import type { ImageSeat } from '#client/board/images/upload-image.ts'
import { LockBoardTool } from '#client/board/together/LockBoardTool.tsx'
import { actOnMap, mapToolId, mapToolKinds } from '#client/board/tools/click-tools.ts'
import { drawIcons, noteIcons } from '#client/board/tools/kind-icons.ts'
import {
  drawToolKinds,
  lastDrawKind,
  lastNoteKind,
  noteToolKinds,
  rememberNoteKind,
} from '#client/board/tools/last-kind.ts'
import { toolLetters } from '#client/board/tools/letters.ts'
import { toolTexts } from '#client/board/tools/tool-texts.ts'
import { useRovingFocus } from '#client/board/tools/use-roving-focus.ts'
import { useTexts } from '#client/ui/texts.ts'

type Props = {
  /** Null until the canvas stands. */
  editor: Editor | null
  canEdit: boolean
  onList: () => void
  images: ImageSeat
}

export function Rail({ editor, canEdit, onList, images }: Props) {
  const say = useTexts(boardTexts)
  const toolbar = useRef<HTMLDivElement>(null)
  useRovingFocus(toolbar)
  return (
    <div
      ref={toolbar}
      className={classes.rail}
      role="toolbar"
      aria-label={say('tools')}
      aria-orientation="vertical"
    >
      {editor && canEdit && <Tools editor={editor} images={images} />}
      <span className={classes.space} />
      <LockBoardTool />
      <FilesTool />
      <RailTool label={say('table')} Icon={IconTable} onUse={onList} />
    </div>
  )
}

const mapIcons = { stage: IconColumns3, lane: IconLayoutRows, emotion: IconChartLine } as const

function Tools({ editor, images }: { editor: Editor; images: ImageSeat }) {
  const say = useTexts(toolTexts)
  const current = useValue('tool', () => editor.getCurrentToolId(), [editor])
  const noteKind = useValue(lastNoteKind)
  const drawKind = useValue(lastDrawKind)
  const choose = (id: string) => () => editor.setCurrentTool(id)
  /** One of tldraw's own. */
  const plain = (name: 'select' | 'hand' | 'arrow' | 'text' | 'eraser', Icon: TablerIcon) => (
    <RailTool
      label={say(name)}
      letter={toolLetters[name]}
      Icon={Icon}
      isOn={current === name}
      onUse={choose(name)}
    />
  )
  return (
    <>
      <ToolKinds
        label={say('noteKinds')}
        kinds={noteToolKinds.map((kind) => ({
          kind,
          label: say(kind),
          letter: toolLetters[kind],
          Icon: noteIcons[kind],
        }))}
        chosen={noteKind}
        isOn={noteToolKinds.some((kind) => current === cardToolId(kind))}
        onUse={(kind) => {
          rememberNoteKind(kind)
          editor.setCurrentTool(cardToolId(kind))
        }}
        onKeyboard={(kind) => {
          rememberNoteKind(kind)
          actWithCard(editor, kind)
        }}
        text={noteKind === 'pain-points' ? say('painNarrow') : undefined}
      />
      <RailTool
        label={say('touchpoint')}
        letter={toolLetters.touchpoint}
        Icon={IconListDetails}
        isOn={current === cardToolId('touchpoint')}
        onUse={choose(cardToolId('touchpoint'))}
        onKeyboard={() => actWithCard(editor, 'touchpoint')}
      />
      {mapToolKinds.map((kind) => (
        <RailTool
          key={kind}
          label={say(kind)}
          letter={toolLetters[kind]}
          Icon={mapIcons[kind]}
          isOn={current === mapToolId(kind)}
          onUse={choose(mapToolId(kind))}
          onKeyboard={() => actOnMap[kind](editor)}
        />
      ))}
      <hr />
      {plain('select', IconPointer)}
      {plain('hand', IconHandStop)}
      <hr />
      <ToolKinds
        label={say('drawKinds')}
        kinds={drawToolKinds.map((kind) => ({
          kind,
          label: say(kind),
          letter: toolLetters[kind],
          Icon: drawIcons[kind],
        }))}
        chosen={drawKind}
        isOn={current === drawKind}
        onUse={(kind) => {
          lastDrawKind.set(kind)
          editor.setCurrentTool(kind)
        }}
      />
      {plain('arrow', IconArrowUpRight)}
      {plain('text', IconTypography)}
      <RailTool
        label={say('image')}
        letter={toolLetters.image}
        Icon={IconPhoto}
        onUse={() => putChosenImages(editor, images)}
      />
      {plain('eraser', IconEraser)}
    </>
  )
}
