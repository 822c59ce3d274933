// Thirty people in one workshop who send anything at any time, lose their connection and come back: a seeded simulation.
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openRoom, type Room } from '#client/facilitation/room-store.ts'
import { type Chance, createChance } from '#client/simulated/chance.ts'
import { createRooms } from '#server/facilitation/rooms.ts'
import { silentLog } from '#server/log.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import type { Actor } from '#shared/facilitation/decision.ts'
import type { Event } from '#shared/facilitation/events.ts'
import type { Reply } from '#shared/facilitation/protocol.ts'
import { redactWorkshop } from '#shared/facilitation/redact.ts'
import { decide } from '#shared/facilitation/workshop.ts'
import { PersonId, WorkshopId } from '#shared/ids.ts'
import { steps } from '#tests/shared/facilitation/arbitrary.ts'
import {
  everyone,
  fold,
  keys,
  noon,
  opening,
  type Somebody,
  server,
  service,
} from '#tests/shared/facilitation/scene.ts'
import { Edge, Line } from '#tests/support/facilitation-line.ts'
import { createMemoryLog, type MemoryLog, namelessPeople } from '#tests/support/memory-log.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] }))
afterEach(() => vi.useRealTimers())

const workshopId = WorkshopId.parse('w00000000001')
const others: Somebody[] = Array.from({ length: 30 - everyone.length }, (_, number) => ({
  personId: PersonId.parse(`m${String(number).padStart(15, '0')}`),
  role: 'participant',
}))
const all = [...everyone, ...others]
const joined = others.map(
  ({ personId, role }): Event => ({
    type: 'person.joined',
    personId,
    role,
    departmentId: service,
    at: noon - 1000,
  }),
)

type Tab = { line: Line; room: Room; sent: { commandId: string; reply: Reply | null }[] }
type World = { log: MemoryLog; edge: Edge; tabs: Tab[]; chance: Chance; now: number }

function openWorld(seed: number): World {
  const log = createMemoryLog([...opening, ...joined])
  let polls = 0
  const rooms = createRooms({
    storage: log,
    people: namelessPeople,
    preparePolls: async (_, openings) => openings.map(() => keys(++polls)),
    log: silentLog,
    now: () => world.now,
  })
  const edge = new Edge({ rooms, workshopId, now: () => world.now })
  const world: World = { log, edge, tabs: [], chance: createChance(seed), now: noon }
  world.tabs = all.map((viewer) => openTab(world, viewer))
  return world
}

/** A browser that has not connected yet. */
function openTab(world: World, viewer: Somebody): Tab {
  const line = new Line(world.edge, viewer)
  const tab: Tab = {
    line,
    sent: [],
    room: openRoom({
      transport: line,
      localNow: () => world.now,
      makeCommandId: () => {
        const last = String(tab.sent.length).padStart(12, '0')
        const first = String(all.indexOf(viewer)).padStart(8, '0')
        return `${first}-0000-4000-8000-${last}`
      },
    }),
  }
  return tab
}

const settle = (ms = 1) => vi.advanceTimersByTimeAsync(ms)

async function play(seed: number, moves: number): Promise<World> {
  const world = openWorld(seed)
  const { tabs, chance } = world
  const given = fc.sample(steps, { seed, numRuns: 200 }).flat()
  const next = () => given.splice(Math.floor(chance.below(given.length)), 1)[0]
  for (const { line } of tabs) await line.connect()
  for (let move = 0; move < moves; move += 1) {
    world.now += 100
    const tab = chance.pick(tabs)
    if (!tab) throw new Error('There are thirty.')
    const drawn = chance.below(100)
    if (drawn < 30) {
      await somethingIsDone(world, tab, next)
    } else if (drawn < 82)
      for (const each of [tab, ...chance.shuffled(tabs).slice(0, 4)]) deliver(each, chance)
    else if (drawn < 87) tab.line.cut()
    else if (drawn < 97) await tab.line.connect()
    else await settle(2_000)
    await settle()
  }
  await heal(world)
  return world
}

type Given = { actor: Actor; command: Command }

/** Mostly what the rules would accept from somebody here: of what is only drawn, most is refused. */
async function somethingIsDone(world: World, drawn: Tab, next: () => Given | undefined): Promise<void> {
  const { edge, tabs, chance, now } = world
  const { workshop } = await edge.rooms.state(workshopId)
  const present = edge.rooms.present(workshopId)
  for (let tries = chance.is(0.7) ? 25 : 1; tries > 0; tries -= 1) {
    const step = next()
    if (!step) return
    const leader = tabs.find(({ line }) => line.viewer.personId === step.actor.personId)
    const tab = chance.is(0.5) ? (leader ?? drawn) : drawn
    const actor = step.actor.role === 'server' ? server : tab.line.viewer
    if (tries > 1 && !decide(workshop, step.command, { actor, now, present }).ok) continue
    const command = marked(step.command, actor.personId)
    if (actor.role !== 'server') return send(tab, command)
    await Promise.all([edge.rooms.submit(workshopId, { actor, commandId: null, command }), settle()])
    return
  }
}

function send(tab: Tab, command: Command): void {
  const entry: Tab['sent'][number] = { commandId: '', reply: null }
  const known = new Set(tab.room.store.getState().pending.map(({ commandId }) => commandId))
  tab.room.send(command).then((reply) => {
    entry.reply = reply
  }, expect.unreachable)
  entry.commandId =
    tab.room.store.getState().pending.find(({ commandId }) => !known.has(commandId))?.commandId ?? ''
  tab.sent.push(entry)
}

function deliver({ line }: Tab, chance: Chance): void {
  for (let count = 1 + chance.below(6); count > 0; count -= 1) line.deliver(chance.is(0.5) ? 'up' : 'down')
}

/**
 * The network heals: in a few rounds, with the time for what must be asked again, everything is settled. One more for what
 * the server itself decided at the end of a round, which has not been delivered to anybody.
 */
async function heal({ tabs, log }: World): Promise<void> {
  let before = -1
  for (let round = 0; round < 20 && (round < 6 || log.events.length > before); round += 1) {
    before = log.events.length
    for (const { line } of tabs) await line.connect()
    for (let isQuiet = false; !isQuiet; ) {
      isQuiet = true
      for (const { line } of tabs)
        while (line.deliver('up') || line.deliver('down')) {
          isQuiet = false
          await settle(0)
        }
      await settle(20)
    }
    await settle(2_000)
  }
}

/** Private words that say whose they are, so that they can be looked for in what the others were sent. */
function marked(command: Command, author: PersonId | null): Command {
  const mark = (kind: string) => `secret ${kind} ${author}`
  switch (command.type) {
    case 'rule.decline':
      return { ...command, reason: mark('reason') }
    case 'check-out.mark':
      return { ...command, sentence: mark('sentence') }
    case 'reading.ask':
      return { ...command, text: mark('reading') }
    case 'item.add':
      return { ...command, item: { ...command.item, script: mark('script'), notes: mark('script') } }
    case 'item.change':
      return { ...command, change: { ...command.change, script: mark('script') } }
    default:
      return command
  }
}

/** Who may see such words, beside their author: facilitators, and in one case not even they. */
const forFacilitators = new Set(['reason', 'reading', 'script'])

function expectNoLeak({ log, tabs }: World): void {
  const everLed = new Set<string>(
    log.events.flatMap((event) => {
      if (event.type === 'person.promoted') return [event.personId]
      return event.type === 'person.joined' && event.role === 'facilitator' ? [event.personId] : []
    }),
  )
  for (const { line } of tabs) {
    const { personId } = line.viewer
    for (const [, kind = '', author] of line.received.join('\n').matchAll(/secret (\w+) (\w+)/g)) {
      const maySee = author === personId || (forFacilitators.has(kind) && everLed.has(personId))
      expect({ kind, author, personId, maySee }).toMatchObject({ maySee: true })
    }
    for (const written of line.received)
      for (const [whole] of written.matchAll(/\{[^{}]*secret reading[^{}]*\}/g))
        if (whole.includes('"personId"')) expect(whole).toContain(`"personId":"${personId}"`)
  }
}

/** Stored once with the answer that its sender got, or refused and not stored at all. */
function expectOneEffectEach({ log, tabs }: World): void {
  const stored = new Map<string, number[]>()
  for (const { answer, seq, events } of log.batches) {
    if (!answer) continue
    const name = `${answer.personId} ${answer.commandId}`
    stored.set(name, [...(stored.get(name) ?? []), seq + events.length - 1])
  }
  for (const { line, room, sent } of tabs)
    for (const { commandId, reply } of sent) {
      if (room.store.getState().status === 'ended') continue // answered by the browser itself
      const effects = stored.get(`${line.viewer.personId} ${commandId}`) ?? []
      expect(reply).not.toBeNull()
      expect(effects).toEqual(reply?.ok ? [reply.seq] : [])
    }
}

function expectAllEqual({ log, tabs }: World): void {
  const workshop = fold(log.events)
  for (const { room, line } of tabs) {
    const { status, seq, pending, confirmed, view } = room.store.getState()
    const person = workshop.people[line.viewer.personId]
    if (status === 'ended') continue
    expect({ status, seq, pending }).toEqual({ status: 'online', seq: log.events.length, pending: [] })
    expect(view).toBe(confirmed)
    const viewer = { ...line.viewer, role: person?.role ?? line.viewer.role }
    expect(confirmed).toEqual(JSON.parse(JSON.stringify(redactWorkshop(workshop, viewer))))
  }
}

test.each(Array.from({ length: 12 }, (_, seed) => seed + 1))(
  'all end equal, each command has one effect, and nobody is told what is not for them: seed %i',
  async (seed) => {
    const world = await play(seed, 1500)
    expect(world.log.batches.length).toBeGreaterThan(150)
    expectAllEqual(world)
    expectOneEffectEach(world)
    expectNoLeak(world)
    for (const { room } of world.tabs) room.close()
    await Promise.all([world.edge.rooms.close(), settle(100)])
    expect(vi.getTimerCount()).toBe(0)
  },
)
