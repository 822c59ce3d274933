// What the schema refuses: each of these would break somebody's board.
import { expect, test } from 'vitest'
import type { BoardRecord } from '#shared/board/document.ts'
import { checkRecord } from '#shared/board/schema.ts'

const touchpoint: BoardRecord = {
  id: 'shape:a',
  typeName: 'shape',
  type: 'touchpoint',
  parentId: 'page:page',
  index: 'a1',
  x: 0,
  y: 0,
  rotation: 0,
  isLocked: false,
  opacity: 1,
  meta: {},
  props: {
    title: 'Anruf',
    channel: 'phone',
    departmentId: null,
    actual: 3.4,
    target: null,
    momentOfTruth: false,
    state: 'assumption',
    notes: '',
    stageId: null,
    laneId: null,
  },
}
const withProps = (props: object): BoardRecord => ({
  ...touchpoint,
  props: { ...Object(touchpoint.props), ...props },
})

test('a touchpoint passes', () => {
  expect(checkRecord(touchpoint)).toMatchObject({ ok: true })
})

test.each([
  ['a score above 10', withProps({ actual: 10.1 })],
  ['a score with two decimals', withProps({ actual: 3.45 })],
  ['a score that is no number', withProps({ target: Number.NaN })],
  ['an unknown channel', withProps({ channel: 'fax' })],
  ['a title of 201 characters', withProps({ title: 'x'.repeat(201) })],
  ['a prop that nobody knows', withProps({ more: 1 })],
  ['a place that is no number', { ...touchpoint, x: Number.NaN }],
  ['a place at the end of the world', { ...touchpoint, y: 1e300 }],
  ['an index that cannot be sorted', { ...touchpoint, index: 'nonsense!' }],
  ['a type that nobody knows', { ...touchpoint, type: 'bomb' }],
  ["somebody's camera", { ...touchpoint, id: 'camera:a', typeName: 'camera' }],
])('%s is refused, with a reason', (_name, record) => {
  const check = checkRecord(record)
  expect(check.ok).toBe(false)
  if (!check.ok) expect(check.reason.length).toBeGreaterThan(10)
})
