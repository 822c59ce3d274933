// Scores as people write them.
import { expect, test } from 'vitest'
import { readScore } from '#client/board/twin/scores.ts'

test.each([
  ['7', 7],
  ['7,5', 7.5],
  ['7.5', 7.5],
  [' 10 ', 10],
  ['10,0', 10],
  [',5', 0.5],
  ['3,', 3],
  ['0', 0],
  ['', null],
  ['  ', null],
])('%j is %j', (written, score) => {
  expect(readScore(written)).toBe(score)
})

test.each(['11', '10,1', '-1', '7,25', 'sieben', '1e1', '1.2.3', ',', '∞', '０'])(
  '%j is no score',
  (written) => {
    expect(readScore(written)).toBe(undefined)
  },
)
