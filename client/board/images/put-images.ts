// Puts files onto the board as images: each is uploaded first and appears, for everybody, when it is stored.
import { AssetRecordType, createShapeId, type Editor, MediaHelpers, type VecLike } from '@tldraw/tldraw'
import { chooseImages } from '#client/board/images/choose-images.ts'
import { ImageProblem, isPassing, type ProblemCode } from '#client/board/images/image-problem.ts'
import { imageTexts } from '#client/board/images/image-texts.ts'
import { type ImageSeat, uploadImage } from '#client/board/images/upload-image.ts'
import { uploadsOf } from '#client/board/images/uploads.ts'
import { textsNow } from '#client/ui/texts.ts'
import { imageSource, type UploadedImage } from '#shared/board/images.ts'

/** Beside each other, in px at 100 %. */
const gap = 24

/** Whatever cannot come is said in a sentence, and the rest comes. */
export async function putImages(
  editor: Editor,
  seat: ImageSeat,
  files: readonly File[],
  at: VecLike = editor.getViewportPageBounds().center,
): Promise<void> {
  if (editor.getInstanceState().isReadonly || files.length === 0) return
  const uploads = uploadsOf(editor)
  const ending = new AbortController()
  const cancel = () => ending.abort()
  const shares = files.map(() => 0)
  const tell = () => uploads.update((now) => ({ ...now, progress: [...shares], cancel }))
  uploads.update((now) => ({ ...now, problem: null }))
  tell()
  const failed: File[] = []
  let place = { x: at.x, y: at.y }
  // One after the other: they share one line to the server, and come in the order in which they were chosen.
  for (const [index, file] of files.entries()) {
    if (ending.signal.aborted) break
    const onProgress = (share: number) => {
      shares[index] = share
      tell()
    }
    try {
      const uploaded = await uploadImage(seat, file, { onProgress, signal: ending.signal })
      place = await show(editor, { file, uploaded, at: place })
    } catch (error) {
      if (ending.signal.aborted) break
      const code = codeOf(error)
      if (isPassing(code)) failed.push(file)
      const again = failed.length > 0 ? () => void putImages(editor, seat, failed, place) : null
      uploads.update((now) => ({ ...now, problem: { code, name: nameOf(file), again } }))
    }
    shares[index] = 1
    tell()
  }
  uploads.update((now) => ({ ...now, progress: [] }))
}

/** From the browser's dialogue; call it from a click or a key. */
export function putChosenImages(editor: Editor, seat: ImageSeat): void {
  chooseImages({ isMultiple: true }).then((files) => {
    editor.focus() // what comes can be moved and undone with the keyboard
    return putImages(editor, seat, files)
  }, reportError)
}

/** A bug is none of the problems a file can have; it is reported, and the person learns that nothing came of it. */
export function codeOf(error: unknown): ProblemCode {
  if (error instanceof ImageProblem) return error.code
  reportError(error)
  return 'failed'
}

export const nameOf = ({ name }: File) => name || textsNow(imageTexts)('unnamed')

type Shown = { file: File; uploaded: UploadedImage; at: { x: number; y: number } }

/** One step to undo. Answers with the place of the next one. */
async function show(editor: Editor, { file, uploaded, at }: Shown): Promise<{ x: number; y: number }> {
  const { imageId, type } = uploaded
  // As it is drawn: a photo's own note may turn it on its side.
  const { w, h } = await MediaHelpers.getImageSize(file).catch(() => {
    throw new ImageProblem('image-unreadable')
  })
  const isAnimated = await MediaHelpers.isAnimated(file)
  const assetId = AssetRecordType.createId(imageId)
  const size = fitted({ w, h }, editor.getViewportPageBounds())
  const id = createShapeId()
  editor.markHistoryStoppingPoint('putting image')
  editor.run(() => {
    editor.createAssets([
      {
        id: assetId,
        typeName: 'asset',
        type: 'image',
        meta: {},
        props: {
          w,
          h,
          name: nameOf(file).slice(0, 200),
          isAnimated,
          mimeType: type,
          src: imageSource(imageId),
          fileSize: file.size,
        },
      },
    ])
    editor.createShape({
      id,
      type: 'image',
      x: at.x - size.w / 2,
      y: at.y - size.h / 2,
      props: { assetId, ...size },
    })
  })
  if (editor.getShape(id)) editor.select(id)
  else editor.deleteAssets([assetId]) // the page is full
  return { x: at.x + size.w + gap, y: at.y }
}

/** It is shown no larger than half of what is seen of the board; the image itself stays as it is. */
function fitted(image: { w: number; h: number }, view: { w: number; h: number }): { w: number; h: number } {
  const scale = Math.min(1, view.w / 2 / image.w, view.h / 2 / image.h)
  return { w: Math.max(1, image.w * scale), h: Math.max(1, image.h * scale) }
}
