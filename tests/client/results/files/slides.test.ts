import readXlsxFile from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import type { Pictures } from '#client/results/files/pictures.ts'
import { slidesFile } from '#client/results/files/slides/slides-file.ts'
import { writeSlides } from '#client/results/files/slides/write-slides.ts'
import { type Chart, type Report, SectionId } from '#shared/results/report.ts'
import { sectionTitle } from '#shared/results/section-titles.ts'
import { sampleReport } from '#tests/shared/results/sample-report.ts'
import { faultsOf, type OfficePackage, openPackage } from '#tests/support/office-package.ts'
import { elementsIn, type XmlNode } from '#tests/support/xml.ts'
import { hostile } from './changed-texts.ts'
import { fullReport } from './full-report.ts'

/** One dot. */
const dot = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (letter) => letter.charCodeAt(0),
)
const pictures: Pictures = { png: async () => ({ bytes: dot, width: 1600, height: 900 }), close() {} }
const noPictures: Pictures = { ...pictures, png: async () => null }

const opened = async (report: Report, from: Pictures = pictures) =>
  openPackage(await slidesFile({ report, pictures: from }, () => {}, writeSlides))

/** Each report is written once, however many tests look at it. */
const files = new Map<Report, Promise<OfficePackage>>()
const made = (report: Report): Promise<OfficePackage> => {
  const file = files.get(report) ?? opened(report)
  files.set(report, file)
  return file
}

const numbered = (file: OfficePackage, start: string): string[] =>
  file.names
    .filter((name) => name.startsWith(start) && name.endsWith('.xml') && !name.includes('_rels'))
    .toSorted((one, other) => Number(/\d+/.exec(one)?.[0]) - Number(/\d+/.exec(other)?.[0]))
const slidesIn = (file: OfficePackage) => numbered(file, 'ppt/slides/').map((name) => file.xml(name))
const chartsIn = (file: OfficePackage) => numbered(file, 'ppt/charts/').map((name) => file.xml(name))

const paragraphsIn = (node: XmlNode) =>
  elementsIn(node, 'a:p').map((each) =>
    elementsIn(each, 'a:t')
      .map(({ text }) => text)
      .join(''),
  )
/** The text of the one shape that is the slide's title. */
const headlineOf = (slide: XmlNode) => {
  const titles = elementsIn(slide, 'p:sp').filter((shape) =>
    elementsIn(shape, 'p:ph').some((each) => each.attributes.get('type') === 'title'),
  )
  expect(titles).toHaveLength(1)
  return titles.flatMap(paragraphsIn).join('')
}
const headlines = async (report: Report) => slidesIn(await made(report)).map(headlineOf)

/** Null for a gap. */
const valuesIn = (chart: XmlNode) =>
  elementsIn(chart, 'c:ser').map((series) => {
    const [values] = elementsIn(series, 'c:val')
    const count = Number(values && elementsIn(values, 'c:ptCount')[0]?.attributes.get('val'))
    const points = new Map(
      (values ? elementsIn(values, 'c:pt') : []).map((point) => [
        Number(point.attributes.get('idx')),
        Number(elementsIn(point, 'c:v')[0]?.text),
      ]),
    )
    return Array.from({ length: count }, (_, place) => points.get(place) ?? null)
  })

const de = fullReport('de')
const en = fullReport('en')
const strange = hostile(de)
const stranger = hostile(de, 'all')
const empty: Report = {
  ...de,
  sections: [],
  silent: SectionId.options.map((id) => ({ id, title: sectionTitle(id, 'de') })),
}
const huge: Report = {
  ...de,
  sections: de.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => {
      if (block.kind === 'table')
        return {
          ...block,
          rows: Array.from({ length: 2000 }, (_, at) => block.rows[at % block.rows.length] ?? []),
        }
      if (block.kind !== 'chart') return block
      const again = <Value>(values: readonly Value[]) =>
        Array.from({ length: 60 }, (_, at) => values[at % values.length])
      return {
        ...block,
        categories: again(block.categories).map((category, at) => `${category} ${at}`),
        series: block.series.map(({ name, values }) => ({
          name,
          values: again(values).map((value) => value ?? null),
        })),
      }
    }),
  })),
}

const everyReport: [string, Report][] = [
  ['German', de],
  ['English', en],
  ['with hostile texts', strange],
  ['with hostile titles too', stranger],
  ['with a block of every kind', sampleReport],
  ['with nothing in it', empty],
  ['with 2,000 cards', huge],
]

describe.each(everyReport)('a report, %s', (_, report) => {
  test('makes a file that no program has to repair', async () => {
    const file = await made(report)
    expect(faultsOf(file)).toEqual([])
  })

  test('makes at most twelve slides with a headline each, and nothing reaches over an edge', async () => {
    const slides = slidesIn(await made(report))
    expect(slides.length).toBeLessThanOrEqual(12)
    for (const slide of slides) {
      expect(headlineOf(slide)).not.toBe('')
      for (const frame of [...elementsIn(slide, 'a:xfrm'), ...elementsIn(slide, 'p:xfrm')]) {
        const [off] = elementsIn(frame, 'a:off')
        const [ext] = elementsIn(frame, 'a:ext')
        const measure = (node: XmlNode | undefined, name: string) => Number(node?.attributes.get(name))
        expect(measure(off, 'x') + measure(ext, 'cx')).toBeLessThanOrEqual(12_192_000)
        expect(measure(off, 'y') + measure(ext, 'cy')).toBeLessThanOrEqual(6_858_000)
      }
    }
  })

  test('gives every chart the figures of the report, also where they can be edited', async () => {
    const file = await made(report)
    const known = report.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'chart'))
    const isPartOf = (chart: Chart, shown: readonly (readonly (number | null)[])[]) => {
      const count = shown[0]?.length ?? 0
      const part = (values: readonly (number | null)[]) =>
        chart.shape === 'lines' ? values.slice(-count) : values.slice(0, count)
      // Of several sessions the latest is shown, of many scores those that moved the most.
      return [chart.series, chart.series.slice(-1), chart.series.slice(0, 3)].some(
        (series) => JSON.stringify(series.map(({ values }) => part(values))) === JSON.stringify(shown),
      )
    }
    const workbooks = file.names.filter((name) => name.startsWith('ppt/embeddings/'))
    const charts = numbered(file, 'ppt/charts/')
    expect(workbooks).toHaveLength(charts.length)
    for (const name of charts) {
      const shown = valuesIn(file.xml(name))
      expect(known.some((chart) => isPartOf(chart, shown))).toBe(true)
      const links = file.xml(`ppt/charts/_rels/${name.split('/').at(-1)}.rels`)
      const target = elementsIn(links, 'Relationship')[0]?.attributes.get('Target') ?? ''
      const [sheet] = await readXlsxFile(Buffer.from(file.bytes(target.replace('..', 'ppt'))))
      const [, ...rows] = sheet?.data ?? []
      expect(shown.map((_, at) => rows.map((row) => row[at + 1] ?? null))).toEqual(shown)
    }
  })

  test('says in words what its pictures and charts show', async () => {
    for (const slide of slidesIn(await made(report))) {
      const drawn = [...elementsIn(slide, 'p:pic'), ...elementsIn(slide, 'p:graphicFrame')].filter(
        (frame) => elementsIn(frame, 'a:tbl').length === 0,
      )
      for (const each of drawn)
        for (const { attributes } of elementsIn(each, 'p:cNvPr'))
          expect(attributes.get('descr')?.trim()).toBeTruthy()
    }
  })
})

test('each slide says one thing, made from the figures', async () => {
  expect(await headlines(de)).toEqual([
    'Glasfaser: vom Auftrag bis online',
    '5 Maßnahmen beschlossen, 1 ohne Termin, 1 ohne Verantwortliche',
    'Die Reise hat 8 Touchpoints in 5 Phasen, Tiefpunkt ist „Warten“',
    'Größte Lücke: „Auftragsbestätigung“ liegt 4,2 unter dem Soll',
    '6 Schmerzpunkte und 3 Chancen',
    '„Wie zuversichtlich sind wir, dass sich für Kunden etwas ändert?“: von 2,3 auf 3,6',
    '5 Abstimmungen, 42 Stimmen (1/2)',
    '5 Abstimmungen, 42 Stimmen (2/2)',
    '2 Bedenken, 1 noch ohne Antwort; 3 Commitments',
    '13 Personen aus 5 Abteilungen',
    '„Warten auf den Termin“ hat sich von 1,2 auf 2,4 bewegt',
    'Nächste Sitzung: Donnerstag, 15. April 2027 um 10:00, bis dahin fällig: 2 Maßnahmen',
  ])
  expect((await headlines(en)).slice(1, 4)).toEqual([
    '5 actions decided, 1 without a date, 1 without an owner',
    'The journey has 8 touchpoints in 5 stages, the low point is “Warten”',
    'Largest gap: “Auftragsbestätigung” is 4.2 below its target',
  ])
})

test('a workshop with nothing in it is a deck that says so, and what belongs where', async () => {
  const slides = slidesIn(await made(empty))
  expect(slides.flatMap(paragraphsIn)).toContain('In diesem Workshop ist noch nichts festgehalten.')
  expect((await headlines(empty)).slice(1)).toEqual([
    'Noch keine Maßnahme beschlossen',
    'Noch keine Karte der Kundenreise',
    'Noch kein Touchpoint bewertet',
    'Noch keine Schmerzpunkte notiert',
    'Noch nichts abgestimmt',
    'Noch keine Commitments gegeben',
    'Noch war niemand da',
  ])
})

test('what is left out is not said to be missing', async () => {
  const rest = { ...empty, silent: empty.silent.filter(({ id }) => id !== 'decisions') }
  expect(await headlines(rest)).not.toContain('Noch keine Maßnahme beschlossen')
})

test('a map is in the file as it was drawn, byte for byte, and its slide shows it', async () => {
  const file = await made(de)
  const images = file.names.filter((name) => name.startsWith('ppt/media/'))
  expect(images).toEqual(['ppt/media/image-3-1.png'])
  expect([...file.bytes('ppt/media/image-3-1.png')]).toEqual([...dot])
  const targets = elementsIn(file.xml('ppt/slides/_rels/slide3.xml.rels'), 'Relationship')
  expect(targets.map(({ attributes }) => attributes.get('Target'))).toContain('../media/image-3-1.png')
})

test('without a picture there is no slide of the map', async () => {
  const file = await opened(de, noPictures)
  expect(slidesIn(file)).toHaveLength(11)
  expect(file.names.filter((name) => name.startsWith('ppt/media/'))).toEqual([])
})

test('the actions stand in a native table, with their days in the language of the report', async () => {
  const actions = slidesIn(await made(de))[1]
  const rows = actions
    ? elementsIn(actions, 'a:tr').map((row) =>
        elementsIn(row, 'a:tc').map((cell) => paragraphsIn(cell).join('')),
      )
    : []
  expect(rows.slice(0, 2)).toEqual([
    ['Maßnahme', 'Touchpoint', 'Verantwortlich', 'Fällig', 'Für Kunden spürbar ab', 'Stand'],
    [
      'Nach drei Tagen anrufen und sagen, wie es weitergeht',
      'Auftragsbestätigung',
      'Cem Aydın, Service',
      '31.03.2027',
      '15.04.2027',
      'offen',
    ],
  ])
  expect(rows).toHaveLength(6)
})

test('every table says that its first row is the head of its columns', async () => {
  const tables = slidesIn(await made(de)).flatMap((slide) => elementsIn(slide, 'a:tblPr'))
  expect(tables.length).toBeGreaterThan(3)
  expect(tables.filter(({ attributes }) => attributes.get('firstRow') !== '1')).toEqual([])
})

test('what does not fit is counted', async () => {
  const texts = slidesIn(await made(huge)).map(paragraphsIn)
  for (const at of [1, 3, 4]) expect(texts[at]?.join('\n')).toMatch(/und \d+ weitere im Bericht/)
  const shown =
    elementsIn(
      slidesIn(await made(huge))[1] ?? { name: '', attributes: new Map(), children: [], text: '' },
      'a:tr',
    ).length - 1
  expect(texts[1]).toContain(`und ${2000 - shown} weitere im Bericht`)
})

test('whoever speaks has everything in the notes, a line for each point', async () => {
  const file = await made(de)
  const notes = numbered(file, 'ppt/notesSlides/').map((name) => paragraphsIn(file.xml(name)))
  expect(notes[4]).toContain('– Hotline kennt den Auftrag nicht: Phase Warten, Abteilung Service')
  expect(notes[1]?.join('\n')).toContain('Wert von 1,2 auf 2,4 seit 15. Februar 2027')
})

test('every slide but the first has the title of the workshop and its number', async () => {
  const file = await made(de)
  const [first, ...others] = slidesIn(file)
  expect(first && elementsIn(first, 'a:fld')).toEqual([])
  expect(others.length).toBeGreaterThan(8)
  for (const slide of others)
    expect(elementsIn(slide, 'a:fld').map((each) => each.attributes.get('type'))).toEqual(['slidenum'])
  const layouts = numbered(file, 'ppt/slideLayouts/').flatMap((name) => paragraphsIn(file.xml(name)))
  expect(layouts).toContain('Glasfaser: vom Auftrag bis online')
})

test('what is written from the right is set from the right', async () => {
  const arabic = 'مرحبا بكم في ورشة العمل'
  const slides = slidesIn(
    await made({ ...de, title: arabic, subtitle: `(1) ${arabic}`, asOf: 'Stand: heute' }),
  )
  const directions = elementsIn(
    slides[0] ?? { name: '', attributes: new Map(), children: [], text: '' },
    'a:p',
  ).map((each) => [
    elementsIn(each, 'a:t')
      .map(({ text }) => text)
      .join(''),
    elementsIn(each, 'a:pPr')[0]?.attributes.get('rtl') ?? null,
  ])
  expect(directions.slice(0, 3)).toEqual([
    [arabic, '1'],
    [`(1) ${arabic}`, '1'],
    ['Stand: heute', null],
  ])
})

test('charts are made of what the schema allows, in its order', async () => {
  const orders: Record<string, string[]> = {
    'c:barChart': [
      'c:barDir',
      'c:grouping',
      'c:varyColors',
      'c:ser',
      'c:dLbls',
      'c:gapWidth',
      'c:overlap',
      'c:axId',
    ],
    'c:lineChart': ['c:grouping', 'c:varyColors', 'c:ser', 'c:dLbls', 'c:marker', 'c:axId'],
  }
  const series: Record<string, string[]> = {
    'c:barChart': ['c:idx', 'c:order', 'c:tx', 'c:spPr', 'c:invertIfNegative', 'c:dLbls', 'c:cat', 'c:val'],
    'c:lineChart': [
      'c:idx',
      'c:order',
      'c:tx',
      'c:spPr',
      'c:marker',
      'c:dLbls',
      'c:cat',
      'c:val',
      'c:smooth',
    ],
  }
  const kinds = new Set<string>()
  for (const chart of chartsIn(await made(de)))
    for (const [kind, order] of Object.entries(orders))
      for (const plot of elementsIn(chart, kind)) {
        kinds.add(kind)
        const names = plot.children.map(({ name }) => name)
        expect([...new Set(names)]).toEqual(order)
        expect(names.filter((name) => name === 'c:axId')).toHaveLength(2)
        for (const each of elementsIn(plot, 'c:ser'))
          expect(each.children.map(({ name }) => name)).toEqual(series[kind])
      }
  expect(kinds.size).toBe(2)
})

test('a gap in a line stays a gap', async () => {
  const trends = chartsIn(await made(de)).map(valuesIn)
  expect(trends).toContainEqual([
    [2.1, 2.6, 2.9],
    [2.8, null, 3.6],
  ])
})

test('progress goes from nothing to all and never back', async () => {
  const heard: number[] = []
  await slidesFile({ report: de, pictures }, (share) => heard.push(share), writeSlides)
  expect(heard.at(0)).toBe(0)
  expect(heard.at(-1)).toBe(1)
  expect(heard).toEqual(heard.toSorted((a, b) => a - b))
})

test('beside a map that is higher than wide, its stages say how customers feel', async () => {
  const tall: Pictures = { ...pictures, png: async () => ({ bytes: dot, width: 700, height: 1000 }) }
  const map = slidesIn(await opened(de, tall))[2]
  const rows = (map ? elementsIn(map, 'a:tr') : []).map((row) => paragraphsIn(row))
  expect(rows.slice(1)).toEqual([
    ['Information', '+0,5', '1'],
    ['Kauf', '+1,0', '1'],
    ['Warten', '−1,6', '1'],
    ['Installation', '−0,4', '2'],
    ['Nutzung', '+1,2', '3'],
  ])
})
