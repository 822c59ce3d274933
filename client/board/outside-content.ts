// What may come onto the board from outside: text, as a note, images, and what was copied from a board. Nothing else.
import { defaultHandleExternalTldrawContent, type Editor } from '@tldraw/tldraw'
import { addCardAt } from '#client/board/cards.ts'
import { cleanContent } from '#client/board/images/clean-content.ts'
import { imageTexts } from '#client/board/images/image-texts.ts'
import { putImages } from '#client/board/images/put-images.ts'
import type { ImageSeat } from '#client/board/images/upload-image.ts'
import { uploadsOf } from '#client/board/images/uploads.ts'
import { layOut } from '#client/board/lay-out.ts'
import { mapsOnPage } from '#client/board/map-of.ts'
import { offerOneEach } from '#client/board/paste-lines.ts'
import { writeSilently } from '#client/board/silence/write-silently.ts'
import { textsNow } from '#client/ui/texts.ts'
import { textProps } from '#shared/board/shapes.ts'
import { asLines } from '#shared/text.ts'

/** tldraw 3 neither cleans pasted SVG nor sandboxes unknown embeds, and bookmarks would fetch from other hosts. */
export function limitOutsideContent(editor: Editor, seat: ImageSeat): void {
  for (const type of ['embed', 'file-replace', 'excalidraw'] as const)
    editor.registerExternalContentHandler(type, null)
  editor.registerExternalAssetHandler('url', null)
  editor.registerExternalAssetHandler('file', null)
  const asNote = (text: string, point = editor.inputs.currentPagePoint) => {
    const words = asLines(text, textProps['sticky-note'].text ?? 0)
    if (writeSilently(editor, 'note', point, words)) return
    const id = addCardAt(editor, 'note', point)
    if (!id) return
    editor.updateShapes([{ id, type: 'sticky-note', props: { text: words } }])
    editor.select(id)
    offerOneEach(editor, id)
  }
  editor.registerExternalContentHandler('text', ({ text, point }) =>
    asNote(text, point as typeof editor.inputs.currentPagePoint),
  )
  editor.registerExternalContentHandler('url', ({ url, point }) =>
    asNote(url, point as typeof editor.inputs.currentPagePoint),
  )
  editor.registerExternalContentHandler('files', ({ files, point }) =>
    putImages(editor, seat, files, point ?? editor.inputs.currentPagePoint),
  )
  editor.registerExternalContentHandler('svg-text', () => {
    const problem = { code: 'image-svg', name: textsNow(imageTexts)('pastedSvg'), again: null } as const
    uploadsOf(editor).update((now) => ({ ...now, problem }))
  })
  editor.registerExternalContentHandler('tldraw', async ({ content, ...rest }) => {
    const cleaned = await cleanContent(editor, seat, content)
    await defaultHandleExternalTldrawContent(editor, { ...rest, content: cleaned })
    for (const { id } of mapsOnPage(editor)) layOut(editor, id)
  })
}
