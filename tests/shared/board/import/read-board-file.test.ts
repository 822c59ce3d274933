// JSON files of ours: read whole, or refused with the place where they are wrong.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { looksLikeJson, readBoardFile } from '#shared/board/import/read-board-file.ts'

const file = {
  format: 'runde-template',
  version: 1,
  title: 'Unsere Vorlage',
  departments: [{ departmentId: 'it', title: 'IT' }],
  maps: [
    {
      title: 'Reise',
      personas: [{ id: 'p1', name: 'Jonas', goal: '', quote: '' }],
      stages: [{ id: 's1', title: 'Kauf', emotions: { p1: 1 } }],
      lanes: [{ id: 'l1', title: 'Touchpoints', kind: 'touchpoints' }],
      cards: [
        { type: 'touchpoint', stageId: 's1', laneId: 'l1', title: 'Shop', channel: 'shop', target: 8.5 },
      ],
    },
  ],
}
type Path = readonly (string | number)[]
/** The file with one value changed; undefined leaves it out. */
function changed(path: Path, value: unknown): string {
  const copy = structuredClone(file)
  const last = path.at(-1) ?? ''
  const parent = path.slice(0, -1).reduce<unknown>((at, step) => Reflect.get(Object(at), step), copy)
  if (value === undefined) Reflect.deleteProperty(Object(parent), last)
  else Reflect.set(Object(parent), last, value)
  return JSON.stringify(copy)
}
const problemOf = (text: string) => {
  const read = readBoardFile(text)
  return read.ok ? null : read.problem
}

test('a file of ours is read, and what it does not say has its usual value', () => {
  const read = readBoardFile(JSON.stringify(file))
  if (!read.ok) throw new Error(read.problem.code)
  expect(read.file).toMatchObject({ language: 'de', loose: [], templateId: null })
  expect(read.file.maps[0]?.cards).toMatchObject([
    { title: 'Shop', actual: null, state: 'assumption', notes: '' },
  ])
  expect(read.file.maps[0]?.stages).toMatchObject([{ width: 172, emotion: null }])
})

test('JSON is told from a table by its first sign', () => {
  expect([' {"a":1}', '\n[1]', 'Phase;{a}', '"{"'].map(looksLikeJson)).toEqual([true, true, false, false])
})

describe('what is no file of ours is refused', () => {
  test.each([
    ['{"format": "runde-template", "version": 1,', { code: 'json-broken' }],
    ['[]', { code: 'json-foreign' }],
    ['{"format":"mural","version":1}', { code: 'json-foreign' }],
    ['null', { code: 'json-foreign' }],
    ['{"format":"runde-board","version":7}', { code: 'json-newer', version: 7, known: 1 }],
  ])('%s', (text, problem) => {
    expect(problemOf(text)).toEqual(problem)
  })
})

describe('what is wrong in one is named by its place', () => {
  test.each<[Path, unknown, string, string, string]>([
    [['maps'], undefined, 'maps', 'missing', ''],
    [['maps', 0, 'cards', 0, 'title'], 7, 'maps → 1 → cards → 1 → title', 'wrong-type', 'string'],
    [['maps', 0, 'cards', 0, 'title'], 'x'.repeat(201), 'maps → 1 → cards → 1 → title', 'too-long', '200'],
    [['maps', 0, 'cards', 0, 'target'], 11, 'maps → 1 → cards → 1 → target', 'out-of-range', '10'],
    [['maps', 0, 'cards', 0, 'target'], 7.25, 'maps → 1 → cards → 1 → target', 'decimals', ''],
    [['maps', 0, 'cards', 0, 'stageId'], 's9', 'maps → 1 → cards → 1 → stageId', 'points-nowhere', 's9'],
    [['maps', 0, 'cards', 0, 'type'], 'arrow', 'maps → 1 → cards → 1 → type', 'not-a-choice', ''],
    [
      ['maps', 0, 'stages', 0, 'emotions'],
      { p7: 1 },
      'maps → 1 → stages → 1 → emotions',
      'points-nowhere',
      'p7',
    ],
    [['departments', 0, 'departmentId'], 'IT & Co', 'departments → 1 → departmentId', 'malformed', ''],
    [['version'], 0.5, 'version', 'not-a-choice', '1'],
  ])('%j', (path, value, place, reason, detail) => {
    const problem = problemOf(changed(path, value))
    if (problem?.code === 'json-newer') throw new Error('taken for a newer one')
    expect(problem).toEqual({ code: 'json-invalid', flaw: { place, reason, detail } })
  })
  test('an id that stands twice', () => {
    const twice = changed(
      ['maps', 0, 'stages'],
      [
        { id: 's1', title: 'A' },
        { id: 's1', title: 'B' },
      ],
    )
    expect(problemOf(twice)).toMatchObject({ flaw: { place: 'maps → 1 → stages → 2 → id' } })
  })
})

test('no JSON makes reading fail, also with names that objects have by birth', () => {
  const evil = fc.constantFrom('__proto__', 'constructor', 'toString', 's1', 'p1')
  fc.assert(
    fc.property(fc.jsonValue(), evil, (value, key) => {
      for (const path of [['maps', 0, 'stages', 0, 'emotions'], ['maps', 0], ['loose'], ['departments']])
        expect(readBoardFile(changed(path, { [key]: value }))).toHaveProperty('ok')
    }),
  )
})
