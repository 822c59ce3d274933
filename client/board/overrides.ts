// What is left of tldraw's own tools and actions: those that our rail and our shapes have a use for.
import type { Editor, TLUiActionItem, TLUiOverrides } from '@tldraw/tldraw'
import { askToRemove } from '#client/board/asked-removal.ts'
import { cardToolId } from '#client/board/card-tools.ts'
import { focusInspector, inspectorKey } from '#client/board/chrome/beside-selection.ts'
import { isPart } from '#client/board/part-landing.ts'

const keptTools = ['select', 'hand', 'eraser', 'arrow', 'draw', 'laser'] as const
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

/** H raises the hand in the room, so the hand tool has no letter here: the space bar moves the board. */
const letters = { note: 'n', touchpoint: 't', 'pain-points': 'p', opportunities: 'o', evidence: 'b' } as const

export const overrides: TLUiOverrides = {
  tools: (editor, tools) => ({
    ...Object.fromEntries(
      keptTools.flatMap((id) =>
        tools[id] ? [[id, id === 'hand' ? { ...tools[id], kbd: '' } : tools[id]]] : [],
      ),
    ),
    ...Object.fromEntries(
      Object.entries(letters).map(([kind, kbd]) => {
        const id = cardToolId(kind as keyof typeof letters) // the keys of `letters`
        return [id, { id, label: id, icon: 'tool-note', kbd, onSelect: () => editor.setCurrentTool(id) }]
      }),
    ),
  }),
  actions: (editor, actions) => ({
    ...Object.fromEntries(keptActions.flatMap((id) => (actions[id] ? [[id, actions[id]]] : []))),
    ...(actions.delete && { delete: { ...actions.delete, onSelect: askingFirst(editor, actions.delete) } }),
    // The tab key goes from card to card, so the fields beside a card have a key of their own.
    inspect: {
      id: 'inspect',
      kbd: inspectorKey,
      onSelect: () => focusInspector(editor),
    },
  }),
}

/** A stage or lane that holds cards is not simply gone. */
const askingFirst =
  (editor: Editor, { onSelect }: TLUiActionItem): TLUiActionItem['onSelect'] =>
  (source) => {
    const selected: unknown = editor.isIn('select.idle') ? editor.getOnlySelectedShape() : null
    return isPart(selected) ? askToRemove(editor, selected) : onSelect(source)
  }
