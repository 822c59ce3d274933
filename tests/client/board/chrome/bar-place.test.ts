// Where the bar at what is selected stands.
import { describe, expect, test } from 'vitest'
import { barPlace } from '#client/board/chrome/bar-place.ts'

const board = { boardWidth: 660, boardHeight: 400 }
const bar = { width: 300, height: 48 }
const place = (left: number, top: number, width: number, height: number, size = bar, isBesideFirst = false) =>
  barPlace({ left, top, right: left + width, bottom: top + height, ...board }, size, isBesideFirst)

describe('a bar stands', () => {
  test('above what it is about, where there is room', () => {
    expect(place(100, 200, 140, 40)).toEqual({ left: 100, top: 144 })
  })

  test('below it at the upper edge of the board', () => {
    expect(place(100, 10, 140, 40)).toEqual({ left: 100, top: 58 })
  })

  test('within the board, however far to the side the thing lies', () => {
    expect(place(600, 200, 140, 40).left).toBe(352)
    expect(place(-50, 200, 140, 40).left).toBe(8)
  })

  test('beside the title of a map at the upper edge, not on the persona below it', () => {
    expect(place(10, 10, 240, 40, bar, true)).toEqual({ left: 258, top: 8 })
  })

  test('below such a title when the board is too narrow for both', () => {
    expect(place(10, 10, 400, 40, bar, true)).toEqual({ left: 10, top: 58 })
  })

  test('beside a stage, on either side, when it is too high for above and below', () => {
    const question = { width: 300, height: 300 }
    expect(place(40, 180, 140, 40, question)).toEqual({ left: 188, top: 50 })
    expect(place(400, 180, 140, 40, question)).toEqual({ left: 92, top: 50 })
  })

  test('within the board even where it cannot but cover something', () => {
    const { left, top } = place(10, 10, 640, 380, { width: 644, height: 300 })
    expect([left, top]).toEqual([8, 92])
  })
})
