// The pictures of a report are drawn once each, and none takes the report with it.
import { afterEach, expect, test, vi } from 'vitest'
import { picturesFor } from '#client/results/files/pdf/pictures-for.ts'
import type { PictureOf, PngPicture } from '#client/results/files/pictures.ts'
import type { Block } from '#shared/results/report.ts'
import { cardId, reportWith } from '#tests/support/printed-report.ts'
import { sampleImages } from '#tests/support/sample-images.ts'

const drawn: PngPicture = { bytes: sampleImages.png, width: 7, height: 5 }
const picture = (of: PictureOf): Block => ({ kind: 'picture', of, alt: '' })
const [card, gone] = [cardId('a'), cardId('b')]

afterEach(() => vi.unstubAllGlobals())

async function draw(blocks: readonly Block[], png: (of: PictureOf) => Promise<PngPicture | null>) {
  const asked: PictureOf[] = []
  const shares: number[] = []
  const draws = (of: PictureOf) => {
    asked.push(of)
    return png(of)
  }
  const pictures = await picturesFor(
    reportWith(blocks),
    { png: draws, close() {} },
    (share) => void shares.push(share),
  )
  return { asked, shares, of: [...pictures.keys()] }
}

test('each picture is drawn once, however often it stands in the report', async () => {
  const { asked, shares, of } = await draw(
    [picture('board'), picture(card), picture(card)],
    async () => drawn,
  )
  expect(asked).toEqual(['board', card])
  expect(of).toEqual(['board', card])
  expect(shares).toEqual([0.5, 1])
})

test('a card that is gone has no picture', async () => {
  const { of } = await draw([picture(card), picture(gone)], async (one) => (one === gone ? null : drawn))
  expect(of).toEqual([card])
})

test('a picture that fails is missing, is told of as a bug, and the others are there', async () => {
  const told: unknown[] = []
  vi.stubGlobal('reportError', (error: unknown) => told.push(error))
  const { of } = await draw([picture('board'), picture(card)], (one) =>
    one === 'board' ? Promise.reject(new Error('no canvas')) : Promise.resolve(drawn),
  )
  expect(of).toEqual([card])
  expect(told).toEqual([new Error('no canvas')])
})
