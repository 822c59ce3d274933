// What the panel reads out of the workshop: pure, so that every sentence on the screen can be tested without one.
import type { Department } from '#shared/access/api.ts'
import {
  type Agenda,
  type AgendaItem,
  indexOf,
  isFinished,
  remainingMs,
  tookMs,
  wholeMs,
} from '#shared/facilitation/agenda.ts'
import { areAtWork, arePrepared } from '#shared/facilitation/breakouts.ts'
import { type CheckIn, hasCheckedIn } from '#shared/facilitation/check-in.ts'
import { openRound } from '#shared/facilitation/check-out.ts'
import { isUnderWay } from '#shared/facilitation/feedback-round.ts'
import type { People, Person } from '#shared/facilitation/people.ts'
import { type Poll, type Polls, pollsOfForm, runningPolls } from '#shared/facilitation/polls.ts'
import type { PreparedPoll } from '#shared/facilitation/prepared-polls.ts'
import { runningSession } from '#shared/facilitation/sessions.ts'
import { writingRound } from '#shared/facilitation/silence.ts'
import { placeInQueue } from '#shared/facilitation/speaking-order.ts'
import type { Workshop } from '#shared/facilitation/workshop.ts'
import type { DepartmentId, PersonId } from '#shared/ids.ts'
import { findPollSet, isReady, type PollSet } from '#shared/templates/poll-sets.ts'

/** `place` counts from 0 in the workshop's list and chooses colour and shape. */
export type DepartmentMark = { place: number; title: string }

export function departmentOf(
  people: Readonly<Record<PersonId, { departmentId: DepartmentId | null }>>,
  departments: readonly Department[],
  personId: PersonId,
): DepartmentMark | null {
  const departmentId = people[personId]?.departmentId
  const place = departments.findIndex((department) => department.departmentId === departmentId)
  const department = departments[place]
  return department ? { place, title: department.title } : null
}

export type ItemProgress = {
  item: AgendaItem
  /** From 1. */
  position: number
  count: number
  /** Negative when it runs over. */
  leftMs: number
  /** 0 to 1, of the planned and added time. */
  elapsed: number
  isPaused: boolean
  isOver: boolean
}

/** The running agenda item at a moment of the server's clock; null while none runs. */
export function itemProgress(agenda: Agenda, now: number): ItemProgress | null {
  const { current, items } = agenda
  const leftMs = remainingMs(agenda, now)
  if (!current || leftMs === null) return null
  const index = indexOf(agenda, current.itemId)
  const item = items[index]
  if (!item) return null
  const elapsed = Math.min(1, Math.max(0, 1 - leftMs / wholeMs(agenda)))
  const isPaused = current.pausedAt !== null
  return { item, position: index + 1, count: items.length, leftMs, elapsed, isPaused, isOver: leftMs < 0 }
}

export const currentItem = ({ items, current }: Agenda): AgendaItem | undefined =>
  items.find(({ itemId }) => itemId === current?.itemId)

/** Nothing has begun: neither a session nor the agenda of the next one. */
export const isWaitingForStart = ({ agenda, sessions }: Pick<Workshop, 'agenda' | 'sessions'>): boolean =>
  agenda.startedAt === null && runningSession(sessions) === null

/** Since when the group is on what it does now; before a next session starts, since the end of the last one. */
export const sinceWhen = ({ agenda, sessions }: Pick<Workshop, 'agenda' | 'sessions'>): number =>
  agenda.current?.startedAt ?? agenda.endedAt ?? sessions.all.findLast(({ agenda }) => agenda)?.endedAt ?? 0

/** What is asked: the running form; else the last one, for as long as the group is on the item in which it was asked. */
export function currentForm({
  polls,
  agenda,
  sessions,
}: Pick<Workshop, 'polls' | 'agenda' | 'sessions'>): Poll[] {
  const running = runningPolls(polls)
  if (running.length > 0) return running
  const last = polls.at(-1)
  const since = sinceWhen({ agenda, sessions })
  return last && last.openedAt >= since ? pollsOfForm(polls, last) : []
}

/** The set of questions that belongs to the running item and was not asked since it began; none while something is asked. */
export function setToOpen({ polls, agenda }: Pick<Workshop, 'polls' | 'agenda'>): PollSet | null {
  const set = findPollSet(currentItem(agenda)?.pollSetId)
  const since = agenda.current?.startedAt ?? 0
  const isAsked = polls.some((poll) => poll.openedAt >= since)
  return set && isReady(set) && !isAsked && runningPolls(polls).length === 0 ? set : null
}

/** What was prepared for the running item and was not opened yet; none while something is asked. */
export function preparedToOpen({
  polls,
  agenda,
  prepared,
}: Pick<Workshop, 'polls' | 'agenda' | 'prepared'>): PreparedPoll | null {
  const itemId = agenda.current?.itemId
  if (!itemId || runningPolls(polls).length > 0) return null
  return prepared.find((one) => one.itemId === itemId) ?? null
}

/** What the group does has words of its own; those of the agenda item would only be in its way. */
export const isItemAside = ({ polls, agenda, sessions, feedback, breakouts }: Workshop): boolean =>
  currentForm({ polls, agenda, sessions }).length > 0 || isUnderWay(feedback) || areAtWork(breakouts)

/** The check-in stands in the middle of the panel: it is the group's item, and no poll asks for more attention. */
export const isCheckInNow = (workshop: Workshop): boolean =>
  currentItem(workshop.agenda)?.kind === 'check-in' && runningPolls(workshop.polls).length === 0

export type AgendaRow = {
  item: AgendaItem
  /** `skipped`: left out so far, though what stands behind it has begun. */
  state: 'done' | 'current' | 'ahead' | 'skipped'
  /** How long it took, or has taken so far, without pauses; null for what lies ahead. */
  tookMs: number | null
  plannedMs: number
}

export function agendaRows(agenda: Agenda, now: number): AgendaRow[] {
  const { items, current, done, endedAt } = agenda
  // Of an agenda that has ended, everything lies behind.
  const reached = current ? indexOf(agenda, current.itemId) : endedAt === null ? -1 : items.length
  return items.map((item, index) => {
    const plannedMs = item.minutes * 60_000
    if (current?.itemId === item.itemId) {
      const whole = wholeMs(agenda)
      return { item, state: 'current', tookMs: whole - (remainingMs(agenda, now) ?? 0), plannedMs: whole }
    }
    if (isFinished(agenda, item.itemId))
      return { item, state: 'done', tookMs: tookMs(done, item.itemId), plannedMs }
    return { item, state: index < reached ? 'skipped' : 'ahead', tookMs: null, plannedMs }
  })
}

export const nextItem = (agenda: Agenda): AgendaItem | null => neighbour(agenda, 1)
export const previousItem = (agenda: Agenda): AgendaItem | null => neighbour(agenda, -1)

const neighbour = (agenda: Agenda, by: 1 | -1): AgendaItem | null =>
  agenda.current ? (agenda.items[indexOf(agenda, agenda.current.itemId) + by] ?? null) : null

/** How many speak before me; null when my hand is not up. */
export function peopleBefore({ hands, people }: Workshop, personId: PersonId): number | null {
  const place = placeInQueue(hands, people, personId)
  return place === null ? null : place - 1
}

/** Whoever belongs to the group now: here, or already checked in; observers only watch. Order of joining. */
export function groupOf(people: People, checkIn: CheckIn, present: readonly PersonId[]): Person[] {
  const here = new Set(present)
  return Object.values(people)
    .filter(({ role }) => role !== 'observer')
    .filter(({ personId }) => here.has(personId) || hasSaid(checkIn, personId))
    .sort(byJoining)
}

const hasSaid = (checkIn: CheckIn, personId: PersonId): boolean =>
  checkIn.commitments[personId] !== undefined || hasCheckedIn(checkIn, personId)

/** Everyone who ever joined, those who are here first, then by joining. */
export function roster(people: People, present: readonly PersonId[]): { person: Person; isHere: boolean }[] {
  const here = new Set(present)
  return Object.values(people)
    .map((person) => ({ person, isHere: here.has(person.personId) }))
    .sort((a, b) => Number(b.isHere) - Number(a.isHere) || byJoining(a.person, b.person))
}

export type DepartmentGroup<Member> = { mark: DepartmentMark | null; members: Member[] }

/** In the order of the workshop's departments, people without one last; empty departments are left out. */
export function byDepartment(
  people: readonly Person[],
  departments: readonly Department[],
): DepartmentGroup<Person>[] {
  const known = new Set(departments.map(({ departmentId }) => departmentId))
  const groups = departments.map(({ departmentId, title }, place) => ({
    mark: { place, title },
    members: people.filter((person) => person.departmentId === departmentId),
  }))
  const others = people.filter(({ departmentId }) => departmentId === null || !known.has(departmentId))
  return [...groups, { mark: null, members: others }].filter(({ members }) => members.length > 0)
}

/** What the facilitator most likely does next: the one blue button of the strip. */
export type NextStep =
  | 'session.start'
  | 'session.close'
  | 'agenda.start'
  | 'poll.close'
  | 'hand.call'
  | 'poll.openPrepared'
  | 'poll.openSet'
  | 'poll.compose'
  | 'feedback.compose'
  | 'feedback.next'
  | 'silence.compose'
  | 'silence.reveal'
  | 'agenda.advance'

export function likelyNextStep(workshop: Workshop, now: number): NextStep | null {
  const { agenda, sessions, hands, polls, silence, feedback, breakouts } = workshop
  const isRunning = runningSession(sessions) !== null
  if (!isRunning && agenda.startedAt === null) return 'session.start'
  if (agenda.startedAt === null && agenda.items.length > 0) return 'agenda.start'
  if (runningPolls(polls)[0]?.state === 'open') return 'poll.close'
  if (isUnderWay(feedback)) return 'feedback.next'
  // Sending the groups off and calling them back have their buttons in the panel, beside the groups.
  if (arePrepared(breakouts) || areAtWork(breakouts)) return null
  if (hands.queue.length > 0) return 'hand.call'
  const progress = itemProgress(agenda, now)
  // What is revealed too early cannot be covered again: nothing is suggested while there is time to write.
  if (writingRound(silence)) return progress && !progress.isOver ? null : 'silence.reveal'
  if (!progress) return isRunning && agenda.endedAt !== null ? 'session.close' : null
  const since = agenda.current?.startedAt ?? 0
  const hasWritten = silence.some(({ startedAt }) => startedAt >= since)
  if (!progress.isOver && progress.item.kind === 'silent-writing' && !hasWritten) return 'silence.compose'
  const hadRound = feedback !== null && feedback.startedAt >= since
  if (!progress.isOver && progress.item.kind === 'feedback-round' && !hadRound) return 'feedback.compose'
  if (!progress.isOver && preparedToOpen(workshop)) return 'poll.openPrepared'
  if (!progress.isOver && progress.item.pollSetId && !askedSince(polls, since))
    return setToOpen({ polls, agenda }) ? 'poll.openSet' : 'poll.compose'
  if (nextItem(agenda)) return 'agenda.advance'
  // The check-out is closed in the panel, when those who are asked have answered: the end would cut them off.
  return openRound(workshop.checkOut) ? null : 'session.close'
}

const byJoining = (a: Person, b: Person) => a.joinedAt - b.joinedAt || (a.personId < b.personId ? -1 : 1)
const askedSince = (polls: Polls, since: number) => polls.some(({ openedAt }) => openedAt >= since)
