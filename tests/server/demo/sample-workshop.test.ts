// The sample workshop as a newcomer finds it: a session behind it, an action that customers feel, and people who come back.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test as plain } from 'vitest'
import { offline } from '#server/cli/offline.ts'
import { firstSession } from '#server/demo/first-session.ts'
import { prepareSample } from '#server/demo/sample-workshop.ts'
import { createLog } from '#server/log.ts'
import type { Packing } from '#server/workshop-file/pack.ts'
import { apply, emptyWorkshop } from '#shared/facilitation/workshop.ts'
import { WorkshopId } from '#shared/ids.ts'
import { Language } from '#shared/language.ts'
import { buildReport } from '#shared/results/build-report.ts'
import { Results } from '#shared/results/results.ts'
import { WorkshopFile } from '#shared/workshop-file/workshop-file.ts'

/** The results are in the file that a workshop is taken along as. */
async function packed(pack: Packing, id: WorkshopId): Promise<unknown> {
  const { pieces } = await pack(id)
  let text = ''
  for await (const piece of pieces) text += piece
  const { results } = WorkshopFile.parse(JSON.parse(text))
  return results
}

const test = plain.for(Language.options)
const now = Date.UTC(2026, 10, 25, 12)

async function prepared(language: Language) {
  const dataDir = await mkdtemp(join(tmpdir(), 'runde-sample-'))
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
  const config = { dataDir, serverKey: Buffer.alloc(32, 7) }
  const log = createLog('silent')
  const made = await prepareSample(config, { language, now, log })
  const id = WorkshopId.parse(new URL(made.links.results).pathname.split('/').at(-1))
  return { made, id, config, log }
}

describe('the sample’s first session', () => {
  test('is over, and the next one is prepared, whatever day it is: %s', (language) => {
    for (const today of [now, Date.UTC(2028, 1, 29, 3), Date.UTC(2026, 2, 30, 1)]) {
      const { events, endedAt } = firstSession(language, { now: today, shapeOf: () => null })
      const { sessions, agenda, parkingLot } = events.reduce(apply, emptyWorkshop)
      expect(sessions.all).toHaveLength(1)
      expect(sessions.all[0]).toMatchObject({ number: 1, endedAt })
      expect(endedAt).toBeLessThan(today)
      expect(agenda).toMatchObject({ startedAt: null, current: null })
      expect(agenda.items.length).toBeGreaterThan(5)
      expect(parkingLot.topics).toHaveLength(1)
      const times = events.flatMap((event) => ('at' in event ? [event.at] : []))
      expect(times).toEqual(times.toSorted((one, other) => one - other))
      expect(times.at(-1)).toBeLessThan(today)
    }
  })
  test('leaves a measured effect, kept promises and confidence in the report: %s', async (language) => {
    const { id, config, log } = await prepared(language)
    const results = Results.parse(await offline(config, { log }, ({ pack }) => packed(pack, id)))
    expect(results.actions).toMatchObject([
      { state: 'live', owner: { name: 'Aylin' }, effect: { kind: 'measured', before: 4.1, now: 7 } },
    ])
    expect(results.trends.confidence).toMatchObject([{}])
    expect(results.sessions).toMatchObject([{ number: 1 }, { number: 2, startedAt: null }])
    const report = JSON.stringify(buildReport(results, { language, timeZone: 'Europe/Berlin' }))
    expect(report).not.toContain('undefined')
  })
  test('gives everybody who was there a way back: %s', async (language) => {
    const { made } = await prepared(language)
    expect(Object.keys(made.personal)).toEqual(
      expect.arrayContaining(['Mara', 'Aylin', 'Carla', 'Eva', 'Greta', 'Ines', 'Jakub']),
    )
    expect(new Set(Object.values(made.personal)).size).toBe(7)
  })
})
