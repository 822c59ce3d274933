// A person's own ballot for React: started once per poll and person, and kept running while its card is out of sight.
import { useCallback, useEffect, useSyncExternalStore } from 'react'
import { createBallotBoxClient } from '#client/facilitation/ballots/ballot-box-client.ts'
import {
  type BallotClient,
  createBallotClient,
  type Pace,
  type RequestToken,
} from '#client/facilitation/ballots/ballot-client.ts'
import { type BallotView, viewBallot } from '#client/facilitation/ballots/ballot-view.ts'
import { openBallotStore } from '#client/facilitation/ballots/indexeddb-store.ts'
import type { BallotStore } from '#client/facilitation/ballots/stored-ballot.ts'
import type { SecretPoll } from '#shared/facilitation/polls.ts'
import type { Me } from '#shared/facilitation/protocol.ts'

/** Where the own ballot stands, and `cast`: casts, or changes what was cast (1 to 5) while the poll is open. */
export type Ballot = BallotView & { cast: (value: number) => void }

/** `requestToken` may change between renders; a request always goes through the newest. */
export function useBallot(poll: SecretPoll, me: Me, requestToken: RequestToken): Ballot {
  const keeper = keeperOf(poll, me)
  useEffect(() => keeper.follow(poll, requestToken), [keeper, poll, requestToken])
  const view = useSyncExternalStore(keeper.subscribe, keeper.view)
  const cast = useCallback((value: number) => keeper.cast(value), [keeper])
  return { ...view, cast }
}

/** Mounted once in the room, so that ballots are asked for, kept and closed while no poll card is on the screen. */
export function useBallotKeeper(polls: readonly SecretPoll[], me: Me, requestToken: RequestToken): void {
  useEffect(() => {
    for (const poll of polls) keeperOf(poll, me).follow(poll, requestToken)
  }, [polls, me, requestToken])
}

type Keeper = {
  follow(poll: SecretPoll, requestToken: RequestToken): void
  subscribe(listener: () => void): () => void
  view(): BallotView
  cast(value: number): void
}

// Outside React: a ballot on its way must not stop because somebody looks at another tab of the panel.
const keepers = new Map<string, Keeper>()
let opening: Promise<BallotStore> | null = null

function keeperOf(poll: SecretPoll, me: Me): Keeper {
  const name = `${poll.pollId} ${me.personId}`
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
    opening ??= openBallotStore(Date.now)
    const store = await opening
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
    cast: (value) => client?.cast(value),
  }
}

export const realPace: Pace = {
  wait: (ms, signal) =>
    new Promise((resolve, reject) => {
      signal.throwIfAborted()
      const giveUp = () => {
        clearTimeout(timer)
        reject(signal.reason)
      }
      const timer = setTimeout(() => {
        signal.removeEventListener('abort', giveUp)
        resolve()
      }, ms)
      signal.addEventListener('abort', giveUp, { once: true })
    }),
  // crypto, not Math.random: what hides who voted when must not be foreseen.
  randomBelow: (max) => ((crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32) * max,
  now: Date.now,
}
