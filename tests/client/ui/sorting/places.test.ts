// A row that is dragged or moved goes where it is asked to, and no other changes its order.
import { expect, test } from 'vitest'
import { boundTo, moved, placeUnder } from '#client/ui/sorting/places.ts'

test('a row moves up and down among the others', () => {
  expect(moved(['a', 'b', 'c', 'd'], 3, 0)).toEqual(['d', 'a', 'b', 'c'])
  expect(moved(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd'])
  expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b'])
})

test('the pointer is over a row, above all of them or below', () => {
  const rows = [50, 100, 150].map((bottom) => ({ getBoundingClientRect: () => new Rect(bottom) }))
  expect(placeUnder(rows, 10)).toBe(0)
  expect(placeUnder(rows, 60)).toBe(1)
  expect(placeUnder(rows, 900)).toBe(2)
})

test('a row goes no further than it may', () => {
  const places = { first: 1, last: 3 }
  expect([0, 1, 3, 9].map((place) => boundTo(places, place))).toEqual([1, 1, 3, 3])
})

class Rect {
  readonly x = 0
  readonly y = 0
  readonly left = 0
  readonly right = 0
  readonly top = 0
  readonly width = 0
  readonly height = 50
  readonly bottom: number
  constructor(bottom: number) {
    this.bottom = bottom
  }
  toJSON() {
    return this.bottom
  }
}
