// What a whole room fetches at once is read from storage once, and no more is kept than there is room for.
import { expect, test } from 'vitest'
import { keepImages } from '#server/images/kept-images.ts'
import type { ImageRow } from '#server/storage/storage.ts'
import { ImageId, WorkshopId } from '#shared/ids.ts'

const workshopId = WorkshopId.parse('0'.repeat(12))
const number = (count: number) => ImageId.parse(String(count).padStart(26, '0'))

function storeOf(count: number, size: number) {
  const asked: ImageId[] = []
  const find = async (_workshopId: WorkshopId, imageId: ImageId): Promise<ImageRow | null> => {
    asked.push(imageId)
    if (Number(imageId) >= count) return null
    return { workshopId, imageId, type: 'image/png', bytes: new Uint8Array(size) }
  }
  return { find, asked }
}

test('fifty people who ask at once cost one reading', async () => {
  const store = storeOf(1, 10)
  const read = keepImages(store, 100)
  const images = await Promise.all(Array.from({ length: 50 }, () => read(workshopId, number(0))))
  expect(new Set(images).size).toBe(1)
  expect(store.asked).toHaveLength(1)
})

test('the one unasked for longest goes first', async () => {
  const store = storeOf(9, 40)
  const read = keepImages(store, 100)
  for (const each of [0, 1, 0, 2, 0, 1]) await read(workshopId, number(each))
  // 0 was asked for again before 2 came, so 1 had to go.
  expect(store.asked).toEqual([0, 1, 2, 1].map(number))
})

test('an image that is not there yet is asked for again', async () => {
  const store = storeOf(0, 0)
  const read = keepImages(store, 100)
  expect(await read(workshopId, number(5))).toBeNull()
  await read(workshopId, number(5))
  expect(store.asked).toHaveLength(2)
})

test('an image larger than everything that may be kept is still delivered', async () => {
  const read = keepImages(storeOf(1, 500), 100)
  expect((await read(workshopId, number(0)))?.bytes).toHaveLength(500)
})
