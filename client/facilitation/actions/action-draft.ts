// The action that is being written in this browser, also while its card is being picked on the board.
import { createStore } from 'zustand/vanilla'
import type { Action, ActionState } from '#shared/facilitation/actions.ts'
import type { ActionId, DepartmentId, PersonId, ShapeId } from '#shared/ids.ts'

export type Draft = {
  /** Null for a new one. */
  actionId: ActionId | null
  /** How it read when one began, or when one last saw it: only what differs is saved. */
  was: Action | null
  title: string
  /** `else`: somebody who is not in the workshop, by `absentName`. */
  ownerId: PersonId | 'else' | null
  absentName: string
  departmentId: DepartmentId | null
  /** "2026-12-24", or empty. */
  due: string
  feltFrom: string
  state: ActionState
  liveSince: string
  shapeId: ShapeId | null
}

type DraftState = {
  draft: Draft | null
  /** The window is out of the way, and the next card that is chosen on the board belongs to the draft. */
  isPicking: boolean
  /** What the cards say that actions come from, as far as the board has been seen here. */
  cards: Readonly<Record<ShapeId, string>>
}

const nothing: DraftState = { draft: null, isPicking: false, cards: {} }
export const actionDraft = createStore<DraftState>(() => nothing)

const fresh: Draft = {
  actionId: null,
  was: null,
  title: '',
  ownerId: null,
  absentName: '',
  departmentId: null,
  due: '',
  feltFrom: '',
  state: 'open',
  liveSince: '',
  shapeId: null,
}

export function draftNew(shapeId: ShapeId | null): void {
  actionDraft.setState({ draft: { ...fresh, shapeId }, isPicking: false })
}

export const draftFrom = (action: Action): void =>
  actionDraft.setState({ draft: asDraft(action), isPicking: false })

/** One's own changes on top of what somebody else has made of it meanwhile. */
export function onTopOf(draft: Draft, now: Action): Draft {
  if (!draft.was) return draft
  const before = asDraft(draft.was)
  const mine = Object.entries(draft).filter(([field, value]) => before[field as keyof Draft] !== value) // fields of a draft
  return { ...asDraft(now), ...Object.fromEntries(mine) }
}

function asDraft(action: Action): Draft {
  const { actionId, title, ownerId, departmentId, due, feltFrom, state, liveSince, shapeId } = action
  const dates = { due: due ?? '', feltFrom: feltFrom ?? '', liveSince: liveSince ?? '' }
  return { ...fresh, actionId, was: action, title, ownerId, departmentId, state, shapeId, ...dates }
}

export function changeDraft(change: Partial<Draft>): void {
  const { draft } = actionDraft.getState()
  if (draft) actionDraft.setState({ draft: { ...draft, ...change } })
}

export const startPicking = (): void => actionDraft.setState({ isPicking: true })

/** Null goes back without a choice. */
export function pickCard(shapeId: ShapeId | null): void {
  if (shapeId !== null) changeDraft({ shapeId })
  actionDraft.setState({ isPicking: false })
}

export const closeDraft = (): void => actionDraft.setState({ draft: null, isPicking: false })

/** Null when the card is gone. */
export function tellCard(shapeId: ShapeId, words: string | null): void {
  const { [shapeId]: before, ...others } = actionDraft.getState().cards
  if (words === (before ?? null)) return
  actionDraft.setState({ cards: words === null ? others : { ...others, [shapeId]: words } })
}

/** Another room knows nothing of this one. */
export const forgetDraft = (): void => actionDraft.setState(nothing)
