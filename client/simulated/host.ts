// The sample workshop's own facilitator: starts the hour, and hands over as soon as a human one is there.
import { type Pace, realPace } from '#client/facilitation/ballots/pace.ts'
import { type SimulatedPerson, simulatePerson } from '#client/simulated/person.ts'
import type { ItemKind } from '#shared/facilitation/agenda.ts'
import { indexOf } from '#shared/facilitation/agenda.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import { findPoll } from '#shared/facilitation/polls.ts'
import type { Language } from '#shared/language.ts'
import { sample } from '#shared/sample/sample.ts'
import { findPollSet, isReady, questionsIn } from '#shared/templates/poll-sets.ts'

/** What has been done in an item before the next begins. */
const staysMs: Partial<Record<ItemKind, number>> = { welcome: 6_000, 'check-in': 25_000 }
const voteMs = 25_000

export type HostWish = {
  /** The facilitators' link. */
  link: string
  language: Language
  pace?: Pace
  signal: AbortSignal
  report: (error: unknown) => void
}

/** Resolves when the group is at its map, or in other hands; the host has left then. */
export async function openTheHour({
  link,
  language,
  pace = realPace,
  signal,
  report,
}: HostWish): Promise<void> {
  const name = sample.people.find(({ role }) => role === 'facilitator')?.name ?? ''
  const host = await simulatePerson({ link, name, pace, report })
  const { room } = host
  try {
    await room.send({ type: 'agenda.start' })
    for (;;) {
      const item = itemOf(host)
      if (!item || item.kind === 'mapping') break
      await pause(host, staysMs[item.kind] ?? 2_000)
      if (isRelieved(host)) return
      if (item.kind === 'expectation-poll') await poll(host, item.pollSetId)
      if (isRelieved(host)) return
      await room.send({ type: 'agenda.advance', fromItemId: item.itemId })
    }
    // Somebody has to have the room until a human comes.
    while (!isRelieved(host)) await pause(host, 5_000)
  } catch (error) {
    if (!signal.aborted) throw error
  } finally {
    host.leave()
  }

  async function poll({ ballots }: SimulatedPerson, setId: string | undefined): Promise<void> {
    const set = findPollSet(setId)
    if (!set || !isReady(set)) return
    const command: Command = {
      type: 'poll.open',
      mode: 'anonymous',
      ...(set.questions.length > 1 && { title: set.title[language] }),
      questions: questionsIn(set, language, 'start'),
      durationMs: null,
    }
    if (!(await room.send(command)).ok) return
    const opened = room.store.getState().confirmed.polls.findLast(({ state }) => state === 'open')
    if (!opened) return
    await pace.wait(voteMs, signal)
    await room.send({ type: 'poll.close', pollId: opened.pollId })
    const isClosed = () => findPoll(room.store.getState().confirmed.polls, opened.pollId)?.state === 'closed'
    while (!isClosed() || !ballots.view(opened.pollId)?.audit) await pace.wait(500, signal)
    await pace.wait(4_000, signal)
  }

  /** In short pieces: who comes to lead is not to wait. */
  async function pause(host: SimulatedPerson, ms: number): Promise<void> {
    for (let waited = 0; waited < ms && !isRelieved(host); waited += 500) await pace.wait(500, signal)
  }
}

function itemOf({ room }: SimulatedPerson) {
  const { agenda } = room.store.getState().confirmed
  return agenda.current ? (agenda.items[indexOf(agenda, agenda.current.itemId)] ?? null) : null
}

function isRelieved({ room, seat }: SimulatedPerson): boolean {
  const { present, confirmed } = room.store.getState()
  return present.some((id) => id !== seat.personId && confirmed.people[id]?.role === 'facilitator')
}
