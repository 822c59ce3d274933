// A map written as a table and read back is the same map, whatever it holds.
import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { FileMap } from '#shared/board/board-file.ts'
import { plainWord } from '#shared/board/import/plain-words.ts'
import { readMap } from '#shared/board/import/read-map.ts'
import { readTable } from '#shared/board/import/read-table.ts'
import { sampleDepartments, sampleMap } from '#shared/board/import/sample-map.ts'
import { writeTable } from '#shared/board/import/write-table.ts'
import { Channel, LaneKind, TouchpointState } from '#shared/board/model.ts'
import { noteKinds } from '#shared/board/shapes.ts'
import type { Language } from '#shared/language.ts'

const departments = [
  { departmentId: 'service', title: 'Kundenservice' },
  { departmentId: 'it', title: '=IT & "Produkt"; Team' },
]
const languages = fc.constantFrom<Language>('de', 'en')

function readBack(map: FileMap, language: Language) {
  const text = writeTable(map, { language, departments })
  const read = readTable(new TextEncoder().encode(text))
  if (!read.ok) throw new Error(read.problem.code)
  const titles = { map: map.title, touchpoints: 'Touchpoints', emotion: 'Emotion' }
  return { text, ...readMap(read.table, { mapping: read.table.mapping, departments, titles }) }
}

const unit = fc.constantFrom(
  'a',
  'Ü',
  'ß',
  '7',
  ' ',
  '=',
  '+',
  '-',
  '@',
  "'",
  '"',
  ';',
  ',',
  '|',
  '\t',
  '😀',
  '＝',
)
const tidy = (text: string) => text.trim()
const line = fc.string({ unit, minLength: 1, maxLength: 12 }).map((text) => text.replace(/\s+/g, ' ').trim())
const name = line.filter((text) => plainWord(text) !== '' && text.length <= 40)
const lines = fc.string({ unit: fc.oneof(unit, fc.constant('\n')), maxLength: 30 }).map(tidy)
const someLines = lines.filter((text) => text !== '')
const score = fc.option(fc.integer({ min: 0, max: 100 }).map((tenths) => tenths / 10))
const department = fc.constantFrom(null, 'service', 'it')
const note = fc.record({
  text: someLines,
  kind: fc.constantFrom(null, ...noteKinds),
  departmentId: department,
  color: fc.constant(null),
})

/** A map whose cards stand in their order; stages and lanes have titles that differ. */
const maps = fc
  .record({
    stages: fc.uniqueArray(fc.record({ title: name, emotion: fc.option(fc.integer({ min: -8, max: 8 })) }), {
      selector: ({ title }) => plainWord(title),
      minLength: 1,
      maxLength: 4,
    }),
    lanes: fc.uniqueArray(fc.record({ title: name, kind: fc.constantFrom(...LaneKind.options) }), {
      selector: ({ title }) => plainWord(title),
      minLength: 1,
      maxLength: 5,
    }),
  })
  .chain(({ stages, lanes }) => {
    const hasCurve = lanes.some(({ kind }) => kind === 'emotion')
    const cells = stages.flatMap((_, stage) =>
      lanes.flatMap(({ kind }, lane) =>
        kind === 'emotion' ? [] : [{ stageId: `stage-${stage + 1}`, laneId: `lane-${lane + 1}` }],
      ),
    )
    const cardsIn = (cell: (typeof cells)[number]) =>
      fc
        .array(
          fc.oneof(
            fc.record({
              type: fc.constant('touchpoint' as const),
              title: someLines,
              channel: fc.constantFrom(...Channel.options),
              departmentId: department,
              actual: score,
              target: score,
              momentOfTruth: fc.boolean(),
              state: fc.constantFrom(...TouchpointState.options),
              notes: lines,
            }),
            note.map((each) => ({ type: 'note' as const, ...each })),
            fc.record({
              type: fc.constant('cluster' as const),
              title: name,
              notes: fc.array(note, { maxLength: 3 }),
            }),
          ),
          { maxLength: 3 },
        )
        .map((cards) => {
          const headings = new Set<string>()
          return cards.flatMap((card) => {
            if (card.type === 'cluster' && headings.has(plainWord(card.title))) return []
            if (card.type === 'cluster') headings.add(plainWord(card.title))
            return [{ ...card, ...cell }]
          })
        })
    return fc.tuple(...cells.map(cardsIn)).map((cards) =>
      FileMap.parse({
        title: 'Probe',
        stages: stages.map(({ title, emotion }, at) => ({
          id: `stage-${at + 1}`,
          title,
          emotion: hasCurve && emotion !== null ? emotion / 4 : null,
        })),
        lanes: lanes.map((lane, at) => ({ id: `lane-${at + 1}`, ...lane })),
        cards: cards.flat(),
      }),
    )
  })

test('a map written and read back is equal, in both languages', () => {
  fc.assert(
    fc.property(maps, languages, (map, language) => {
      const back = readBack(map, language)
      expect([back.errors, back.remarks]).toEqual([[], []])
      expect(back.map).toEqual(map)
    }),
    { numRuns: 400 },
  )
})

test('no cell that a spreadsheet program opens begins like a formula, and numbers stay numbers', () => {
  fc.assert(
    fc.property(maps, languages, (map, language) => {
      const delimiter = language === 'de' ? ';' : ','
      const { data } = Papa.parse<string[]>(writeTable(map, { language, departments }).slice(1), {
        delimiter,
        newline: '\r\n',
      })
      for (const cell of data.flat())
        expect(/^[=+\-@\t＝]/.test(cell) && !/^-[\d.,]+$/.test(cell)).toBe(false)
    }),
  )
})

test('two stages of one name, or of none, stay two', () => {
  const map = FileMap.parse({
    title: 'Probe',
    stages: [
      { id: 's1', title: 'Kauf' },
      { id: 's2', title: ' kauf' },
      { id: 's3', title: '' },
    ],
    lanes: [{ id: 'l1', title: 'Touchpoints', kind: 'touchpoints' }],
    cards: ['s1', 's2', 's3'].map((stageId) => ({
      type: 'touchpoint',
      stageId,
      laneId: 'l1',
      title: stageId,
    })),
  })
  expect(readBack(map, 'de').map.stages.map(({ title }) => title)).toEqual(['Kauf', 'kauf (2)', 'Phase 3'])
})

test('with personas the first one’s curve is written', () => {
  const map = FileMap.parse({
    title: 'Probe',
    personas: [
      { id: 'p1', name: 'Jonas', goal: '', quote: '' },
      { id: 'p2', name: 'Ina', goal: '', quote: '' },
    ],
    stages: [{ id: 's1', title: 'Kauf', emotions: { p1: -1.5, p2: 2 } }],
    lanes: [{ id: 'l1', title: 'Emotion', kind: 'emotion' }],
    cards: [],
  })
  expect(readBack(map, 'en').map.stages).toMatchObject([{ title: 'Kauf', emotion: -1.5 }])
})

test.each(['de', 'en'] as const)('the example to download is read without a remark in %s', (language) => {
  const map = sampleMap(language)
  const text = writeTable(map, { language, departments: sampleDepartments[language] })
  const read = readTable(new TextEncoder().encode(text))
  if (!read.ok) throw new Error(read.problem.code)
  const titles = { map: map.title, touchpoints: 'x', emotion: 'y' }
  const options = { mapping: read.table.mapping, departments: sampleDepartments[language], titles }
  const back = readMap(read.table, options)
  expect([back.errors, back.remarks, back.inherited]).toEqual([[], [], 0])
  expect(back.map).toEqual(map)
})
