// A person's own ballot for React: started once per poll and person, and kept running while its card is out of sight.
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'
import { createBallotBoxClient } from '#client/facilitation/ballots/ballot-box-client.ts'
import {
  type BallotClient,
  createBallotClient,
  type RequestToken,
} from '#client/facilitation/ballots/ballot-client.ts'
import { type BallotView, viewBallot } from '#client/facilitation/ballots/ballot-view.ts'
import { openBallotStore } from '#client/facilitation/ballots/indexeddb-store.ts'
import { realPace } from '#client/facilitation/ballots/pace.ts'
import type { BallotStore } from '#client/facilitation/ballots/stored-ballot.ts'
import type { Me } from '#shared/facilitation/protocol.ts'
import type { Answer } from '#shared/facilitation/questions.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import type { Tally } from '#shared/facilitation/tally.ts'

/** Where the own ballot stands, and `cast`: casts, or changes what was cast, while the poll is open. */
export type Ballot = BallotView & { cast: (answer: Answer) => void }

/** One that is cast at the close: a concern. */
export type LateBallot = Ballot & {
  /** Keeps an answer on this device until the close; null forgets it. Resolves with whether it is kept. */
  saveDraft: (answer: Answer | null) => Promise<boolean>
}

/** `requestToken` may change between renders; a request always goes through the newest. */
export function useBallot(poll: SecretPoll, me: Me, requestToken: RequestToken): LateBallot {
  const keeper = keeperOf(poll, me)
  useEffect(() => keeper.follow(poll, requestToken), [keeper, poll, requestToken])
  const view = useSyncExternalStore(keeper.subscribe, keeper.view)
  const cast = useCallback((answer: Answer) => keeper.cast(answer), [keeper])
  const saveDraft = useCallback((answer: Answer | null) => keeper.draft(answer), [keeper])
  return { ...view, cast, saveDraft }
}

/** As `useBallot` for the questions of a form: one ballot for each, in their order. */
export function useBallots(polls: readonly SecretPoll[], me: Me, requestToken: RequestToken): Ballot[] {
  const ids = polls.map(({ pollId }) => pollId).join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the keepers are those of these polls, whatever their state
  const group = useMemo(() => groupOf(polls.map((poll) => keeperOf(poll, me))), [ids, me])
  useEffect(() => {
    for (const [place, poll] of polls.entries()) group.keepers[place]?.follow(poll, requestToken)
  }, [group, polls, requestToken])
  const views = useSyncExternalStore(group.subscribe, group.views)
  return useMemo(
    () => views.map((view, place) => ({ ...view, cast: castWith(group.keepers[place]) })),
    [views, group],
  )
}

const castWith = (keeper: Keeper | undefined) => (answer: Answer) => keeper?.cast(answer)

/** `views` gives the same list for as long as no view in it has changed. */
function groupOf(keepers: readonly Keeper[]) {
  let last: BallotView[] = []
  return {
    keepers,
    subscribe(listener: () => void) {
      const ends = keepers.map((keeper) => keeper.subscribe(listener))
      return () => {
        for (const end of ends) end()
      }
    },
    views(): BallotView[] {
      const next = keepers.map((keeper) => keeper.view())
      if (next.length !== last.length || next.some((view, place) => view !== last[place])) last = next
      return last
    },
  }
}

/**
 * Mounted once in the room, so that ballots are asked for, kept and closed while no poll card is on the screen. Polls
 * closed long ago are audited when they are looked at; the others as soon as they close.
 */
export function useBallotKeeper(polls: readonly SecretPoll[], me: Me, requestToken: RequestToken): void {
  useEffect(() => {
    for (const poll of polls) {
      if (poll.state !== 'closed' || keepers.has(nameOf(poll, me)))
        keeperOf(poll, me).follow(poll, requestToken)
      else auditIfOwed(poll, me, requestToken).catch(reportError)
    }
  }, [polls, me, requestToken])
}

/** What was counted when the same question was asked in the phase before; null without such a poll, and while it loads. */
export function useEarlierTally(polls: readonly SecretPoll[], poll: SecretPoll, me: Me): Tally | null {
  const earlier = earlierPoll(polls, poll)
  const keeper = earlier && keeperOf(earlier, me)
  useEffect(() => {
    if (earlier) keeper?.follow(earlier, noToken)
  }, [earlier, keeper])
  return useSyncExternalStore(keeper?.subscribe ?? subscribeToNothing, () => keeper?.view().tally ?? null)
}

/** The newest closed poll before this one with the same question in another phase whose answers are kept. */
export function earlierPoll(polls: readonly SecretPoll[], poll: SecretPoll): SecretPoll | null {
  const isEarlier = (other: SecretPoll) =>
    other.questionKey === poll.questionKey &&
    other.phase !== poll.phase &&
    other.state === 'closed' &&
    !other.suppressed &&
    other.openedAt < poll.openedAt
  return polls.findLast(isEarlier) ?? null
}

const noToken: RequestToken = () => Promise.reject(new Error('A closed poll hands out no ballots.'))
const subscribeToNothing = () => () => {}

type Keeper = {
  follow(poll: SecretPoll, requestToken: RequestToken): void
  subscribe(listener: () => void): () => void
  view(): BallotView
  cast(answer: Answer): void
  draft(answer: Answer | null): Promise<boolean>
}

// Outside React: a ballot on its way must not stop because somebody looks at another tab of the panel.
const keepers = new Map<string, Keeper>()
let opening: Promise<BallotStore> | null = null

const nameOf = ({ pollId }: SecretPoll, { personId }: Me) => `${pollId} ${personId}`

const openStore = (): Promise<BallotStore> => {
  opening ??= openBallotStore(Date.now)
  return opening
}

/** A ballot that was cast before a reload, in a poll that has closed meanwhile. */
async function auditIfOwed(poll: SecretPoll, me: Me, requestToken: RequestToken): Promise<void> {
  const row = await (await openStore()).read({ pollId: poll.pollId, personId: me.personId })
  if (row?.y) keeperOf(poll, me).follow(poll, requestToken)
}

function keeperOf(poll: SecretPoll, me: Me): Keeper {
  const name = nameOf(poll, me)
  const known = keepers.get(name)
  if (known) return known
  const keeper = createKeeper(poll, me)
  keepers.set(name, keeper)
  return keeper
}

function createKeeper(asked: SecretPoll, me: Me): Keeper {
  const listeners = new Set<() => void>()
  let newest: { poll: SecretPoll; requestToken: RequestToken } | null = null
  let client: BallotClient | null = null
  let isStarting = false
  const before = viewBallot({ poll: asked, me, row: null, audited: null, isKept: true, problem: null })

  const tell = () => {
    for (const listener of listeners) listener()
  }

  async function start(): Promise<void> {
    const store = await openStore()
    if (!newest) return
    client = createBallotClient({
      poll: newest.poll,
      me,
      store,
      box: createBallotBoxClient(),
      requestToken: (request) =>
        newest ? newest.requestToken(request) : Promise.reject(new Error('There is no connection yet.')),
      pace: realPace,
      report: reportError,
    })
    client.subscribe(tell)
    tell()
  }

  return {
    follow(poll, requestToken) {
      newest = { poll, requestToken }
      client?.update(poll)
      if (isStarting) return
      isStarting = true
      start().catch(reportError)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    view: () => client?.view() ?? before,
    cast: (answer) => client?.cast(answer),
    draft: (answer) => client?.draft(answer) ?? Promise.resolve(false),
  }
}
