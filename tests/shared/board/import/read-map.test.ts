// From rows to a map: cards, notes, lanes, points of the curve, and what is wrong with which line.
import { describe, expect, test } from 'vitest'
import { laneKindOf, numberOf } from '#shared/board/import/cell-words.ts'
import { type ReadMap, readMap } from '#shared/board/import/read-map.ts'
import { readTable } from '#shared/board/import/read-table.ts'

const departments = [
  { departmentId: 'service', title: 'Kundenservice' },
  { departmentId: 'it', title: 'IT & Produkt' },
]
const titles = { map: 'Probe', touchpoints: 'Touchpoints', emotion: 'Emotion' }

function read(...lines: string[]): ReadMap {
  const table = readTable(new TextEncoder().encode(lines.join('\n')))
  if (!table.ok) throw new Error(table.problem.code)
  return readMap(table.table, { mapping: table.table.mapping, departments, titles })
}
const head = 'Phase;Ebene;Titel;Kanal;Abteilung;Ist;Soll;Notiz'

test('a row becomes a touchpoint with everything it says', () => {
  const { map, errors, remarks } = read(
    head,
    'Kauf;Touchpoints;Im Laden;Filiale;Kundenservice;7,5;9.0;"Zeile\nzwei"',
  )
  expect([errors, remarks]).toEqual([[], []])
  expect(map).toMatchObject({
    title: 'Probe',
    stages: [{ title: 'Kauf', emotion: null }],
    lanes: [{ title: 'Touchpoints', kind: 'touchpoints' }],
  })
  expect(map.cards).toEqual([
    {
      type: 'touchpoint',
      stageId: map.stages[0]?.id,
      laneId: map.lanes[0]?.id,
      title: 'Im Laden',
      channel: 'shop',
      departmentId: 'service',
      actual: 7.5,
      target: 9,
      momentOfTruth: false,
      state: 'assumption',
      notes: 'Zeile\nzwei',
    },
  ])
})

test('stages and lanes are those that the rows name, in their order, each once', () => {
  const { map } = read(head, 'Kauf;Touchpoints;A', 'Nutzung;Digital;B', ' KAUF ;touchpoints;C', 'Ende;;D')
  expect(map.stages.map(({ title }) => title)).toEqual(['Kauf', 'Nutzung', 'Ende'])
  expect(map.lanes.map(({ title }) => title)).toEqual(['Touchpoints', 'Digital'])
  expect(map.cards.map(({ stageId }) => stageId)).toEqual(['stage-1', 'stage-2', 'stage-1', 'stage-3'])
})

test('a row that is left out still has its place in the order', () => {
  const { map } = read(head, 'Kauf;Touchpoints;A;;;elf', 'Ende;Ideen;;;;;;B', 'Kauf;Touchpoints;C')
  expect(map.stages.map(({ title }) => title)).toEqual(['Kauf', 'Ende'])
  expect(map.lanes.map(({ title }) => title)).toEqual(['Touchpoints', 'Ideen'])
})

test('merged cells leave the stage empty below their first row: it is the one above', () => {
  const { map, inherited } = read(head, 'Kauf;Touchpoints;A', ';Touchpoints;B', 'Ende;;C', ';;D')
  expect(map.cards.map(({ stageId }) => stageId)).toEqual(['stage-1', 'stage-1', 'stage-2', 'stage-2'])
  expect(inherited).toBe(2)
})

test.each([
  ['Was ich tue', 'customer-actions'],
  ['Kundenhandlungen', 'customer-actions'],
  ['Digitale Touchpoints', 'touchpoints'],
  ['Gefühlslage', 'emotion'],
  ['Pain Points', 'pain-points'],
  ['Probleme und Hürden', 'pain-points'],
  ['Ideen', 'opportunities'],
  ['Verbesserungspotenziale', 'opportunities'],
  ['Zitate aus Interviews', 'evidence'],
  ['Interne Prozesse', 'backstage'],
  ['Back-Office', 'backstage'],
  ['backstage', 'backstage'],
  ['Zeitung', 'free'],
  ['Sonstiges', 'free'],
])('a lane called "%s" is for %s', (title, kind) => {
  expect(laneKindOf(title)).toBe(kind)
})

describe('notes', () => {
  test('a text without a title in a lane for notes is one, of the lane’s kind', () => {
    const { map } = read(head, 'Kauf;Schmerzpunkte;;;IT & Produkt;;;"Zu ""teuer"""', 'Kauf;Ideen;;;;;;Rabatt')
    expect(map.cards).toMatchObject([
      { type: 'note', text: 'Zu "teuer"', kind: 'pain-points', departmentId: 'it' },
      { type: 'note', text: 'Rabatt', kind: 'opportunities', departmentId: null },
    ])
  })
  test('a title in such a lane is its first line, and its scores are left out with a remark', () => {
    const { map, remarks } = read(head, 'Kauf;Schmerzpunkte;Zu teuer;Web;;;;im Laden')
    expect(map.cards).toMatchObject([{ type: 'note', text: 'Zu teuer\nim Laden' }])
    expect(remarks).toMatchObject([{ code: 'note-unrated', line: 2 }])
  })
  test('in a lane of another kind a channel makes a touchpoint, a bare title a note', () => {
    const { map } = read(head, 'Kauf;Digital;Shop;Web;;;;', 'Kauf;Digital;Merken;;;;;')
    expect(map.cards).toMatchObject([
      { type: 'touchpoint', title: 'Shop' },
      { type: 'note', text: 'Merken', kind: null },
    ])
  })
})

test('numbers in the curve’s lane, and in a column of their own, are its points', () => {
  const { map, errors } = read(
    `${head};Emotion`,
    'Kauf;Emotion;;;;−1,5;;;',
    'Nutzung;Emotion;2;;;;;;',
    'Ende;Touchpoints;A;;;;;;-2',
  )
  expect(errors).toEqual([])
  expect(map.stages.map(({ emotion }) => emotion)).toEqual([-1.5, 2, -2])
  expect(map.cards).toHaveLength(1)
})

test('the curve gets a lane where the table has none', () => {
  const { map } = read('Phase;Titel;Emotion', 'Kauf;A;1')
  expect(map.lanes.map(({ kind }) => kind)).toEqual(['touchpoints', 'emotion'])
})

test('a row that only names a stage or a lane makes just that', () => {
  const { map, errors } = read(`${head};Art`, ';Was fehlt;;;;;;;Schmerzpunkte', 'Kauf;;;;;;;;')
  expect(errors).toEqual([])
  expect(map).toMatchObject({
    stages: [{ title: 'Kauf' }],
    lanes: [{ title: 'Was fehlt', kind: 'pain-points' }],
    cards: [],
  })
})

test('notes with a group lie in it together', () => {
  const { map } = read(
    'Phase;Ebene;Notiz;Gruppe',
    'Kauf;Ideen;A;Preis',
    'Kauf;Ideen;B;',
    'Kauf;Ideen;C;preis',
  )
  expect(map.cards).toMatchObject([
    { type: 'cluster', title: 'Preis', notes: [{ text: 'A' }, { text: 'C' }] },
    { type: 'note', text: 'B' },
  ])
})

describe('errors name the line, the column and the value, and the row is left out', () => {
  test.each([
    ['Kauf;Touchpoints;A;;;elf;;', 'not-a-number', 5, 'elf'],
    ['Kauf;Touchpoints;A;;;7. Mai;;', 'not-a-number', 5, '7. Mai'],
    ['Kauf;Touchpoints;A;;;;10,1;', 'score-range', 6, '10,1'],
    ['Kauf;Touchpoints;A;;;-1;;', 'score-range', 5, '-1'],
    ['Kauf;Touchpoints;;Web;;;;', 'no-title', 2, ''],
    ['Kauf;;;;;;;nur eine Notiz', 'no-title', 2, ''],
    ['Kauf;Emotion;traurig;;;;;', 'text-in-emotion', 2, 'traurig'],
    ['Kauf;Emotion;3;;;;;', 'emotion-range', 2, '3'],
    ['Kauf;Touchpoints;A;Web;;7,5;9;b;c', 'too-many-cells', 8, 'c'],
  ])('%s', (line, code, column, value) => {
    const { map, errors } = read(head, line, 'Ende;Touchpoints;Gut')
    expect(errors).toEqual([{ code, line: 2, column, value }])
    expect(map.stages.map(({ title }) => title)).toEqual(['Ende'])
    expect(map.cards).toHaveLength(1)
  })

  test('a text too long says how long it may be', () => {
    const { errors } = read(
      head,
      `Kauf;Touchpoints;${'x'.repeat(201)}`,
      `Kauf;Ideen;;;;;;${'x'.repeat(2001)}`,
    )
    expect(errors).toMatchObject([
      { code: 'too-long', line: 2, column: 2, limit: 200 },
      { code: 'too-long', line: 3, column: 7, limit: 2000 },
    ])
  })
  test('before the first stage there is none above', () => {
    expect(read(head, ';Touchpoints;A', 'Kauf;;B').errors).toMatchObject([
      { code: 'no-stage', line: 2, column: 0 },
    ])
  })
  test('the line is that of the file, after quoted line breaks and empty rows', () => {
    const { errors } = read(head, 'Kauf;;A;;;;;"1\n2\n3"', '', ';;;', 'Kauf;;B;;;99;;')
    expect(errors).toMatchObject([{ line: 7 }])
  })
  test('every wrong cell of a row is told', () => {
    expect(read(head, 'Kauf;;A;;;elf;zwölf').errors.map(({ column }) => column)).toEqual([5, 6])
  })
})

test('what is not known is told and replaced, and the row comes along', () => {
  const { map, remarks, errors } = read(
    `${head};Stand;Moment der Wahrheit`,
    'Kauf;;A;Rauchzeichen;Vorstand;7,25;;;vielleicht;mal sehen',
  )
  expect(errors).toEqual([])
  expect(remarks.map(({ code, value }) => [code, value])).toEqual([
    ['unknown-channel', 'Rauchzeichen'],
    ['unknown-department', 'Vorstand'],
    ['rounded', '7,25'],
    ['unknown-moment', 'mal sehen'],
    ['unknown-state', 'vielleicht'],
  ])
  expect(map.cards).toMatchObject([
    { channel: 'other', departmentId: null, actual: 7.3, momentOfTruth: false, state: 'assumption' },
  ])
})

test.each(['', '-', '–', 'n/a', 'k. A.', ' '])('"%s" is no score and no error', (blank) => {
  const { map, errors } = read(head, `Kauf;;A;;;${blank};8;`)
  expect(errors).toEqual([])
  expect(map.cards).toMatchObject([{ actual: null, target: 8 }])
})

test.each([
  ['7,5', 7.5],
  ['7.5', 7.5],
  [' 8 ', 8],
  ['10/10', 10],
  ['−1,5', -1.5],
  ['+2', 2],
  ['1.000,5', null],
  ['1e1', null],
  ['07. Mai', null],
  ['', null],
])('"%s" is the number %s', (text, value) => {
  expect(numberOf(text)).toBe(value)
})

test('formulas are text, shown as text', () => {
  const formulas = ['=cmd()', '+SUM(A1)', '-2+3', '@now', '\'=HYPERLINK("x")']
  const { map } = read(head, ...formulas.map((each) => `Kauf;;"${each.replaceAll('"', '""')}";Web`))
  expect(map.cards.map((card) => card.type === 'touchpoint' && card.title)).toEqual([
    '=cmd()',
    '+SUM(A1)',
    '-2+3',
    '@now',
    '=HYPERLINK("x")',
  ])
})

test('control characters do not come along', () => {
  const { map } = read(head, 'Kauf;;A\u0007B\u2028C;;;;;')
  expect(map.cards).toMatchObject([{ title: 'AB\nC' }])
})
