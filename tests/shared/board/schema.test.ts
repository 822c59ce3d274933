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

const image: BoardRecord = {
  id: 'asset:a',
  typeName: 'asset',
  type: 'image',
  meta: {},
  props: {
    w: 7,
    h: 5,
    name: 'photo.png',
    isAnimated: false,
    mimeType: 'image/png',
    src: `asset:${'0'.repeat(26)}`,
    fileSize: 110,
  },
}
const withSource = (src: unknown): BoardRecord => ({ ...image, props: { ...Object(image.props), src } })

test('an image of this workshop passes, by its name', () => {
  expect(checkRecord(image)).toMatchObject({ ok: true })
})

test.each([
  ['of another host', 'https://evil.example/spy.png'],
  ['of this host, by its address', '/api/workshops/n5b9eer8y9f6/images/00000000000000000000000000'],
  ['inside the record itself', 'data:image/png;base64,iVBORw0KGgo='],
  ['that is drawn by a program', 'data:image/svg+xml,<svg/>'],
  ['of somebody’s own browser', 'asset:1234567'],
  ['beside the images', `asset:../${'0'.repeat(23)}`],
  ['with something behind its name', `asset:${'0'.repeat(26)}?x=1`],
  ['that is only a scheme', 'asset:'],
  ['that is nowhere', null],
  ['that is not named by a text', { toString: 'asset:' }],
])('an image %s is refused', (_name, src) => {
  expect(checkRecord(withSource(src))).toMatchObject({ ok: false })
})

test.each(['video', 'bookmark'])('a %s is refused, wherever it comes from', (type) => {
  const video = { ...image, type }
  expect(checkRecord(video)).toMatchObject({ ok: false })
})

test.each(['video', 'bookmark', 'embed'])('a shape that shows a %s is refused', (type) => {
  const shown = { ...touchpoint, type, props: { w: 100, h: 100, url: '' } }
  expect(checkRecord(shown)).toEqual({ ok: false, reason: `A board takes no ${type}, as shape:a is.` })
})

test('a persona’s picture is named by the id of an image', () => {
  const persona = (imageId: string | null) => ({
    ...touchpoint,
    type: 'persona',
    props: { name: '', goal: '', quote: '', imageId },
  })
  expect(checkRecord(persona('0'.repeat(26)))).toMatchObject({ ok: true })
  expect(checkRecord(persona(null))).toMatchObject({ ok: true })
  expect(checkRecord(persona('../results.json'))).toMatchObject({ ok: false })
})

test.each([
  ['a channel', { channel: 'Brieftaube, die niemand kennt' }],
  ['a title', { title: ['Geheimes, got it'] }],
  ['a state', { state: 'Geheimes' }],
])('the reason for refusing %s names the place, and never what stood there', (_, props) => {
  const checked = checkRecord(withProps(props))
  if (checked.ok) expect.fail('it was taken')
  expect(checked.reason).toContain(`props.${Object.keys(props)[0]}`)
  expect(checked.reason).not.toMatch(/Brieftaube|Geheimes/)
})
