// What may come onto the board from outside: text, as a note, and what was copied from a board. Nothing else.
import { defaultHandleExternalTldrawContent, type Editor } from '@tldraw/tldraw'
import { addCardAt, layOut } from '#client/board/cards.ts'
import { mapsOnPage } from '#client/board/map-of.ts'
import { textProps } from '#shared/board/shapes.ts'

/** tldraw 3 neither cleans pasted SVG nor sandboxes unknown embeds, and bookmarks would fetch from other hosts. */
export function limitOutsideContent(editor: Editor): void {
  for (const type of ['embed', 'svg-text', 'files', 'file-replace', 'excalidraw'] as const)
    editor.registerExternalContentHandler(type, null)
  editor.registerExternalAssetHandler('url', null)
  editor.registerExternalAssetHandler('file', null)
  const asNote = (text: string, point = editor.inputs.currentPagePoint) => {
    const id = addCardAt(editor, 'note', point)
    if (!id) return
    const max = textProps['sticky-note'].text ?? 0
    editor.updateShapes([{ id, type: 'sticky-note', props: { text: text.trim().slice(0, max) } }])
    editor.select(id)
  }
  editor.registerExternalContentHandler('text', ({ text, point }) =>
    asNote(text, point as typeof editor.inputs.currentPagePoint),
  )
  editor.registerExternalContentHandler('url', ({ url, point }) =>
    asNote(url, point as typeof editor.inputs.currentPagePoint),
  )
  editor.registerExternalContentHandler('tldraw', async (content) => {
    await defaultHandleExternalTldrawContent(editor, content)
    for (const { id } of mapsOnPage(editor)) layOut(editor, id)
  })
}
