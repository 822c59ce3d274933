// What every storage promises about images.
import { describe, expect, test } from 'vitest'
import type { ImageRow } from '#server/storage/storage.ts'
import { ImageId } from '#shared/ids.ts'
import { fresh, type OpenStorage, someBytes, workshopNumber } from './contract.ts'

const workshopId = workshopNumber(1)
const imageNumber = (number: number) => ImageId.parse(String(number).padStart(26, '0'))
const image = (number: number, size: number): ImageRow => ({
  workshopId,
  imageId: imageNumber(number),
  type: 'image/png',
  bytes: someBytes(size),
})

export function imagesContract(engine: string, open: OpenStorage): void {
  describe(`images in ${engine}`, () => {
    test('an image is kept with its bytes, also after a restart', async () => {
      const { storage, reopened } = await fresh(open)
      const photo = { ...image(1, 3_000_000), type: 'image/jpeg' }
      expect(await storage.images.put(photo, 4_000_000)).toBe('stored')
      const found = await (await reopened()).images.find(workshopId, photo.imageId)
      expect(found?.type).toBe('image/jpeg')
      expect(Buffer.compare(found?.bytes ?? Buffer.of(), photo.bytes)).toBe(0)
    })

    test('it is found in its own workshop only', async () => {
      const { storage } = await fresh(open)
      await storage.images.put(image(1, 10), 100)
      expect(await storage.images.find(workshopNumber(2), imageNumber(1))).toBeNull()
      expect(await storage.images.find(workshopId, imageNumber(2))).toBeNull()
    })

    test('what is too much together is not stored, for that workshop alone', async () => {
      const { storage } = await fresh(open)
      expect(await storage.images.put(image(1, 60), 100)).toBe('stored')
      expect(await storage.images.put(image(2, 41), 100)).toBe('full')
      expect(await storage.images.find(workshopId, imageNumber(2))).toBeNull()
      expect(await storage.images.put(image(3, 40), 100)).toBe('stored')
      expect(await storage.images.put({ ...image(1, 60), workshopId: workshopNumber(2) }, 100)).toBe('stored')
    })

    test('of many at once no more are stored than there is room for', async () => {
      const { storage } = await fresh(open)
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, at) => storage.images.put(image(at, 10), 75)),
      )
      expect(answers.filter((answer) => answer === 'stored')).toHaveLength(7)
    })
  })
}
