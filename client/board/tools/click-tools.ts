// Tools that add a stage or a lane, or set a point of the emotion curve, where one clicks; Enter does it without a mouse.
import { type Editor, StateNode, type TLKeyboardEventInfo, type TLStateNodeConstructor } from '@tldraw/tldraw'
import { openCard } from '#client/board/card-tools.ts'
import { focusEmotion } from '#client/board/tools/focus-emotion.ts'
import {
  addLaneAt,
  addLaneHere,
  addStageAt,
  addStageHere,
  setEmotionAt,
  setEmotionHere,
} from '#client/board/tools/map-tools.ts'

export const mapToolKinds = ['stage', 'lane', 'emotion'] as const
export type MapToolKind = (typeof mapToolKinds)[number]
export const mapToolId = (kind: MapToolKind): string => `add-${kind}`

const atPointer: Record<MapToolKind, (editor: Editor) => void> = {
  stage: (editor) => openCard(editor, addStageAt(editor, editor.inputs.currentPagePoint)),
  lane: (editor) => openCard(editor, addLaneAt(editor, editor.inputs.currentPagePoint)),
  // One sets a whole curve, so the tool stays.
  emotion: (editor) => setEmotionAt(editor, editor.inputs.currentPagePoint),
}

/** At what is selected, for the keyboard. */
export const actOnMap: Record<MapToolKind, (editor: Editor) => void> = {
  stage: (editor) => openCard(editor, addStageHere(editor)),
  lane: (editor) => openCard(editor, addLaneHere(editor)),
  emotion: (editor) => {
    const stageId = setEmotionHere(editor)
    editor.setCurrentTool('select')
    if (stageId) focusEmotion(editor)
  },
}

export const mapTools: TLStateNodeConstructor[] = mapToolKinds.map(
  (kind) =>
    class extends StateNode {
      static override id = mapToolId(kind)

      override onEnter() {
        this.editor.setCursor({ type: 'cross', rotation: 0 })
      }
      override onPointerUp() {
        atPointer[kind](this.editor)
      }
      override onKeyDown({ key }: TLKeyboardEventInfo) {
        if (key === 'Enter') actOnMap[kind](this.editor)
      }
      override onCancel() {
        this.editor.setCurrentTool('select')
      }
    },
)
