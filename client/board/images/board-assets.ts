// tldraw's way to images: its records name them, this knows where they are and how they get there.
import type { TLAssetStore } from '@tldraw/tldraw'
import { imageUrl } from '#client/board/images/image-url.ts'
import { type ImageSeat, uploadImage } from '#client/board/images/upload-image.ts'
import { imageOfSource, imageSource } from '#shared/board/images.ts'

export function boardAssets(seat: ImageSeat): TLAssetStore {
  return {
    async upload(_asset, file, signal) {
      const { imageId } = await uploadImage(seat, file, signal ? { signal } : {})
      return { src: imageSource(imageId) }
    },
    /** Null is drawn as an image that is missing. */
    async resolve({ props: { src } }) {
      const imageId = imageOfSource(src)
      return imageId === null ? null : imageUrl(seat, imageId).catch(() => null)
    },
  }
}
