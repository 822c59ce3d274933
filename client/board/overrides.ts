// What is left of tldraw's own tools and actions: those that our rail and our shapes have a use for.
import type { Editor, TLUiActionItem, TLUiOverrides, TLUiToolItem } from '@tldraw/tldraw'
import { askToRemove } from '#client/board/asked-removal.ts'
import { cardKinds, cardToolId } from '#client/board/card-tools.ts'
import { focusInspector, inspectorKey } from '#client/board/chrome/beside-selection.ts'
import { putChosenImages } from '#client/board/images/put-images.ts'
import { isOwn } from '#client/board/map-of.ts'
import { isPart } from '#client/board/part-landing.ts'
import { sceneOf } from '#client/board/scene.ts'
import { groupNotes } from '#client/board/selection/cluster-commands.ts'
import { mapToolId, mapToolKinds } from '#client/board/tools/click-tools.ts'
import { toolLetters } from '#client/board/tools/letters.ts'

const keptTools = [
  'select',
  'hand',
  'eraser',
  'arrow',
  'draw',
  'highlight',
  'text',
  'frame',
  'laser',
] as const
const keptActions = [
  'undo',
  'redo',
  'copy',
  'cut',
  'paste',
  'delete',
  'duplicate',
  'select-all',
  'select-none',
  'bring-to-front',
  'bring-forward',
  'send-backward',
  'send-to-back',
  'group',
  'ungroup',
  'zoom-in',
  'zoom-out',
  'zoom-to-100',
  'zoom-to-fit',
  'zoom-to-selection',
  'enlarge-shapes',
  'shrink-shapes',
  'a11y-repeat-shape-announce',
] as const

export const overrides: TLUiOverrides = {
  tools: (editor, tools) => ({
    ...Object.fromEntries(
      keptTools.flatMap((id) => (tools[id] ? [[id, { ...tools[id], kbd: toolLetters[id] }]] : [])),
    ),
    ...Object.fromEntries(cardKinds.map((kind) => ownTool(editor, cardToolId(kind), toolLetters[kind]))),
    ...Object.fromEntries(mapToolKinds.map((kind) => ownTool(editor, mapToolId(kind), toolLetters[kind]))),
    'put-image': {
      id: 'put-image',
      label: 'put-image',
      icon: 'tool-media',
      kbd: toolLetters.image,
      onSelect: () => {
        const { images } = sceneOf(editor).get()
        if (images && !editor.getInstanceState().isReadonly) putChosenImages(editor, images)
      },
    },
  }),
  actions: (editor, actions) => ({
    ...Object.fromEntries(keptActions.flatMap((id) => (actions[id] ? [[id, actions[id]]] : []))),
    ...(actions.group && { group: { ...actions.group, onSelect: underHeading(editor, actions.group) } }),
    ...(actions.delete && { delete: { ...actions.delete, onSelect: askingFirst(editor, actions.delete) } }),
    // The tab key goes from card to card, so the fields beside a card have a key of their own.
    inspect: {
      id: 'inspect',
      kbd: inspectorKey,
      onSelect: () => focusInspector(editor),
    },
  }),
}

const ownTool = (editor: Editor, id: string, kbd: string): [string, TLUiToolItem] => [
  id,
  { id, label: id, icon: 'tool-note', kbd, onSelect: () => editor.setCurrentTool(id) },
]

/** Notes go under a heading; drawings are grouped as tldraw does it; cards of a map stay in their cells. */
const underHeading =
  (editor: Editor, { onSelect }: TLUiActionItem): TLUiActionItem['onSelect'] =>
  (source) => {
    if (groupNotes(editor)) return
    const selected: readonly unknown[] = editor.getSelectedShapes()
    if (!selected.some(isOwn)) return onSelect(source)
  }

/** A stage or lane that holds cards is not simply gone. */
const askingFirst =
  (editor: Editor, { onSelect }: TLUiActionItem): TLUiActionItem['onSelect'] =>
  (source) => {
    const selected: unknown = editor.isIn('select.idle') ? editor.getOnlySelectedShape() : null
    return isPart(selected) ? askToRemove(editor, selected) : onSelect(source)
  }
