// Makes what was copied from another board fit for this one: nothing that shows what lies elsewhere, images uploaded here.
import type { Editor, TLAsset, TLContent } from '@tldraw/tldraw'
import { ImageProblem } from '#client/board/images/image-problem.ts'
import { type ImageSeat, uploadImage } from '#client/board/images/upload-image.ts'
import { uploadsOf } from '#client/board/images/uploads.ts'
import { foreignShapes, imageSource } from '#shared/board/images.ts'

/** What cannot come is left out; the rest goes on. */
export async function cleanContent(editor: Editor, seat: ImageSeat, content: TLContent): Promise<TLContent> {
  const assets = await Promise.all(content.assets.map((asset) => ownAsset(editor, seat, asset)))
  const kept = assets.filter((asset) => asset !== null)
  const names = new Set<unknown>(kept.map(({ id }) => id))
  const gone = new Set<string>()
  // Parents come before their children.
  const shapes = content.shapes.filter((shape) => {
    const isImageless = shape.type === 'image' && 'assetId' in shape.props && !names.has(shape.props.assetId)
    const isGone = foreignShapes.has(shape.type) || isImageless || gone.has(shape.parentId)
    if (isGone) gone.add(shape.id)
    return !isGone
  })
  return {
    ...content,
    assets: kept,
    shapes,
    rootShapeIds: content.rootShapeIds.filter((id) => !gone.has(id)),
    bindings: content.bindings?.filter(({ fromId, toId }) => !gone.has(fromId) && !gone.has(toId)),
  }
}

/** Null for what is no image, and for one that could not be uploaded. */
async function ownAsset(editor: Editor, seat: ImageSeat, asset: TLAsset): Promise<TLAsset | null> {
  const known = editor.getAsset(asset.id)
  if (known) return known
  if (asset.type !== 'image' || !asset.props.src?.startsWith('data:')) return null
  try {
    const image = await fetch(asset.props.src).then((response) => response.blob())
    const { imageId } = await uploadImage(seat, image)
    return { ...asset, props: { ...asset.props, src: imageSource(imageId) } }
  } catch (error) {
    const code = error instanceof ImageProblem ? error.code : 'failed'
    uploadsOf(editor).update((now) => ({
      ...now,
      problem: { code, name: asset.props.name, again: null },
    }))
    return null
  }
}
