// The part of a board around a card: the card is in it, and nothing beyond the page is.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { regionAround, withFrame } from '#client/board/picture-region.ts'

const page = { x: -1000, y: -1000, w: 4000, h: 3000 }

describe('the region around a card', () => {
  test('has the card in its middle', () => {
    expect(regionAround({ x: 500, y: 200, w: 160, h: 80 }, page)).toEqual({ x: 220, y: 0, w: 720, h: 480 })
  })
  test('ends where the page ends', () => {
    expect(regionAround({ x: -990, y: 1900, w: 160, h: 80 }, page)).toEqual({
      x: -1000,
      y: 1520,
      w: 720,
      h: 480,
    })
  })
  test('is the page where that is smaller', () => {
    const small = { x: 10, y: 20, w: 300, h: 200 }
    expect(regionAround({ x: 30, y: 40, w: 160, h: 80 }, small)).toEqual(small)
  })
  test('is larger around a large card', () => {
    const { w, h } = regionAround({ x: 0, y: 0, w: 900, h: 600 }, page)
    expect([w, h]).toEqual([1092, 792])
  })
  test('always has the whole card and only page in it', () => {
    const side = fc.integer({ min: 1, max: 5000 })
    fc.assert(
      fc.property(side, side, fc.double({ min: 0, max: 1, noNaN: true }), side, (w, h, place, length) => {
        const whole = { x: -200, y: 300, w: w + length, h: h + length }
        const card = { x: -200 + Math.floor(place * length), y: 300 + Math.floor(place * length), w, h }
        const seen = regionAround(card, whole)
        for (const [from, size] of [
          ['x', 'w'],
          ['y', 'h'],
        ] as const) {
          expect(seen[from]).toBeLessThanOrEqual(card[from])
          expect(seen[from] + seen[size]).toBeGreaterThanOrEqual(card[from] + card[size])
          expect(seen[from]).toBeGreaterThanOrEqual(whole[from])
          expect(seen[from] + seen[size]).toBeLessThanOrEqual(whole[from] + whole[size])
        }
      }),
    )
  })
})

test('a frame stands around the card, as the last thing that is drawn', () => {
  expect(
    withFrame('<svg viewBox="0 0 9 9"><svg></svg></svg>\n', { x: 10, y: 20, w: 100, h: 50 }, '#123'),
  ).toBe(
    '<svg viewBox="0 0 9 9"><svg></svg><rect x="4" y="14" width="112" height="62" rx="12" fill="none" stroke="#123" stroke-width="4"/></svg>',
  )
})
