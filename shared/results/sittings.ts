// Every session with what belongs to it, wherever that stands: in the workshop while it is the last, in its archive afterwards.
import { type Commitment, checkInAnew } from '#shared/facilitation/check-in.ts'
import type { CheckOutRound } from '#shared/facilitation/check-out.ts'
import type { GroundRule } from '#shared/facilitation/ground-rules.ts'
import type { Person } from '#shared/facilitation/people.ts'
import { archiveOf, type SessionArchive } from '#shared/facilitation/session-archive.ts'
import type { Session, Sessions } from '#shared/facilitation/sessions.ts'
import type { Workshop } from '#shared/facilitation/workshop.ts'
import type { DepartmentId, PersonId } from '#shared/ids.ts'
import type { AgendaRun } from './agenda-results.ts'

export type Sitting = {
  number: number
  startedAt: number | null
  endedAt: number | null
  /** Who was there at any time of it; of one that is to come, who has joined the workshop. */
  people: readonly Person[]
  agenda: AgendaRun
  spokenMs: Readonly<Record<PersonId, number>>
  rules: readonly GroundRule[]
  commitments: readonly (Commitment & { departmentId: DepartmentId | null })[]
  checkedIn: ReadonlySet<PersonId>
  /** Those that asked about its own promises: at its end, and at the beginning of the next one. */
  checkOuts: readonly CheckOutRound[]
}

/** Never empty, oldest first. One that is to come stands at the end as soon as there is anything of it. */
export function sittingsOf(workshop: Workshop): Sitting[] {
  const { all } = workshop.sessions
  const started = all.map((session, place): Sitting => {
    const archive = archiveIn(workshop, session)
    const next = all[place + 1]
    return {
      number: session.number,
      startedAt: session.startedAt,
      endedAt: session.endedAt,
      people: peopleIn(workshop, session.attended),
      agenda: agendaOf(workshop, session),
      ...kept(workshop, archive),
      checkOuts: [
        ...roundsIn(workshop, archive, 'session'),
        ...(next ? roundsIn(workshop, archiveIn(workshop, next), 'earlier') : []),
      ],
    }
  })
  return isNextAwaited(workshop) ? [...started, nextOf(workshop)] : started
}

/** The session that was going on at that time. */
export const sessionDuring = ({ all }: Sessions, at: number): number | null =>
  all.find(({ startedAt, endedAt }) => startedAt <= at && (endedAt === null || at <= endedAt))?.number ?? null

/** The session to which belongs what began at that time; what came about between two belongs to the later one. */
export const sessionNumberAt = ({ all }: Sessions, at: number): number =>
  all.find(({ endedAt }) => endedAt === null || at <= endedAt)?.number ?? all.length + 1

function nextOf(workshop: Workshop): Sitting {
  const { sessions, people, checkIn, hands } = workshop
  const last = sessions.all.at(-1)
  const fresh = last
    ? { ...workshop, checkIn: checkInAnew(checkIn, last.endedAt ?? 0), hands: { ...hands, spokenMs: {} } }
    : workshop
  return {
    number: sessions.all.length + 1,
    startedAt: null,
    endedAt: null,
    people: Object.values(people),
    agenda: workshop.agenda,
    ...kept(workshop, archiveOf(fresh, null)),
    checkOuts: [],
  }
}

/** Its agenda is there, or somebody has begun with it. */
function isNextAwaited({ sessions, agenda, polls, concerns, checkIn }: Workshop): boolean {
  const last = sessions.all.at(-1)
  if (!last) return true
  if (last.endedAt === null) return false
  const isAfter = (at: number) => sessionNumberAt(sessions, at) > last.number
  return (
    last.agenda !== null ||
    (agenda.startedAt === null && agenda.items.length > 0) ||
    polls.some(({ openedAt }) => isAfter(openedAt)) ||
    concerns.some(({ poll }) => isAfter(poll.openedAt)) ||
    Object.values(checkIn.commitments).some(({ at }) => isAfter(at))
  )
}

const archiveIn = (workshop: Workshop, { archive, endedAt }: Session): SessionArchive =>
  archive ?? archiveOf(workshop, endedAt)

/** Of the last session, that of the workshop; once the next one is prepared, what it left. */
function agendaOf({ agenda, sessions }: Workshop, session: Session): AgendaRun {
  const { startedAt, endedAt } = session
  if (session.agenda) return { ...session.agenda, current: null, startedAt, endedAt }
  const isItsOwn = session === sessions.all.at(-1) && (endedAt === null || agenda.startedAt !== null)
  return isItsOwn ? agenda : { items: [], done: [], current: null, startedAt, endedAt }
}

/** Also those who were removed since: they were there. */
const peopleIn = ({ people, door }: Workshop, attended: readonly PersonId[]): Person[] =>
  attended.flatMap((personId) => people[personId] ?? door.removed[personId] ?? [])

const kept = (
  { people, door }: Workshop,
  { spokenMs, rules, checkedIn, commitments }: SessionArchive,
): Pick<Sitting, 'spokenMs' | 'rules' | 'checkedIn' | 'commitments'> => ({
  spokenMs,
  rules,
  checkedIn: new Set(checkedIn),
  commitments: Object.values(commitments).map((commitment) => {
    const person = people[commitment.personId] ?? door.removed[commitment.personId]
    return { ...commitment, departmentId: person?.departmentId ?? null }
  }),
})

const roundsIn = (
  { checkOut }: Workshop,
  { checkOuts: { from, to } }: SessionArchive,
  about: CheckOutRound['about'],
): CheckOutRound[] => checkOut.rounds.slice(from, to).filter((round) => round.about === about)
