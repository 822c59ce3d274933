// What facilitation says about the board, in plain values: whom to follow, where to look, which dots lie where.
import { createContext, useContext } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { departmentPlace, departmentStyle } from '#client/ui/department-shapes.ts'
import type { PersonId } from '#shared/ids.ts'

export type DotRound = {
  perPerson: number
  perCard: number
  isOpen: boolean
  /** By the card's shape id: who has how many dots there. */
  placed: Readonly<Record<string, Readonly<Record<PersonId, number>>>>
}
/** Actions, as far as they touch cards. */
export type CardActions = {
  /** By the card's shape id: how many come from it. */
  on: Readonly<Record<string, number>>
  mayAdd: boolean
  /** A card is being picked for an action. */
  isPicking: boolean
  /** Cards whose words the room wants to know. */
  wanted: readonly string[]
  /** Null: the card is gone. */
  tell(shapeId: string, words: string | null): void
  make(shapeId: string): void
  pick(shapeId: string): void
  cancelPick(): void
}
export type Together = {
  /** The facilitator whom everybody follows; `since` tells one time from the next. */
  lead: { personId: PersonId; since: number } | null
  /** The id of the shape everybody should look at; it may be gone. */
  spotlight: string | null
  dots: DotRound | null
  actions: CardActions
  /** Where this person has asked to go, and the how manieth time that is. */
  goTo: { shapeId: string; number: number } | null
  /** Leads, points, locks. */
  isFacilitator: boolean
  /** Observers watch; they place no dots. */
  mayVote: boolean
  act: {
    endLead(): void
    /** Null switches the light off. */
    light(shapeId: string | null): void
    placeDot(shapeId: string): void
    takeDotBack(shapeId: string): void
    endDots(): void
    clearDots(): void
  }
}

export type BoardPerson = { name: string; departmentId: string | null }

/** One board's company: what every piece of this folder needs, on the canvas and in the list. */
export type Company = {
  doc: Y.Doc
  awareness: Awareness
  me: PersonId
  people: (personId: PersonId) => BoardPerson
  departments: readonly { departmentId: string }[]
  /** May change the board at all. */
  canEdit: boolean
  together: Together
}

export const CompanyContext = createContext<Company | null>(null)

export function useCompany(): Company {
  const company = useContext(CompanyContext)
  if (!company) throw new Error('useCompany needs a CompanyContext around it.')
  return company
}

export type PersonLook = { name: string; place: number; color: string; onColor: string }

/** A person's name and colours: their department's, ink for those without one. */
export function lookOf({ people, departments }: Company, personId: PersonId): PersonLook {
  const { name, departmentId } = people(personId)
  const place = departmentPlace(departments, departmentId)
  const colors =
    place < 0
      ? { color: 'var(--mantine-color-text)', onColor: 'var(--mantine-color-body)' }
      : departmentStyle(place)
  return { name, place, color: colors.color, onColor: colors.onColor }
}
