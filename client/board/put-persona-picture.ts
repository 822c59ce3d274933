// Uploads a file as a persona's picture; how far it is and what went wrong is said as for any image.
import type { Editor } from '@tldraw/tldraw'
import { editMap } from '#client/board/edit-map.ts'
import { isPassing } from '#client/board/images/image-problem.ts'
import { codeOf, nameOf } from '#client/board/images/put-images.ts'
import { uploadImage } from '#client/board/images/upload-image.ts'
import { uploadsOf } from '#client/board/images/uploads.ts'
import { sceneOf } from '#client/board/scene.ts'
import type { PersonaShape } from '#shared/board/shapes.ts'

export async function putPersonaPicture(editor: Editor, id: PersonaShape['id'], file: File): Promise<void> {
  const seat = sceneOf(editor).get().images
  if (!seat) return
  const uploads = uploadsOf(editor)
  const ending = new AbortController()
  const tell = (share: number) =>
    uploads.update((now) => ({ ...now, progress: [share], cancel: () => ending.abort() }))
  uploads.update((now) => ({ ...now, problem: null }))
  tell(0)
  try {
    const { imageId } = await uploadImage(seat, file, { onProgress: tell, signal: ending.signal })
    editMap(editor, 'persona picture', (edit) => edit.setProps(id, 'persona', { imageId }))
  } catch (error) {
    if (ending.signal.aborted) return
    const code = codeOf(error)
    const again = isPassing(code) ? () => void putPersonaPicture(editor, id, file) : null
    uploads.update((now) => ({ ...now, problem: { code, name: nameOf(file), again } }))
  } finally {
    uploads.update((now) => ({ ...now, progress: [] }))
  }
}
