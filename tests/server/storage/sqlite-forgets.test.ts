// What was destroyed is destroyed on the disk too: the bytes of the file and its write-ahead log are searched.
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { createErasure } from '#server/deletion/erasure.ts'
import { createRooms } from '#server/facilitation/rooms.ts'
import { silentLog } from '#server/log.ts'
import { tablesOfWorkshops } from '#server/storage/sql-wholes.ts'
import type { Event } from '#shared/facilitation/events.ts'
import { ImageId, type PersonId, ReadingId, RoundId, RuleId } from '#shared/ids.ts'
import { DraftId } from '#shared/silence/drafts.ts'
import { opening } from '#tests/shared/facilitation/scene.ts'
import { bytesOf, personNumber, pollNumber, someBytes, workshopNumber } from './contract.ts'
import { sqliteFolder } from './sqlite-for-test.ts'

const { open, path, bytesOnDisk } = sqliteFolder()
const pollId = pollNumber(1)
const workshopId = workshopNumber(1)
const sealed = { bundle: bytesOf('bundle'), bundleHash: someBytes(32), suppressed: false }

const keys = () => ({
  pk: someBytes(32),
  sk: someBytes(32),
  receiptPk: someBytes(32),
  receiptSk: someBytes(32),
})
const newPoll = (number: number) => ({
  pollId: pollNumber(number),
  workshopId,
  manifest: bytesOf('{}'),
  ...keys(),
})
const cast = () => ({ t: someBytes(32), rev: 0, body: someBytes(64), mac: someBytes(32) })

/** Where `needle` stands on the disk; each place is a leak. */
function traces(place: string, needles: Uint8Array[]): number {
  const disk = bytesOnDisk(place)
  return needles.filter((needle) => disk.includes(Buffer.from(needle))).length
}

test('an erased name is nowhere on the disk', async () => {
  const storage = await open('names')
  const names = Array.from({ length: 300 }, (_, index) => `Name Nummer ${index} von dreihundert`)
  await Promise.all(names.map((name, index) => storage.people.setName(workshopId, personNumber(index), name)))
  expect(traces('names', names.map(bytesOf))).toBe(300)
  for (const index of names.keys()) await storage.people.setName(workshopId, personNumber(index), null)
  expect(traces('names', names.map(bytesOf))).toBe(0)
  await storage.close()
})

test('erasing one name of many leaves no trace of it and every other name', async () => {
  const storage = await open('one-name')
  const names = Array.from({ length: 300 }, (_, index) => `Name Nummer ${index} von dreihundert`)
  await Promise.all(names.map((name, index) => storage.people.setName(workshopId, personNumber(index), name)))
  await storage.people.setName(workshopId, personNumber(137), null)
  expect(traces('one-name', [bytesOf('Name Nummer 137 von')])).toBe(0)
  expect(Object.keys(await storage.people.names(workshopId))).toHaveLength(299)
  await storage.close()
})

test('sealing leaves no secret key, no blinded element and no replaced ballot on the disk', async () => {
  const storage = await open('keys')
  const polls = Array.from({ length: 12 }, (_, index) => newPoll(index + 1))
  for (const poll of polls) await storage.ballots.createPoll(poll)
  const poll = polls[4] ?? newPoll(99)
  const blinded = Array.from({ length: 200 }, () => someBytes(32))
  for (const [index, element] of blinded.entries())
    await storage.ballots.issue(poll.pollId, personNumber(index), element)
  const first = Array.from({ length: 200 }, cast)
  await storage.ballots.putBallots(poll.pollId, first)
  const changed = first.map(({ t }) => ({ ...cast(), t, rev: 1 }))
  for (const ballot of changed) await storage.ballots.putBallots(poll.pollId, [ballot])
  await storage.ballots.seal(poll.pollId, sealed)
  expect(traces('keys', [poll.sk, poll.receiptSk])).toBe(0)
  expect(traces('keys', blinded)).toBe(0)
  expect(
    traces(
      'keys',
      first.map(({ body }) => body),
    ),
  ).toBe(0)
  expect(
    traces(
      'keys',
      changed.map(({ body }) => body),
    ),
  ).toBe(200)
  expect(
    traces(
      'keys',
      polls.filter((other) => other !== poll).map(({ sk }) => sk),
    ),
  ).toBe(11)
  await storage.close()
})

test('of a suppressed poll no body and no mac is left on the disk, beside a poll that goes on', async () => {
  const storage = await open('suppressed')
  await storage.ballots.createPoll(newPoll(1))
  await storage.ballots.createPoll(newPoll(2))
  const [suppressed, goingOn] = [Array.from({ length: 90 }, cast), Array.from({ length: 90 }, cast)]
  for (const [index, ballot] of suppressed.entries()) {
    await storage.ballots.putBallots(pollId, [ballot])
    await storage.ballots.putBallots(pollNumber(2), goingOn.slice(index, index + 1))
  }
  await storage.ballots.seal(pollId, { ...sealed, suppressed: true })
  expect(
    traces(
      'suppressed',
      suppressed.map(({ body }) => body),
    ),
  ).toBe(0)
  expect(
    traces(
      'suppressed',
      suppressed.map(({ mac }) => mac),
    ),
  ).toBe(0)
  expect(
    traces(
      'suppressed',
      suppressed.map(({ t }) => t),
    ),
  ).toBe(90)
  expect(
    traces(
      'suppressed',
      goingOn.map(({ body }) => body),
    ),
  ).toBe(90)
  await storage.close()
})

test('sealed ballots lie on the disk in the order of t, each in one place, however they were cast', async () => {
  const storage = await open('order')
  await storage.ballots.createPoll(newPoll(1))
  const ballots = Array.from({ length: 150 }, cast)
  for (const ballot of ballots) await storage.ballots.putBallots(pollId, [ballot])
  await storage.ballots.seal(pollId, sealed)
  await storage.close()
  const disk = bytesOnDisk('order')
  const sorted = ballots.map(({ t }) => Buffer.from(t)).sort(Buffer.compare)
  for (const t of sorted) expect(disk.indexOf(t)).toBe(disk.lastIndexOf(t))
  const pageSize = disk.readUInt16BE(16)
  const places = sorted.map((t) => disk.indexOf(t))
  const pageOf = (place: number) => Math.floor(place / pageSize)
  // SQLite fills a page from its end, so within a page what was written later stands nearer to the front.
  const outOfOrder = places.filter((place, index) => {
    const before = places[index - 1]
    return before !== undefined && (pageOf(place) === pageOf(before) ? place > before : place < before)
  })
  expect(outOfOrder).toEqual([])
  expect(new Set(places.map(pageOf)).size).toBeGreaterThan(1)
})

test('of a round that is over no draft is left on the disk, and nothing that says whose it was', async () => {
  const storage = await open('silence')
  const roundId = RoundId.parse('a'.repeat(32))
  const texts = Array.from({ length: 300 }, (_, index) => `Stille Notiz ${index} von dreihundert`)
  const ids = texts.map((_, index) =>
    DraftId.parse(`00000000-0000-4000-8000-${String(index).padStart(12, '0')}`),
  )
  const content = { kind: null, stageId: null, laneId: null, departmentId: null }
  for (const [index, draftId] of ids.entries()) {
    const personId = personNumber(1 + (index % 7))
    await storage.silence.put(
      { workshopId, roundId, personId, draftId, text: texts[index] ?? '', ...content },
      100,
    )
  }
  expect(traces('silence', texts.map(bytesOf))).toBe(300)
  await storage.silence.close(workshopId, roundId)
  await storage.silence.keepPlacing(workshopId, roundId, bytesOf('the notes, shuffled'))
  await storage.silence.finish(workshopId, roundId)
  const people = Array.from({ length: 7 }, (_, index) => bytesOf(personNumber(index + 1)))
  expect(traces('silence', [...texts, ...ids, 'the notes, shuffled'].map(bytesOf))).toBe(0)
  expect(traces('silence', people)).toBe(0)
  await storage.close()
})

test('of a deleted workshop nothing is left on the disk, in no table, and not even its id', async () => {
  const storage = await open('whole')
  const roundId = RoundId.parse('a'.repeat(32))
  const person = personNumber(777)
  const words = (about: string) => `Wort ${about} des gelöschten Workshops`
  const secrets = Array.from({ length: 5 }, () => someBytes(32))
  const [linkHash, token, blinded, bundleHash, offerHash] = secrets as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ] // five were made
  const link = { workshopId, role: 'facilitator' as const, personId: null, sealedSecret: null }
  await storage.workshops.create({ workshopId, code: 'KRN-482', createdAt: 7 }, [
    { ...link, secretHash: linkHash },
  ])
  await storage.workshops.addSeat({
    workshopId,
    tokenHash: token,
    role: 'facilitator',
    personId: person,
    createdAt: 7,
  })
  await storage.workshops.offerSeat({
    workshopId,
    personId: person,
    role: 'facilitator',
    secretHash: offerHash,
    offeredBy: null,
    expiresAt: 9,
  })
  await storage.people.setName(workshopId, person, words('Name'))
  const event = { type: 'check-in.promised' as const, personId: person, promise: words('Zusage'), at: 7 }
  const answer = {
    workshopId,
    personId: person,
    commandId: words('Befehl'),
    reply: { ok: true as const, seq: 1 },
  }
  await storage.facilitation.append({ workshopId, seq: 1, events: [event], answer })
  await storage.board.append([{ workshopId, seq: 1, update: bytesOf(words('Anfang')) }]).durable
  await storage.board.compact(workshopId, { bytes: bytesOf(words('Board')), upTo: 1 })
  await storage.board.append([{ workshopId, seq: 2, update: bytesOf(words('Strich')) }]).durable
  await storage.board.claimClient(workshopId, 5, person)
  await storage.ballots.createPoll({ ...newPoll(1), manifest: bytesOf(words('Frage')) })
  await storage.ballots.issue(pollId, person, blinded)
  const ballots = Array.from({ length: 6 }, cast)
  await storage.ballots.putBallots(pollId, ballots)
  await storage.ballots.createPoll(newPoll(2))
  await storage.ballots.putBallots(pollNumber(2), ballots)
  await storage.ballots.seal(pollNumber(2), { ...sealed, bundle: bytesOf(words('Ergebnis')), bundleHash })
  const draftId = DraftId.parse('00000000-0000-4000-8000-000000000001')
  const content = { kind: null, stageId: null, laneId: null, departmentId: null }
  await storage.silence.put(
    { workshopId, roundId, personId: person, draftId, text: words('Notiz'), ...content },
    9,
  )
  const state = { kind: 'named' as const, name: words('Stand'), itemTitle: null, personId: person, at: 7 }
  await storage.history.add({ ...state, workshopId, entryId: 'a', boardSeq: 1 }, bytesOf(words('Kopie')))
  const imageId = ImageId.parse('0'.repeat(26))
  await storage.images.put({ workshopId, imageId, type: 'image/png', bytes: bytesOf(words('Bild')) }, 1e6)
  const others = workshopNumber(2)
  await storage.people.setName(others, personNumber(778), 'Wer bleibt')

  const needles = [
    ...secrets,
    ...ballots.map(({ body }) => body),
    ...['Name', 'Zusage', 'Befehl', 'Board', 'Strich', 'Frage', 'Ergebnis', 'Notiz', 'Stand', 'Kopie', 'Bild']
      .map(words)
      .map(bytesOf),
    bytesOf(person),
    bytesOf('KRN-482'),
    bytesOf(workshopId),
  ]
  expect(traces('whole', needles)).toBe(needles.length)
  expect(await storage.wholes.close(workshopId)).toBe(true)
  await storage.wholes.erase(workshopId)
  await storage.wholes.forget(workshopId)
  expect(traces('whole', needles)).toBe(0)
  expect(traces('whole', [bytesOf('Wer bleibt')])).toBe(1)
  await storage.close()
  expect(traces('whole', needles)).toBe(0)
})

test('of an erased person no word, no name and no seat is left on the disk, and every word of others', async () => {
  const storage = await open('person')
  const rooms = createRooms({
    storage: storage.facilitation,
    people: storage.people,
    preparePolls: async () => [],
    log: silentLog,
    now: () => 7,
  })
  const [ana, bo] = [personNumber(41), personNumber(42)]
  const words = (of: PersonId, about: string) => `Wort ${about} von ${of}`
  const about = ['Name', 'Zusage', 'Grund', 'Vorlesen', 'Satz', 'Befehl', 'Notiz']
  const tokens = new Map([ana, bo].map((personId) => [personId, someBytes(32)]))
  const roundId = RoundId.parse('a'.repeat(32))
  await storage.workshops.create({ workshopId, code: 'KRN-482', createdAt: 7 }, [])
  await storage.facilitation.append({ workshopId, seq: 1, events: [...opening], answer: null })
  let seq = opening.length + 1
  for (const personId of [ana, bo]) {
    const events: Event[] = [
      { type: 'person.joined', personId, role: 'participant', departmentId: null, at: 7 },
      { type: 'check-in.promised', personId, promise: words(personId, 'Zusage'), at: 7 },
      {
        type: 'rule.declined',
        personId,
        ruleId: RuleId.parse('listen'),
        reason: words(personId, 'Grund'),
        at: 7,
      },
      {
        type: 'reading.asked',
        readingId: ReadingId.parse(personId.padEnd(32, '0')),
        personId,
        text: words(personId, 'Vorlesen'),
        at: 7,
      },
      { type: 'check-out.marked', personId, mark: 'kept', sentence: words(personId, 'Satz'), at: 7 },
    ]
    const reply = { ok: true as const, seq }
    const answer = { workshopId, personId, commandId: words(personId, 'Befehl'), reply }
    await storage.facilitation.append({ workshopId, seq, events, answer })
    seq += events.length
    await storage.people.setName(workshopId, personId, words(personId, 'Name'))
    const tokenHash = tokens.get(personId) ?? bytesOf('')
    await storage.workshops.addSeat({ workshopId, tokenHash, role: 'participant', personId, createdAt: 7 })
    const draftId = DraftId.parse('00000000-0000-4000-8000-000000000001')
    const content = { kind: null, stageId: null, laneId: null, departmentId: null }
    const text = words(personId, 'Notiz')
    await storage.silence.put({ workshopId, roundId, personId, draftId, text, ...content }, 9)
  }
  const needlesOf = (personId: PersonId) => [
    ...about.map((what) => bytesOf(words(personId, what))),
    tokens.get(personId) ?? bytesOf(''),
  ]
  expect(traces('person', needlesOf(ana))).toBe(about.length + 1)
  await createErasure({
    store: storage.wholes,
    facilitation: storage.facilitation,
    rooms,
    boards: { write: async () => {} },
    log: silentLog,
    now: () => 8,
  })(workshopId, ana)
  expect(traces('person', needlesOf(ana))).toBe(0)
  expect(traces('person', needlesOf(bo))).toBe(about.length + 1)
  await rooms.close()
  await storage.close()
  expect(traces('person', needlesOf(ana))).toBe(0)
})

test('no table that knows which workshop a row is of is forgotten when one is deleted', async () => {
  await (await open('tables')).close()
  const database = new DatabaseSync(path('tables'), { readOnly: true })
  const rows = database
    .prepare(
      `select name from sqlite_schema where type = 'table'
        and exists (select 1 from pragma_table_info(sqlite_schema.name) where name = 'workshop_id')`,
    )
    .all()
  database.close()
  const closed = ['workshop', 'link', 'seat', 'seat_offer', 'deletion']
  expect(rows.map(({ name }) => name).sort()).toEqual([...closed, ...tablesOfWorkshops].sort())
})
