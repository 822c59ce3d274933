// The report as a PDF, as a person downloads it: drawn in the browser, its fonts from this server, the map as a picture.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPdf, withoutSpace } from '#tests/support/read-pdf.ts'
import { download, openReportRoom, type ReportRoom } from '#tests/support/report-reader.ts'

const title = '客户体验 und مرحبا 🚀: <b>vom Auftrag</b> bis online'

let room: ReportRoom

beforeAll(async () => {
  room = await openReportRoom(title)
})
afterAll(() => room?.close())

test('a download is a PDF with the workshop’s title in every script, and nothing came from elsewhere', async () => {
  const { page, context, complaints } = await room.open()
  const { file, name } = await download(page, 'PDF')
  expect(name).toMatch(/\.pdf$/)
  const read = await readPdf(file)
  expect(read.title).toBe(title)
  expect(read.language).toBe('de-DE')
  expect(read.pages[0]).toContain(withoutSpace(title))
  expect(complaints).toEqual([])
  await context.close()
})
