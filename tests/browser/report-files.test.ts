// Tables, dates and pictures of the report as a person downloads them: opened by readers of their own.
import { strFromU8, unzipSync } from 'fflate'
import ICAL from 'ical.js'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ActionId, ShapeId } from '#shared/ids.ts'
import { Results } from '#shared/results/results.ts'
import { does, enterAsFacilitator } from '#tests/support/lead-room.ts'
import { download, openReportRoom, type ReportRoom } from '#tests/support/report-reader.ts'

const title = 'Glasfaser: <b>vom Auftrag</b> bis online'
const named = 'Glasfaser-b-vom-Auftrag-b-bis-online'

let room: ReportRoom

beforeAll(async () => {
  room = await openReportRoom(title)
})
afterAll(() => room?.close())

test('a calendar without a date is no file, and the button says so', async () => {
  const { page, context, complaints } = await room.open()
  await page.getByRole('button', { name: 'Kalender (ICS)' }).click()
  await page.getByText('Noch kein Datum eingetragen.').first().waitFor()
  expect(complaints).toEqual([])
  await context.close()
})

describe('with actions', () => {
  const action = '=cmd() Früher anrufen; <b>jeden</b>, auch „still“'

  beforeAll(async () => {
    const lead = await enterAsFacilitator(room.server.origin, room.workshop)
    const { page, context } = await room.open()
    const read = async () =>
      Results.parse(
        await (
          await page.request.get(`${room.server.origin}/api/workshops/${room.workshop.id}/results.json`)
        ).json(),
      )
    const [first, , third] = (await read()).maps[0]?.touchpoints ?? []
    for (const [place, card] of [first, third].entries())
      await does(lead, {
        type: 'action.add',
        actionId: ActionId.parse(String(place).padStart(32, 'a')),
        title: action,
        ownerId: null,
        departmentId: null,
        due: '2027-01-15',
        feltFrom: null,
        shapeId: ShapeId.parse(card?.id),
      })
    lead.close()
    await context.close()
  })

  test('the calendar has the day on which each is due', async () => {
    const { page, context, complaints } = await room.open()
    const { file, name } = await download(page, 'Kalender (ICS)')
    expect(name).toBe(`${named}.ics`)
    const events = new ICAL.Component(ICAL.parse(strFromU8(file))).getAllSubcomponents('vevent')
    expect(events.map((event) => new ICAL.Event(event).summary)).toEqual([
      `Fällig: ${action}`,
      `Fällig: ${action}`,
    ])
    expect(complaints).toEqual([])
    await context.close()
  })

  test.each([
    ['de-DE', 'CSV-Tabellen (ZIP)', ';', '01-Was-beschlossen-wurde.csv'],
    ['en-GB', 'CSV tables (ZIP)', ',', '01-What-was-decided.csv'],
  ] as const)('the tables are in the language of the page (%s)', async (locale, label, delimiter, first) => {
    const { page, context, complaints } = await room.open(locale)
    const { file, name } = await download(page, label)
    expect(name).toBe(`${named}.zip`)
    const files = unzipSync(file)
    expect(Object.keys(files)[0]).toBe(first)
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(files[first])
    expect(text.startsWith('\uFEFF')).toBe(true)
    const [, row] = Papa.parse<string[]>(text.slice(1), { delimiter }).data
    expect(row?.[0]).toBe(`'${action}`)
    expect(complaints).toEqual([])
    await context.close()
  })

  test('the words on the map’s picture are in the language that was chosen for files', async () => {
    const { page, context, complaints } = await room.open('de-DE')
    const wordsOf = async () => {
      const svg = new TextDecoder().decode((await download(page, 'SVG')).file)
      return svg.replace(/<[^>]+>/g, ' ')
    }
    expect(await wordsOf()).toMatch(/\bSoll\b/)
    await page.getByRole('radio', { name: 'English' }).check()
    const english = await wordsOf()
    expect(english).toMatch(/\bTarget\b/)
    expect(english).not.toMatch(/\bSoll\b/)
    expect(complaints).toEqual([])
    await context.close()
  })

  test('a PDF shows the map, and the part of the board that each comes from', async () => {
    const { page, context, complaints } = await room.open()
    const { file } = await download(page, 'PDF')
    const pictures = Buffer.from(file)
      .toString('latin1')
      .match(/\/Subtype \/Image\b/g)
    expect(pictures).toHaveLength(3)
    expect(complaints).toEqual([])
    await context.close()
  })
})
