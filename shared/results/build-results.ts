// Makes the results out of the three planes: the folded facilitation log, the board as it is, and what the ballot box counted.
import type { BoardMap, BoardModel, BoardNote, BoardTouchpoint } from '#shared/board/model.ts'
import { type Agenda, tookMs } from '#shared/facilitation/agenda.ts'
import { hasCheckedIn } from '#shared/facilitation/check-in.ts'
import type { Person } from '#shared/facilitation/people.ts'
import type { Workshop } from '#shared/facilitation/workshop.ts'
import type { PersonId, PollId, WorkshopId } from '#shared/ids.ts'
import { actionResults } from './action-results.ts'
import { moodPulses } from './mood.ts'
import { comparisonsOf, pairPolls, pollResult, type SealedPoll } from './poll-results.ts'
import type { MapResult, NoteResult, Results, TouchpointResult } from './results.ts'
import { speakingShares } from './speaking-shares.ts'

export type ResultsInput = {
  workshopId: WorkshopId
  /** Folded and not redacted; only what belongs in a report is taken from it. */
  workshop: Workshop
  names: Readonly<Record<PersonId, string>>
  board: BoardModel
  /** Of every secret poll that is closed and not suppressed; a poll missing here is reported as unreadable. */
  sealed: ReadonlyMap<PollId, SealedPoll>
  /** Epoch milliseconds. */
  now: number
}

export function buildResults({ workshopId, workshop, names, board, sealed, now }: ResultsInput): Results {
  const { info } = workshop
  const departmentOf = departmentFinder(workshop)
  const people = Object.values(workshop.people)
  const inRoom = people.filter((person) => person.role !== 'observer')
  const polls = workshop.polls.map((poll) => pollResult(poll, sealed.get(poll.pollId)))
  const pairs = pairPolls(polls)
  const byDepartment = info.departments.map((department) => ({
    department,
    people: inRoom.filter((person) => person.departmentId === department.departmentId).length,
  }))
  return {
    version: 1,
    asOf: iso(now),
    workshop: {
      id: workshopId,
      title: info.title,
      language: info.language,
      createdAt: iso(info.createdAt),
    },
    agenda: agendaResult(workshop, now),
    attendance: {
      facilitators: countOf(people, 'facilitator'),
      participants: countOf(people, 'participant'),
      observers: countOf(people, 'observer'),
      byDepartment,
      withoutDepartment: byDepartment.reduce((rest, { people: there }) => rest - there, inRoom.length),
    },
    speakingShares: speakingShares(inRoom, workshop.hands.spokenMs, info.departments),
    maps: board.maps.map((map) => mapResult(map, departmentOf)),
    looseNotes: board.loose.map((note) => noteResult(note, null, departmentOf)),
    polls,
    comparisons: comparisonsOf(pairs),
    beforeAndAfter: pairs,
    mood: moodPulses(polls),
    actions: actionResults(workshop, names, board, departmentOf),
    commitments: commitmentsOf(workshop, names, inRoom.length, departmentOf),
  }
}

type FindDepartment = (departmentId: string | null) => NoteResult['department']

/** Null for no department; a department that the workshop does not know keeps its id as its title. */
function departmentFinder({ info }: Workshop): FindDepartment {
  return (departmentId) => {
    if (departmentId === null || departmentId === '') return null
    const known = info.departments.find((department) => department.departmentId === departmentId)
    return known ?? { departmentId: null, title: departmentId }
  }
}

/** Of the session that runs or was last; once the next one is prepared, of the last one until that starts. */
function agendaResult({ agenda, sessions }: Workshop, now: number): Results['agenda'] {
  const last = sessions.all.at(-1)
  const { items, done, current, startedAt, endedAt } =
    agenda.startedAt === null && last?.agenda
      ? { ...last.agenda, current: null, startedAt: last.startedAt, endedAt: last.endedAt }
      : agenda
  return {
    startedAt: isoOrNull(startedAt),
    endedAt: isoOrNull(endedAt),
    items: items.map(({ itemId, title, kind, minutes }) => {
      const planned = { title, kind, plannedMinutes: minutes }
      const before = tookMs(done, itemId)
      if (current?.itemId === itemId)
        return { ...planned, state: 'running', actualSeconds: seconds(before + takesMs(current, now)) }
      return done.some((item) => item.itemId === itemId)
        ? { ...planned, state: 'done', actualSeconds: seconds(before) }
        : { ...planned, state: 'not-reached', actualSeconds: null }
    }),
  }
}

// Never negative, also when the server's clock was set back in between.
const takesMs = ({ startedAt, pausedAt, pausedMs }: NonNullable<Agenda['current']>, now: number): number =>
  Math.max(0, (pausedAt ?? now) - startedAt - pausedMs)
const seconds = (ms: number): number => Math.round(ms / 1000)

function mapResult(map: BoardMap, departmentOf: FindDepartment): MapResult {
  const stageOf = (stageId: string | null) => map.stages.find((stage) => stage.id === stageId)?.title ?? null
  return {
    id: map.id,
    title: map.title,
    stages: map.stages.map(({ id, title, emotion }) => ({ id, title, emotion })),
    lanes: map.lanes.map(({ id, title, kind }) => ({ id, title, kind })),
    touchpoints: map.touchpoints
      .map((touchpoint) => touchpointResult(touchpoint, stageOf(touchpoint.stageId), departmentOf))
      // The sort is stable, so equal gaps stay in reading order.
      .sort((a, b) => (b.gap ?? Number.NEGATIVE_INFINITY) - (a.gap ?? Number.NEGATIVE_INFINITY) || 0),
    notes: map.notes.map((note) => noteResult(note, stageOf(note.stageId), departmentOf)),
  }
}

function touchpointResult(
  { id, title, channel, departmentId, actual, target, momentOfTruth, notes }: BoardTouchpoint,
  stage: string | null,
  departmentOf: FindDepartment,
): TouchpointResult {
  // 4 - 1.8 is 2.2 to a reader, not 2.2000000000000002.
  const gap = actual === null || target === null ? null : Math.round((target - actual) * 10) / 10
  const department = departmentOf(departmentId)
  return { id, title, stage, channel, department, actual, target, gap, momentOfTruth, notes }
}

const noteResult = (note: BoardNote, stage: string | null, departmentOf: FindDepartment): NoteResult => ({
  id: note.id,
  kind: note.kind,
  stage,
  department: departmentOf(note.departmentId),
  text: note.text,
})

function commitmentsOf(
  { checkIn, checkOut, people }: Workshop,
  names: ResultsInput['names'],
  peopleInRoom: number,
  departmentOf: FindDepartment,
): Results['commitments'] {
  const commitments = Object.values(checkIn.commitments).sort((a, b) => a.at - b.at)
  return {
    rules: checkIn.rules.map(({ rule, why }) => ({ rule, why: why ?? null })),
    accepted: Object.values(people).filter(({ personId }) => hasCheckedIn(checkIn, personId)).length,
    people: peopleInRoom,
    promises: commitments.flatMap(({ personId, promise }) => {
      if (promise === null) return []
      const department = departmentOf(people[personId]?.departmentId ?? null)
      return [{ name: names[personId] ?? null, department, promise }]
    }),
    kept:
      checkOut.rounds.findLast(({ about, closedAt }) => about === 'session' && closedAt !== null)?.totals ??
      null,
  }
}

const countOf = (people: readonly Person[], role: Person['role']): number =>
  people.filter((person) => person.role === role).length

const iso = (at: number): string => new Date(at).toISOString()
const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at))
