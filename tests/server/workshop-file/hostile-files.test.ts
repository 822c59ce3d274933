// Whatever somebody does to a workshop file: it is refused with a sentence that names the place and leaves nothing, or it
// goes on as a workshop that can be read, worked in, and taken out as the same file.
import fc from 'fast-check'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { WholeStore } from '#server/storage/storage.ts'
import { readRecords } from '#shared/board/document.ts'
import { redactWorkshop } from '#shared/facilitation/redact.ts'
import { decide } from '#shared/facilitation/workshop.ts'
import { atRest } from '#shared/workshop-file/events-in-file.ts'
import { WorkshopFile } from '#shared/workshop-file/workshop-file.ts'
import { facilitatorId, type workshopId } from '#tests/support/ballot-room.ts'
import { says } from '#tests/support/who-may.ts'
import { type FileRoom, openFileRoom } from '#tests/support/workshop-file-room.ts'

let opened: FileRoom | null = null
let room: FileRoom
let text: string
// One for all, since each file makes a workshop of its own; within a test, since its votes are waited for.
beforeEach(async () => {
  if (opened) return
  room = opened = await openFileRoom()
  text = JSON.stringify(await room.write())
})
afterAll(() => opened?.close())

type Path = readonly (string | number)[]
/** Every place of the file, but for the results, which are for readers and made again. */
function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null || path[0] === 'results') return [path]
  const inside = Object.entries(value).flatMap(([key, one]) =>
    placesIn(one, [...path, Array.isArray(value) ? Number(key) : key]),
  )
  return [path, ...inside]
}
const long = 'x'.repeat(70_000)
const junk = fc.oneof(
  fc.constantFrom<unknown[]>(null, true, 0, -1, 1e308, 0.5, '', 'x', long, [], {}, [[]], '__proto__'),
  fc.constantFrom<unknown[]>('constructor', 'toString', { constructor: { prototype: { polluted: 1 } } }),
  fc.jsonValue({ maxDepth: 2 }),
)
type Holder = Record<string | number, unknown>
type Change = (holder: Holder, key: string | number, json: unknown) => void
const elementsOf = (holder: Holder, key: string | number): unknown[] =>
  Array.isArray(holder[key]) ? holder[key] : Array.isArray(holder) ? holder : []
/** What somebody does at one place: another value, nothing, twice, elsewhere, or what stands at another place. */
const change: fc.Arbitrary<Change> = fc.oneof(
  junk.map(
    (value): Change =>
      (holder, key) => {
        holder[key] = value
      },
  ),
  fc.constant<Change>((holder, key) => {
    if (Array.isArray(holder)) holder.splice(Number(key), 1)
    else delete holder[key]
  }),
  fc.nat().map(
    (at): Change =>
      (holder, key) => {
        const all = elementsOf(holder, key)
        all.splice(at % (all.length + 1), 0, structuredClone(all[at % all.length]))
      },
  ),
  fc.nat().map(
    (at): Change =>
      (holder, key) => {
        const all = elementsOf(holder, key)
        all.push(...all.splice(at % (all.length + 1), 1))
      },
  ),
  fc.nat().map(
    (nth): Change =>
      (holder, key, json) => {
        const places = placesIn(json)
        const other = places[nth % places.length] ?? []
        holder[key] = structuredClone(other.reduce((value, step) => (value as Holder)[step], json))
      },
  ),
  fc.tuple(fc.nat(), fc.string({ maxLength: 2 })).map(
    ([at, put]): Change =>
      (holder, key) => {
        const value = holder[key]
        if (typeof value !== 'string') return
        const place = at % (value.length + 1)
        holder[key] = value.slice(0, place) + put + value.slice(place + 1)
      },
  ),
  // A number that is another number of the same kind: another time, another choice.
  fc.integer({ min: -2, max: 2 }).map(
    (by): Change =>
      (holder, key) => {
        if (typeof holder[key] === 'number') holder[key] += by
      },
  ),
)
const edits = fc.array(fc.tuple(fc.nat(), change), { minLength: 1, maxLength: 3 })

function edited(steps: readonly (readonly [number, Change])[]): unknown {
  const json = { file: JSON.parse(text) as unknown }
  for (const [nth, apply] of steps) {
    const places = placesIn(json.file)
    const path = ['file', ...(places[nth % places.length] ?? [])]
    const key = path.at(-1) ?? 'file'
    const holder = path.slice(0, -1).reduce<unknown>((value, step) => (value as Holder)[step], json)
    apply(holder as Holder, key, json.file)
  }
  return json.file
}

/** What of a file has to come out again. */
function essence(given: unknown) {
  const { savedAt: _, workshop, results: __, board, history, events, ...rest } = WorkshopFile.parse(given)
  return {
    ...rest,
    workshop: { title: workshop.title, createdAt: workshop.createdAt },
    // What is still running in secret is left out on reading as on writing.
    events: atRest(events),
    board: recordsIn(board),
    history: history.map(({ state, ...entry }) => ({ ...entry, state: recordsIn(state) })),
  }
}
function recordsIn(base64: string) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Buffer.from(base64, 'base64'))
  return readRecords(doc)
}

async function isRefusedOrGoesOn(file: string | Buffer, given: unknown): Promise<'refused' | 'went on'> {
  const taken: unknown[] = []
  const { wholes } = room.room.storage
  const store: WholeStore = {
    ...wholes,
    bring: async (whole) => {
      taken.push(whole)
      return wholes.bring(whole)
    },
  }
  const outcome = await room.bring(file, store)
  expect(Object.keys(Object.prototype)).toEqual([])
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  if (!outcome.ok) {
    expect(taken).toEqual([])
    expect(outcome.code).toMatch(/^file-(newer|foreign|broken|wrong)$/)
    expect(outcome.message.length).toBeLessThan(600)
    expect(outcome.message).toMatch(
      outcome.code === 'file-wrong' ? /^[a-z][\w.[\]-]*: \S.*\.$/s : /^This .*\.$/s,
    )
    return 'refused'
  }
  const { id } = outcome.value
  expect(essence(await room.write(id))).toEqual(essence(given))
  await worksOn(id)
  await wholes.close(id)
  await wholes.erase(id)
  return 'went on'
}

/** Everybody can be shown it, and no command makes the rules stumble. */
async function worksOn(id: typeof workshopId): Promise<void> {
  const { workshop } = await room.room.rooms.state(id)
  const leader = { personId: facilitatorId, role: 'facilitator' } as const
  for (const role of ['facilitator', 'participant', 'observer'] as const)
    redactWorkshop(workshop, { personId: facilitatorId, role })
  for (const { example } of Object.values(says))
    for (const actor of [leader, { personId: null, role: 'server' } as const])
      decide(workshop, example, { actor, now: 1, present: [] })
  await room.results(id)
}

const runs = { numRuns: 150 }

test('as it is, it goes on', async () => {
  expect(await isRefusedOrGoesOn(text, JSON.parse(text))).toBe('went on')
})

test('cut off anywhere', async () => {
  const bytes = Buffer.from(text)
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1 }), async (length) => {
      expect(await isRefusedOrGoesOn(bytes.subarray(0, length), null)).toBe('refused')
    }),
    { numRuns: 40 },
  )
})

test('bytes changed, put in and taken out anywhere', async () => {
  const bytes = Buffer.from(text)
  const damage = fc.record({
    at: fc.nat(bytes.length - 1),
    put: fc.uint8Array({ maxLength: 3 }),
    out: fc.nat(3),
  })
  await fc.assert(
    fc.asyncProperty(damage, async ({ at, put, out }) => {
      const broken = Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + out)])
      await isRefusedOrGoesOn(broken, readable(broken))
    }),
    { numRuns: 80 },
  )
})
function readable(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return null
  }
}

test('fields of it edited: other values and types, twice, elsewhere, left out', async () => {
  const seen = { refused: 0, 'went on': 0 }
  await fc.assert(
    fc.asyncProperty(edits, async (steps) => {
      const file = edited(steps)
      seen[await isRefusedOrGoesOn(JSON.stringify(file) ?? '', file)] += 1
    }),
    runs,
  )
  // Else the other half of the sentence at the top would be tested by nothing.
  expect(seen.refused).toBeGreaterThan(0)
  expect(seen['went on']).toBeGreaterThan(0)
})

describe('by hand', () => {
  const file = () => JSON.parse(text) as WorkshopFile & Record<string, unknown>
  const somebody = 'zzzzzzzzzzzzzzzz'
  test.each<[string, () => unknown]>([
    ['people who are not there', () => ({ ...file(), events: replaced(facilitatorId) })],
    ['an owner who is not there', () => ({ ...file(), events: replaced(room.room.participants[0] ?? '') })],
    ['a name of somebody who is not there', () => ({ ...file(), names: { [somebody]: 'Niemand' } })],
    ['no board', () => ({ ...file(), board: 'AAA=' })],
    ['no images', () => ({ ...file(), images: [] })],
    ['no history', () => ({ ...file(), history: [] })],
  ])('%s: goes on', async (_what, make) => {
    const made = make()
    expect(await isRefusedOrGoesOn(JSON.stringify(made), made)).toBe('went on')
  })
  const replaced = (personId: string): unknown =>
    JSON.parse(
      JSON.stringify(
        file().events.filter((event) => !('personId' in event) || event.personId !== personId),
      ).replaceAll(personId, somebody),
    )

  test.each<[string, () => string, RegExp]>([
    [
      'another title than its log has',
      () => with_({ workshop: { ...file().workshop, title: 'X' } }),
      /^workshop\.title: /,
    ],
    [
      'another beginning than its log has',
      () => with_({ workshop: { ...file().workshop, createdAt: 5 } }),
      /^workshop\.createdAt: /,
    ],
    ['a later version', () => with_({ version: 2 }), /newer Runde \(version 2/],
    ['a version that is none', () => with_({ version: 1.5 }), /^This file is of a newer|^version: /],
    ['two million events', () => with_({ events: Array(200_001).fill(0) }), /^events(\[0\])?: /],
    ['a hundred thousand names', () => with_({ names: manyNames() }), /^names: /],
    ['brackets a million deep', () => `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`, /^This |^file: /],
    [
      'a number of a million digits',
      () => text.replace('"version":1', `"version":${'1'.repeat(1_000_000)}`),
      /./,
    ],
    [
      'what would change every object',
      () => text.replace('{', '{"__proto__":{"polluted":1,"format":"x"},'),
      /./,
    ],
    ['a name under __proto__', () => text.replace('"names":{', '"names":{"__proto__":"x",'), /./],
  ])('%s', async (_what, make, words) => {
    const made = make()
    const outcome = await room.bring(made)
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
    if (outcome.ok) expect(essence(await room.write(outcome.value.id))).toEqual(essence(JSON.parse(text)))
    else expect(outcome.message).toMatch(words)
  })
  const with_ = (change: object) => JSON.stringify({ ...file(), ...change })
  const manyNames = () =>
    Object.fromEntries(Array.from({ length: 100_000 }, (_, nth) => [String(nth).padStart(16, '0'), 'x']))
})
