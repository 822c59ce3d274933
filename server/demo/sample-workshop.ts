// Puts the sample workshop into a data folder before its server starts: with its first session behind it, and a way back for who was there.
import * as Y from 'yjs'
import { makeLink } from '#server/access/links.ts'
import { loadServerKey } from '#server/access/server-key.ts'
import { offline } from '#server/cli/offline.ts'
import type { Config } from '#server/config.ts'
import { firstSession } from '#server/demo/first-session.ts'
import type { Log } from '#server/log.ts'
import type { WorkshopLinks } from '#shared/access/api.ts'
import { changeRecord, readRecord, recordsOf } from '#shared/board/document.ts'
import { ownShapesOf } from '#shared/board/own-shapes.ts'
import { seedFromFile } from '#shared/board/seed.ts'
import { apply, emptyWorkshop } from '#shared/facilitation/workshop.ts'
import { ShapeId, WorkshopId } from '#shared/ids.ts'
import type { Language } from '#shared/language.ts'
import { sample } from '#shared/sample/sample.ts'
import { sampleBoard } from '#shared/sample/sample-board.ts'
import {
  type WorkshopFile,
  workshopFileFormat,
  workshopFileVersion,
} from '#shared/workshop-file/workshop-file.ts'

export type SampleWorkshop = {
  links: WorkshopLinks
  /** Links of those who were in the first session, by their names: they come back as who they were. */
  personal: Record<string, string>
}

/** Every link begins with `unknownOrigin` until the server says where it is open. */
const unknownOrigin = 'http://runde.invalid'
export const linksAt = <Name extends string>(
  origin: string,
  links: Record<Name, string>,
): Record<Name, string> =>
  Object.fromEntries(
    Object.entries<string>(links).map(([name, link]) => [name, link.replace(unknownOrigin, origin)]),
  ) as Record<Name, string> // the names they had

export function prepareSample(
  config: Pick<Config, 'dataDir' | 'serverKey'>,
  { language, now, log }: { language: Language; now: number; log: Log },
): Promise<SampleWorkshop> {
  return offline(config, { log, mayBeNew: true }, async ({ bring, storage }) => {
    const { file, people } = sampleFile(language, now)
    const brought = await bring(new TextEncoder().encode(JSON.stringify(file)), unknownOrigin)
    if (!brought.ok) throw new Error(`The sample workshop could not be made: ${brought.message}`)
    const { id: workshopId, links } = brought.value
    const key = config.serverKey ?? (await loadServerKey(config.dataDir))
    const personal: Record<string, string> = {}
    for (const { name, personId, role } of people) {
      const { row, secret } = makeLink(key, { workshopId, role, personId })
      await storage.workshops.renewLink(row, { code: null, endSeats: false })
      personal[name] = `${unknownOrigin}/w/${workshopId}#${secret}`
    }
    return { links, personal }
  })
}

function sampleFile(language: Language, now: number) {
  const title = sample.title[language]
  const board = seedFromFile(sampleBoard(language), title)
  const { events, names, people, bundles, endedAt } = firstSession(language, {
    now,
    shapeOf: (touchpointId) => shapeIdOf(board, touchpointId, language),
  })
  const { info } = events.reduce(apply, emptyWorkshop)
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
  const file: WorkshopFile = {
    format: workshopFileFormat,
    version: workshopFileVersion,
    savedAt: now,
    workshop: { id: WorkshopId.parse('samp1e000000'), title: info.title, createdAt: info.createdAt },
    names,
    events,
    board: base64(board),
    bundles: bundles.map(({ pollId, bundle }) => ({ pollId, bundle: base64(bundle) })),
    images: [],
    history: [
      {
        kind: 'agenda-ends',
        name: null,
        itemTitle: null,
        personId: null,
        at: endedAt,
        state: base64(asItWas(board, language)),
      },
    ],
  }
  return { file, people }
}

/** With the scores that customers gave before anything was done. */
function asItWas(board: Uint8Array, language: Language): Uint8Array {
  const doc = docOf(board)
  for (const { touchpointId, scoreFrom } of sample.actions) {
    if (scoreFrom == null) continue
    const id = cardOf(doc, touchpointId, language)?.id
    const entry = id === undefined ? undefined : recordsOf(doc).get(id)
    const before = readRecord(entry)
    if (!entry || !before) continue
    const props = { ...(before.props as object), actual: scoreFrom } // a touchpoint's
    changeRecord(entry, before, { ...before, props })
  }
  const state = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return state
}

function shapeIdOf(board: Uint8Array, touchpointId: string, language: Language): ShapeId | null {
  const doc = docOf(board)
  const id = cardOf(doc, touchpointId, language)?.id
  doc.destroy()
  return id === undefined ? null : ShapeId.parse(id)
}

function cardOf(doc: Y.Doc, touchpointId: string, language: Language) {
  const title = sample.map.touchpoints.find(({ id }) => id === touchpointId)?.title[language]
  return ownShapesOf(doc).find((shape) => shape.type === 'touchpoint' && shape.props.title === title)
}

function docOf(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  return doc
}
