// A process of its own with many people in it, who watch: says when each of them has seen what.
import process from 'node:process'
import { setTimeout as delay } from 'node:timers/promises'
import { io, type Socket } from 'socket.io-client'
import { bringPeople } from '#client/simulated/crowd.ts'
import type { SimulatedPerson } from '#client/simulated/person.ts'
import { AudienceJob, AudienceOrder, type AudienceReport } from '#tests/bench/audience-protocol.ts'
import { sharedNow } from '#tests/bench/clock.ts'
import { relayedHand } from '#tests/bench/socket-relay.ts'

type Seat = { raise(): string; lower(): void; vote(): void; hasVoted(): boolean }

const report: AudienceReport = { sent: {}, seen: {}, issued: [], ready: [], stored: 0 }
/** Longer than anybody waits before they ask for their token. */
const quietMs = 2_000
let vote = 0
const saw = (hand: string) => {
  const moments = report.seen[hand] ?? []
  report.seen[hand] = moments
  moments.push(sharedNow())
}
async function isQuiet(count: () => number): Promise<void> {
  for (let before = -1; before !== count(); await delay(quietMs)) before = count()
}
const fail = (error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exit(1)
}

function watch(person: SimulatedPerson): Seat {
  const { room, seat, ballots } = person
  let queue = room.store.getState().confirmed.hands.queue
  const openPoll = () => room.store.getState().confirmed.polls.find(({ state }) => state === 'open')
  let isReady = false
  room.store.subscribe(({ confirmed }) => {
    if (confirmed.hands.queue === queue) return
    const known = new Set(queue.map(({ personId }) => personId))
    queue = confirmed.hands.queue
    for (const { personId } of queue) if (!known.has(personId)) saw(personId)
  })
  const { requestToken } = room
  room.requestToken = async (request) => {
    const reply = await requestToken(request)
    report.issued.push(sharedNow())
    // Two hundred browsers check their tokens on as many processors. Here all have one, and whoever still has to ask
    // would wait for it: so they are checked when all have been issued.
    await isQuiet(() => report.issued.length)
    setImmediate(function look() {
      if (isReady) return
      isReady = ballots.view(request.pollId)?.status === 'ready'
      if (isReady) report.ready.push(sharedNow())
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
    vote() {
      const poll = openPoll()
      if (poll) ballots.cast(poll.pollId, ['scale', 1 + (vote++ % 5)])
    },
    hasVoted() {
      const poll = openPoll()
      return poll !== undefined && ballots.view(poll.pollId)?.status === 'acknowledged'
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
    hasVoted: () => false,
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
  if (order.do === 'report') {
    report.stored = seats?.filter((seat) => seat.hasVoted()).length ?? 0
    process.send?.({ report })
  } else if (order.do === 'vote') for (const seat of seats ?? []) seat.vote()
  else if (order.do === 'lower') seats?.[order.who]?.lower()
  else {
    const at = sharedNow()
    const hand = seats?.[order.who]?.raise()
    if (hand) report.sent[hand] = at
  }
})
process.send?.('ready')
