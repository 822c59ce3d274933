// The emotion curve's arithmetic: what is drawn can be dragged back to the value it was drawn from.
import { expect, test } from 'vitest'
import { emotionAt, emotionPoint, formatSigned, smoothPath } from '#client/board/shapes/emotion-curve.ts'

test('each quarter is found again at the height where it is drawn', () => {
  for (let value = -2; value <= 2; value += 0.25)
    expect(emotionAt(emotionPoint(0, 300, value).y, 300)).toBe(value)
})

test('heights between two quarters snap to the nearer one, and beyond the lane to its ends', () => {
  const { y } = emotionPoint(0, 0, 1)
  expect(emotionAt(y + 2, 0)).toBe(1)
  expect(emotionAt(-1000, 0)).toBe(2)
  expect(emotionAt(1000, 0)).toBe(-2)
})

test('a value says its sign, with a real minus and the decimal of the language', () => {
  expect(formatSigned(-1.25, 'de')).toBe('\u22121,25')
  expect(formatSigned(0.5, 'en')).toBe('+0.5')
  expect(formatSigned(0, 'de')).toBe('0')
})

test('the line goes through its points and never beyond the highest and the lowest', () => {
  const points = [-2, 2, -2, 0].map((value, at) => emotionPoint(at * 100, 0, value))
  const path = smoothPath(points)
  const heights = [...path.matchAll(/-?[\d.]+ (-?[\d.]+)/g)].map(([, y]) => Number(y))
  expect(Math.min(...heights)).toBe(Math.min(...points.map(({ y }) => y)))
  expect(Math.max(...heights)).toBe(Math.max(...points.map(({ y }) => y)))
  expect(smoothPath([])).toBe('')
})
