// PowerPoint and Excel files as a browser makes them: opened by readers of their own, nothing fetched from elsewhere.
import { strFromU8, unzipSync } from 'fflate'
import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultsOf, openPackage } from '#tests/support/office-package.ts'
import { download, openReportRoom, type ReportRoom } from '#tests/support/report-reader.ts'
import { elementsIn } from '#tests/support/xml.ts'

const title = 'Glasfaser: <b>vom Auftrag</b> bis online'

let room: ReportRoom

beforeAll(async () => {
  room = await openReportRoom(title)
})
afterAll(() => room?.close())

test('a deck has the map as a picture, and the browser’s own parser takes every part of it', async () => {
  const { page, context, complaints } = await room.open()
  const strangers: string[] = []
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (/^https?:$/.test(protocol) && origin !== room.server.origin) strangers.push(request.url())
  })
  const { file, name } = await download(page, 'PowerPoint')
  expect(name).toBe('Glasfaser-b-vom-Auftrag-b-bis-online.pptx')
  const deck = await openPackage(new Blob([file]))
  expect(faultsOf(deck)).toEqual([])
  expect(deck.names.filter((each) => each.startsWith('ppt/media/'))).toHaveLength(1)
  expect(elementsIn(deck.xml('ppt/slides/slide1.xml'), 'a:t').map(({ text }) => text)).toContain(title)
  const parts = Object.entries(unzipSync(file)).filter(([each]) => /\.(xml|rels)$/.test(each))
  const broken = await page.evaluate(
    (texts) =>
      texts
        .filter(([, xml]) =>
          new DOMParser().parseFromString(xml, 'application/xml').querySelector('parsererror'),
        )
        .map(([each]) => each),
    parts.map(([each, bytes]): [string, string] => [each, strFromU8(bytes)]),
  )
  expect(parts.length).toBeGreaterThan(10)
  expect(broken).toEqual([])
  expect(strangers).toEqual([])
  expect(complaints).toEqual([])
  await context.close()
})

test('a workbook has the touchpoints of the map', async () => {
  const { page, context, complaints } = await room.open()
  const { file, name } = await download(page, 'Excel')
  expect(name).toBe('Glasfaser-b-vom-Auftrag-b-bis-online.xlsx')
  const sheets = await readXlsxFile(Buffer.from(file))
  expect(sheets[0]?.sheet).toBe('Überblick')
  expect(sheets[0]?.data[0]?.[0]).toBe(title)
  expect(sheets.flatMap(({ data }) => data[0] ?? [])).toContain('Touchpoint')
  expect(complaints).toEqual([])
  await context.close()
})
