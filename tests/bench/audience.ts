// A process of its own with many people in it, who watch: says when each of them has seen what.
import process from 'node:process'
import { setTimeout as delay } from 'node:timers/promises'
import { io, type Socket } from 'socket.io-client'
import { realPace } from '#client/facilitation/ballots/pace.ts'
import { keepBallots } from '#client/simulated/ballots.ts'
import { bringPeople } from '#client/simulated/crowd.ts'
import type { SimulatedPerson } from '#client/simulated/person.ts'
import type { PollId } from '#shared/ids.ts'
import { AudienceJob, AudienceOrder, type AudienceReport } from '#tests/bench/audience-protocol.ts'
import { sharedNow } from '#tests/bench/clock.ts'
import { relayedHand } from '#tests/bench/socket-relay.ts'

type Seat = {
  raise(): string
  lower(): void
  vote(pollId: PollId): void
  /** The polls in which the box has acknowledged a ballot of this person. */
  voted(): PollId[]
  lookAway(): void
  lookBack(): void
}

const report: Omit<AudienceReport, 'stored'> = { sent: {}, seen: {}, issued: {}, ready: {} }
/** Longer than anybody waits before they ask for their token. */
const quietMs = 2_000
let vote = 0
const note = (moments: Record<string, number[]>, what: string) => {
  moments[what] ??= []
  moments[what].push(sharedNow())
}
const saw = (hand: string) => note(report.seen, hand)
async function isQuiet(count: () => number): Promise<void> {
  for (let before = -1; before !== count(); await delay(quietMs)) before = count()
}
const fail = (error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exit(1)
}

function watch(person: SimulatedPerson): Seat {
  const { room, seat } = person
  let { ballots } = person
  let queue = room.store.getState().confirmed.hands.queue
  const polls = new Set<PollId>()
  room.store.subscribe(({ confirmed }) => {
    if (confirmed.hands.queue === queue) return
    const known = new Set(queue.map(({ personId }) => personId))
    queue = confirmed.hands.queue
    for (const { personId } of queue) if (!known.has(personId)) saw(personId)
  })
  const { requestToken } = room
  room.requestToken = async (request) => {
    const { pollId } = request
    const reply = await requestToken(request)
    if (polls.has(pollId)) return reply
    polls.add(pollId)
    note(report.issued, pollId)
    // Two hundred browsers check their tokens on as many processors. Here all have one, and whoever still has to ask
    // would wait for it: so they are checked when all have been issued.
    await isQuiet(() => report.issued[pollId]?.length ?? 0)
    setImmediate(function look() {
      if (ballots.view(pollId)?.status === 'ready') note(report.ready, pollId)
      else setTimeout(look, 5)
    })
    return reply
  }
  return {
    raise() {
      room.send({ type: 'hand.raise' }).catch(fail)
      return seat.personId
    },
    lower: () => void room.send({ type: 'hand.lower' }).catch(fail),
    vote: (pollId) => ballots.cast(pollId, ['scale', 1 + (vote++ % 5)]),
    voted: () => [...polls].filter((pollId) => ballots.view(pollId)?.status === 'acknowledged'),
    lookAway: () => ballots.stop(),
    lookBack() {
      ballots = keepBallots({ origin: seat.origin, room, pace: realPace, report: fail })
    },
  }
}

async function sitAtRelay(url: string): Promise<Seat> {
  const socket: Socket = io(url, { transports: ['websocket'], forceNew: true })
  socket.on('events', ({ events: [event] }: ReturnType<typeof relayedHand>) => {
    if (event && event.personId !== 'lowered') saw(event.personId)
  })
  await new Promise<void>((resolve) => socket.on('connect', resolve))
  return {
    raise() {
      const hand = `${socket.id}`
      socket.emit('command', relayedHand(hand))
      return hand
    },
    lower: () => void socket.emit('command', relayedHand('lowered')),
    vote() {},
    voted: () => [],
    lookAway() {},
    lookBack() {},
  }
}

async function sitDown(job: AudienceJob): Promise<Seat[]> {
  if (job.kind === 'relay') return Promise.all(Array.from({ length: job.count }, () => sitAtRelay(job.url)))
  const { people } = await bringPeople({ ...job, isLively: false, gapMs: 0, report: fail })
  return people.map(watch)
}

process.setMaxListeners(0)
process.on('disconnect', () => process.exit(0))
const seats = await sitDown(AudienceJob.parse(JSON.parse(process.argv[2] ?? '{}'))).catch(fail)
process.on('message', (message) => {
  const order = AudienceOrder.parse(message)
  if (order.do === 'report') process.send?.({ report: { ...report, stored: stored() } })
  else if (order.do === 'vote') for (const seat of seats ?? []) seat.vote(order.pollId)
  else if (order.do === 'look-away') for (const seat of seats ?? []) seat.lookAway()
  else if (order.do === 'look-back') for (const seat of seats ?? []) seat.lookBack()
  else if (order.do === 'lower') seats?.[order.who]?.lower()
  else {
    const at = sharedNow()
    const hand = seats?.[order.who]?.raise()
    if (hand) report.sent[hand] = at
  }
})

function stored(): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const pollId of (seats ?? []).flatMap((seat) => seat.voted()))
    counts[pollId] = (counts[pollId] ?? 0) + 1
  return counts
}

process.send?.('ready')
