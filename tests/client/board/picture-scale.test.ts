// How large a picture may be: the wish where browsers can, else the most that they can.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pixelsAt, usualScale } from '#client/board/picture-scale.ts'

test('a map of usual size has the pixels it is asked for', () => {
  expect(pixelsAt({ width: 1208, height: 954.5 }, 3)).toEqual({
    width: 3624,
    height: 2863,
    scale: 3,
    isLowered: false,
  })
})

test('a board longer than a canvas can be is drawn smaller, and says so', () => {
  const lowered = pixelsAt({ width: 400, height: 20_000 }, 4)
  expect(lowered).toMatchObject({ isLowered: true })
  expect(lowered.height).toBeLessThanOrEqual(16_384)
  expect(lowered.height).toBeGreaterThan(16_000)
})

test('no wish leads beyond what a browser draws, and none is lowered without need', () => {
  const side = fc.double({ min: 1, max: 200_000, noNaN: true })
  fc.assert(
    fc.property(side, side, fc.integer({ min: 1, max: 4 }), (width, height, wished) => {
      const { width: w, height: h, scale, isLowered } = pixelsAt({ width, height }, wished)
      expect(Math.max(w, h)).toBeLessThanOrEqual(16_384)
      expect(w * h).toBeLessThanOrEqual(64_000_000)
      expect(isLowered).toBe(scale < wished)
      if (isLowered) expect(Math.max(w / 16_384, h / 16_384, Math.sqrt((w * h) / 64e6))).toBeGreaterThan(0.9)
    }),
  )
})

test('without a wish a map is twice as fine as on the board, and a large board less, but never beyond 3,508 by 3,508', () => {
  expect(usualScale({ width: 1208, height: 954.5 })).toBe(2)
  const side = fc.double({ min: 1, max: 200_000, noNaN: true })
  fc.assert(
    fc.property(side, side, (width, height) => {
      const scale = usualScale({ width, height })
      expect(width * scale * height * scale).toBeLessThan(3508 * 3508 + 1)
      if (scale < 2) expect(width * scale * height * scale).toBeGreaterThan(3508 * 3508 - 1)
    }),
  )
})
