// A report on paper says what the report says: read again by another library.
import { expect, test } from 'vitest'
import { cellWriter } from '#client/results/files/pdf/cells.ts'
import { everyText } from '#client/results/files/pdf/texts-of.ts'
import type { PngPicture } from '#client/results/files/pictures.ts'
import { buildReport } from '#shared/results/build-report.ts'
import type { Block, Section, Table } from '#shared/results/report.ts'
import { cardId, emptyReport, printedReport, reportWith } from '#tests/support/printed-report.ts'
import { withoutSpace } from '#tests/support/read-pdf.ts'
import { sampleImages } from '#tests/support/sample-images.ts'
import { sampleResults } from '#tests/support/sample-results.ts'
import { expectInOrder, written } from '#tests/support/written-pdf.ts'

const portrait = { width: 595, height: 842 }
const landscape = { width: 842, height: 595 }

const picture = (width: number, height: number): PngPicture => ({ bytes: sampleImages.png, width, height })

test('every text and every figure stands in the file, in the order of the report', async () => {
  expectInOrder(await written(printedReport), printedReport)
})

test('the file says what it is, in which language, and can be gone through without eyes', async () => {
  const read = await written(printedReport)
  expect(read).toMatchObject({ title: printedReport.title, language: 'de-DE', isTagged: true })
  expect(read.bookmarks).toEqual(printedReport.sections.map(({ title }) => title))
})

test('each page says which of how many it is, of which workshop and as of when', async () => {
  const { pages } = await written(printedReport)
  expect(pages.length).toBeGreaterThan(1)
  for (const [place, page] of pages.entries())
    expect(
      page.endsWith(withoutSpace(`${printedReport.title}${printedReport.asOf}${place + 1}/${pages.length}`)),
    ).toBe(true)
})

test('the contents tell the page on which each section begins, and lead there', async () => {
  const { pages, links, taggedLinks } = await written(printedReport)
  const starts = printedReport.sections.map(
    ({ title, hint }) =>
      1 +
      pages.findIndex((page) => page.includes(withoutSpace(`${title}${hint ?? ''}`)) && page !== pages[0]),
  )
  const [decisions, ...others] = starts
  expect(decisions).toBe(0) // on the first page itself
  expect(pages[0]).toContain(`${[1, ...others].join('')}${withoutSpace(printedReport.title)}`)
  expect(links).toEqual([1, ...others])
  expect(taggedLinks).toBe(links.length)
})

test('a table or chart is not titled once more as what it stands under', async () => {
  const titled: Table = {
    kind: 'table',
    id: 't',
    title: 'Notes',
    columns: [{ title: 'Note', type: 'text' }],
    rows: [],
  }
  const { text } = await written(
    reportWith([titled, { kind: 'heading', text: 'More' }, { ...titled, title: 'More' }]),
  )
  expect(text.endsWith('NotesNoteMoreNote')).toBe(true)
})

test('many lines over time are told as a table, a row for each', async () => {
  const series = ['one', 'two', 'three', 'four', 'five', 'six'].map((name, place) => ({
    name,
    values: [place, null],
  }))
  const chart: Block = {
    kind: 'chart',
    id: 'many',
    title: 'Many',
    shape: 'lines',
    categoryTitle: 'Session',
    categories: ['Session 1', 'Session 2'],
    series,
    type: 'score',
    max: 10,
  }
  const { text } = await written(reportWith([chart]))
  expect(text.endsWith('ManySession1Session2one0.0–two1.0–three2.0–four3.0–five4.0–six5.0–')).toBe(true)
})

test('the sample workshop’s report, in both languages, loses no word and no figure', async () => {
  for (const language of ['de', 'en'] as const) {
    const report = buildReport(sampleResults(language), { language, timeZone: 'Europe/Berlin' })
    const { text } = await written(report)
    const blocks = report.sections.flatMap((section) => section.blocks)
    // What the categories of a chart are is seen from themselves.
    const unsaid = new Set(blocks.flatMap((block) => (block.kind === 'chart' ? [block.categoryTitle] : [])))
    for (const words of everyText(report, cellWriter(report)))
      if (!unsaid.has(words)) expect.soft(text.includes(withoutSpace(words)), words).toBe(true)
  }
})

test('a report of nothing is one page that says so', async () => {
  const read = await written(emptyReport('de'))
  expect(read.pages).toHaveLength(1)
  expect(read.text).toContain(withoutSpace('In diesem Workshop ist noch nichts festgehalten.'))
})

test('the map lies across on a page of its own, and what follows stands upright again', async () => {
  const report = reportWith([
    { kind: 'picture', of: 'board', alt: 'The map' },
    { kind: 'text', text: 'What follows.' },
  ])
  const read = await written(report, [['board', picture(3000, 1500)]])
  expect(read.sizes).toEqual([portrait, landscape, portrait])
  expect(read.pictures).toEqual([0, 1, 0])
  expect(read.pages[1]).toContain('Notes')
  expect(read.pages[2]).toContain('Whatfollows.')
})

test('a section after a map alone stands upright', async () => {
  const report = reportWith([{ kind: 'picture', of: 'board', alt: 'The map' }])
  const next: Section = {
    id: 'notes',
    title: 'Next',
    hint: null,
    blocks: [{ kind: 'text', text: 'A note.' }],
  }
  const read = await written({ ...report, sections: [...report.sections, next] }, [
    ['board', picture(3000, 1500)],
  ])
  expect(read.sizes).toEqual([portrait, landscape, portrait])
})

test('a map that is higher than wide stays upright', async () => {
  const report = reportWith([{ kind: 'picture', of: 'board', alt: 'The map' }])
  const read = await written(report, [['board', picture(1500, 3000)]])
  expect(read.sizes).toEqual([portrait, portrait])
  expect(read.pictures).toEqual([0, 1])
})

test('a decision has the picture of its card beside it', async () => {
  const of = cardId('a')
  const read = await written(printedReport, [[of, picture(900, 600)]])
  expect(read.pictures[0]).toBe(1)
  expectInOrder(read, { ...printedReport, sections: printedReport.sections.slice(0, 1) })
})

test('a picture that could not be drawn is said in words', async () => {
  const read = await written(reportWith([{ kind: 'picture', of: 'board', alt: 'The map of everything' }]))
  expect(read.text).toContain(withoutSpace('Picture not available: The map of everything'))
})

test('a heading never stands alone at the end of a page', async () => {
  const blocks = Array.from({ length: 120 }, (_, place): Block[] => [
    { kind: 'heading', text: `Heading ${place}` },
    { kind: 'text', text: `Text ${place}. ${'More of it. '.repeat(place % 9)}` },
  ])
  const { pages } = await written(reportWith(blocks.flat()))
  expect(pages.length).toBeGreaterThan(4)
  for (const page of pages) expect(page).not.toMatch(/Heading\d+Fibre:fromorder/)
})

test('the last row of a table never has a page to itself', async () => {
  const rows = (count: number) => Array.from({ length: count }, (_, place) => [`Row ${place}.`])
  const columns = [{ title: 'Row', type: 'text' } as const]
  let isBroken = false
  for (let count = 24; count < 36; count++) {
    const { pages } = await written(
      reportWith([{ kind: 'table', id: 't', title: '', columns, rows: rows(count) }]),
    )
    if (pages.length === 1) continue
    isBroken = true
    expect(pages[1]?.match(/Row\d+\./g)?.length).toBeGreaterThan(1)
  }
  expect(isBroken).toBe(true)
})

test('markup, formulas and control characters are nothing but text', async () => {
  const hostile = '<script>alert(1)</script> =cmd|"/c calc"!A1 \\u0000 %PDF-1.7 (a) [b] >> endobj'
  const report = {
    ...reportWith([{ kind: 'text', text: `${hostile}\u0000\u0007\u001b\u202e` }]),
    title: hostile,
  }
  const read = await written(report)
  expect(read.title).toBe(hostile)
  expectInOrder(read, { ...report, sections: [] })
  expect(read.text).toContain(`Notes${withoutSpace(hostile)}`)
})

test('a word that is wider than the page is cut at its edge', async () => {
  const word = `Donau${'dampfschifffahrts'.repeat(80)}gesellschaft`
  const report = reportWith([
    { kind: 'text', text: word },
    { kind: 'list', items: [word] },
    { kind: 'facts', facts: [{ label: word, value: word, type: 'text' }] },
    { kind: 'table', id: 'long', title: '', columns: [{ title: word, type: 'text' }], rows: [[word]] },
  ])
  const read = await written(report)
  expect(read.text.split(word).length - 1).toBeGreaterThanOrEqual(6)
})

test('Arabic is shaped, runs right to left, and can be read again letter by letter', async () => {
  const text = 'لا إله مرحبا بالعالم، تجربة العملاء مهمة'
  const read = await written(reportWith([{ kind: 'text', text }]))
  expect(read.text).toContain(withoutSpace(text))
  expect(read.fonts).toContain('ibm-plex-sans-arabic-arabic-400-normal')
})

test('a German sentence with an Arabic name keeps its order', async () => {
  const read = await written(reportWith([{ kind: 'text', text: 'Der Anruf von محمد kam um 14:30 Uhr.' }]))
  expect(read.text).toContain('DerAnrufvonمحمدkamum14:30Uhr.')
})

test('Chinese, Greek, Cyrillic and emoji have fonts, fetched only in the parts that are needed', async () => {
  const text = '客户体验很好，我们继续。 Ελληνικά Кириллица 🚀👍'
  const read = await written(reportWith([{ kind: 'text', text }]))
  expect(read.text).toContain(withoutSpace(text))
  const chinese = read.fonts.filter((name) => name.startsWith('noto-sans-sc'))
  expect(chinese.length).toBeGreaterThan(0)
  expect(chinese.length).toBeLessThan(12)
})

test('for German and English only the two fonts of the project are fetched', async () => {
  const read = await written(reportWith([{ kind: 'text', text: '„Größe“ – 1,5 % · it’s 10 €' }]))
  expect(read.fonts.toSorted()).toEqual([
    'instrument-sans-latin-400-normal',
    'instrument-sans-latin-600-normal',
  ])
})

test('what no font has is a box, and the rest of the word is there', async () => {
  const read = await written(reportWith([{ kind: 'text', text: 'before ሰላም after' }]))
  expect(read.text).toContain('before□□□after')
})

test('an emoji of several parts loses nothing that can be seen', async () => {
  const read = await written(reportWith([{ kind: 'text', text: 'Team 👩‍💻 ready ❤️ done' }]))
  expect(read.text).toMatch(/Team👩\u200d?💻ready❤\ufe0f?done/u)
})

test('where nothing was decided, the first page says what there is, what is open, and what is in it', async () => {
  const report = buildReport(
    { ...sampleResults(), actions: [] },
    { language: 'de', timeZone: 'Europe/Berlin' },
  )
  const { pages, links } = await written(report)
  const told = ['Personen zuletzt', 'Was noch offen ist', 'Noch keine Maßnahme beschlossen.', 'Inhalt']
  for (const words of told) expect(pages[0]).toContain(withoutSpace(words))
  expect(links).toHaveLength(report.sections.length)
})
