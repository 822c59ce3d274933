// One person's silent notes in one round: shown at once, kept on this device until the server has them, never on the board.
import { z } from 'zod'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { randomUuid } from '#client/ui/random-uuid.ts'
import { RoundId } from '#shared/ids.ts'
import { Draft, type DraftContent, DraftId } from '#shared/silence/drafts.ts'

/** `kept`: the server has exactly this. `waiting`: it has not answered. */
type DraftState = 'kept' | 'sending' | 'waiting' | 'refused'
export type Problem = 'full' | 'invalid' | 'no-seat'
export type OwnDraft = Draft & { state: DraftState; problem: Problem | null }

export type Answer = 'kept' | 'over' | 'unreachable' | Problem

/** What the keeper needs of the server, and of this device. */
export type DraftTransport = {
  load(): Promise<{ roundId: RoundId | null; drafts: Draft[] } | null>
  put(draft: Draft): Promise<Answer>
  remove(draftId: DraftId): Promise<Answer>
}
export type DraftMemory = { read(): Unsent | null; write(unsent: Unsent | null): void }

/** A text that is being typed may be empty for a moment; it is not sent then. */
const LocalDraft = Draft.extend({ text: z.string().max(2000) })
export const Unsent = z.object({
  roundId: RoundId,
  drafts: z.array(LocalDraft),
  removed: z.array(DraftId),
})
export type Unsent = z.infer<typeof Unsent>

type KeeperState = { drafts: readonly OwnDraft[]; removing: number }
export type DraftKeeper = {
  roundId: RoundId
  store: StoreApi<KeeperState>
  write(content: DraftContent): DraftId
  change(draftId: DraftId, change: Partial<DraftContent>): void
  remove(draftId: DraftId): void
  /** The typing is over: what is empty goes, the rest is sent now. */
  settle(draftId: DraftId): void
  /** Reads what another device of this person has written meanwhile. */
  refresh(): void
  /** The round is over: sends once more what is left, while the server still takes it. Resolves with what it did not. */
  finish(): Promise<Draft[]>
  /** Sends nothing more; what has not been sent is given back. */
  close(): Draft[]
}

const typingPauseMs = 600
const longestPauseMs = 10_000

export function keepDrafts(roundId: RoundId, transport: DraftTransport, memory: DraftMemory): DraftKeeper {
  const store = createStore<KeeperState>(() => ({ drafts: [], removing: 0 }))
  /** Counts changes of each draft, so that an answer to an older one does not pass for the newest. */
  const versions = new Map<DraftId, number>()
  const dirty = new Set<DraftId>()
  const removed = new Set<DraftId>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let isBusy = false
  let attempt = 0
  let isClosed = false
  /** What is on its way; while the keeper is finishing, nothing new sets out by itself. */
  let working: Promise<void> = Promise.resolve()
  let isFinishing = false
  /** Counts everything that happens here: a list that was read meanwhile is an old one. */
  let changes = 0

  const find = (draftId: DraftId) => store.getState().drafts.find((draft) => draft.draftId === draftId)
  const isBlank = (draft: Pick<Draft, 'text'>) => draft.text.trim() === ''

  function set(drafts: readonly OwnDraft[]): void {
    store.setState({ drafts, removing: removed.size })
    if (isClosed) return
    const unsent = unsentOf()
    memory.write(unsent.drafts.length + unsent.removed.length > 0 ? unsent : null)
  }
  const mark = (draftId: DraftId, change: Partial<OwnDraft>) =>
    set(store.getState().drafts.map((draft) => (draft.draftId === draftId ? { ...draft, ...change } : draft)))

  function unsentOf(): Unsent {
    const drafts = store.getState().drafts.filter(({ draftId }) => dirty.has(draftId))
    return { roundId, drafts: drafts.map(draftOf), removed: [...removed] }
  }

  function soon(ms: number): void {
    clearTimeout(timer)
    timer = setTimeout(pump, ms)
  }

  function pump(): void {
    if (isBusy || isClosed || isFinishing) return
    const gone = [...removed][0]
    const next = store
      .getState()
      .drafts.find((draft) => dirty.has(draft.draftId) && draft.state !== 'refused' && !isBlank(draft))
    if (!gone && !next) return
    isBusy = true
    const work = gone ? sendRemoval(gone) : next ? sendDraft(next) : Promise.resolve(false)
    working = work
      .catch(() => false)
      .then((hasAnswered) => {
        isBusy = false
        if (hasAnswered) {
          attempt = 0
          pump()
        } else {
          soon(Math.min(longestPauseMs, 1000 * 2 ** attempt++))
        }
      }, reportError)
  }

  async function sendRemoval(draftId: DraftId): Promise<boolean> {
    const answer = await transport.remove(draftId)
    if (answer === 'unreachable') return false
    removed.delete(draftId)
    set(store.getState().drafts)
    return true
  }

  async function sendDraft(draft: OwnDraft): Promise<boolean> {
    const { draftId } = draft
    const version = versions.get(draftId)
    mark(draftId, { state: 'sending' })
    const answer = await transport.put({ ...draftOf(draft), text: draft.text.trim() })
    if (answer === 'unreachable' || answer === 'over') {
      mark(draftId, { state: 'waiting' })
      // When the round is over the room says so; until then there is nothing to do about it.
      return false
    }
    changes++
    if (versions.get(draftId) !== version) return true
    if (answer === 'kept') dirty.delete(draftId)
    mark(draftId, answer === 'kept' ? { state: 'kept' } : { state: 'refused', problem: answer })
    return true
  }

  function touch(draftId: DraftId): void {
    changes++
    versions.set(draftId, (versions.get(draftId) ?? 0) + 1)
    dirty.add(draftId)
  }

  async function load(): Promise<void> {
    const before = changes
    const loaded = await transport.load()
    if (isClosed || loaded?.roundId !== roundId) return
    if (changes !== before) return load()
    const own = store.getState().drafts
    const fresh = loaded.drafts.filter(({ draftId }) => !dirty.has(draftId) && !removed.has(draftId))
    const local = own.filter(({ draftId }) => dirty.has(draftId))
    const known = new Map(
      fresh.map((draft) => [draft.draftId, { ...draft, state: 'kept', problem: null } as const]),
    )
    const inOrder = own.flatMap((draft): OwnDraft[] => {
      const now = known.get(draft.draftId)
      known.delete(draft.draftId)
      return now ? [now] : local.includes(draft) ? [draft] : []
    })
    set([...inOrder, ...known.values()])
  }

  function remove(draftId: DraftId): void {
    if (!find(draftId)) return
    changes++
    dirty.delete(draftId)
    removed.add(draftId)
    set(store.getState().drafts.filter((draft) => draft.draftId !== draftId))
    // Whoever had to delete one to write another need not write that one again.
    for (const { draftId: other, problem } of store.getState().drafts)
      if (problem === 'full') mark(other, { state: 'sending', problem: null })
    soon(0)
  }

  function close(): Draft[] {
    const unsent = unsentOf().drafts.filter((draft) => !isBlank(draft))
    isClosed = true
    clearTimeout(timer)
    return unsent
  }

  const restored = memory.read()
  if (restored?.roundId === roundId) {
    for (const { draftId } of restored.drafts) touch(draftId)
    for (const draftId of restored.removed) removed.add(draftId)
    set(restored.drafts.map((draft) => ({ ...draft, state: 'waiting', problem: null })))
  }
  load().catch(reportError)
  pump()

  return {
    roundId,
    store,
    write(content) {
      const draftId = DraftId.parse(randomUuid())
      touch(draftId)
      set([...store.getState().drafts, { ...content, draftId, state: 'sending', problem: null }])
      soon(typingPauseMs)
      return draftId
    },
    change(draftId, change) {
      const draft = find(draftId)
      if (!draft) return
      touch(draftId)
      mark(draftId, { ...change, state: 'sending', problem: null })
      soon(typingPauseMs)
    },
    remove,
    settle(draftId) {
      const draft = find(draftId)
      if (draft && isBlank(draft)) remove(draftId)
      else if (dirty.has(draftId)) soon(0)
    },
    refresh() {
      load().catch(reportError)
      attempt = 0
      pump()
    },
    async finish() {
      isFinishing = true
      clearTimeout(timer)
      await working
      for (const draft of store.getState().drafts)
        if (dirty.has(draft.draftId) && draft.state !== 'refused' && !isBlank(draft)) await sendDraft(draft)
      return close()
    },
    close,
  }
}

const draftOf = ({ state: _, problem: __, ...draft }: OwnDraft): Draft => draft
