// The results of a workshop as one document: what `GET /api/workshops/:id/results.json` answers and every report is made of.
import { z } from 'zod'
import { Channel, LaneKind } from '#shared/board/model.ts'
import { ActionState, Day } from '#shared/facilitation/actions.ts'
import { ItemKind } from '#shared/facilitation/agenda.ts'
import { Phase } from '#shared/facilitation/poll-form.ts'
import { Question, Scale } from '#shared/facilitation/questions.ts'
import { Tally } from '#shared/facilitation/tally.ts'
import { DepartmentId, PollId, WorkshopId } from '#shared/ids.ts'
import { Language } from '#shared/language.ts'

/** ISO 8601 in UTC: "2026-11-23T13:00:00.000Z". */
const Time = z.iso.datetime()
const Count = z.number().int().min(0)

/** A department by its title; the id is null where the board names one that the workshop does not have. */
const DepartmentRef = z.object({ departmentId: DepartmentId.nullable(), title: z.string() })

/** What people did, by department: never by person, and never for a group of one (`speakingShares`). */
const Attendance = z.object({
  facilitators: Count,
  participants: Count,
  observers: Count,
  /** Facilitators and participants; every department of the workshop, in its order, those that were not there with 0. */
  byDepartment: z.array(z.object({ department: DepartmentRef, people: Count })),
  /** Facilitators and participants who named no department. */
  withoutDepartment: Count,
})

const SpeakingShare = z.object({
  /** Null: everyone else together, where a department of its own would be a single person. */
  department: DepartmentRef.nullable(),
  people: z.number().int().min(2),
  /** Shares from 0 to 1 of all time spoken in finished turns, and of the people in the room. */
  ofTime: z.number().min(0).max(1),
  ofPeople: z.number().min(0).max(1),
})

const AgendaResult = z.object({
  startedAt: Time.nullable(),
  endedAt: Time.nullable(),
  items: z.array(
    z.object({
      title: z.string(),
      kind: ItemKind,
      plannedMinutes: z.number(),
      state: z.enum(['done', 'running', 'not-reached']),
      /** Without pauses; of a running item so far; null for one that was not reached. */
      actualSeconds: Count.nullable(),
    }),
  ),
})

const Score = z.number().min(0).max(10)

export const TouchpointResult = z.object({
  id: z.string(),
  title: z.string(),
  stage: z.string().nullable(),
  channel: Channel,
  department: DepartmentRef.nullable(),
  actual: Score.nullable(),
  target: Score.nullable(),
  /** `target - actual`, one decimal, negative where the target is exceeded; null while one of them is missing. */
  gap: z.number().nullable(),
  momentOfTruth: z.boolean(),
  notes: z.string(),
})
export type TouchpointResult = z.infer<typeof TouchpointResult>

export const NoteResult = z.object({
  id: z.string(),
  /** The kind of the lane it lies in; null outside a map. */
  kind: LaneKind.nullable(),
  stage: z.string().nullable(),
  department: DepartmentRef.nullable(),
  text: z.string(),
})
export type NoteResult = z.infer<typeof NoteResult>

export const MapResult = z.object({
  id: z.string(),
  title: z.string(),
  /** `emotion` from -2 (bad) to +2 (good); null where the curve has no point. */
  stages: z.array(z.object({ id: z.string(), title: z.string(), emotion: z.number().nullable() })),
  lanes: z.array(z.object({ id: z.string(), title: z.string(), kind: LaneKind })),
  /** Largest gap first; those without a gap last, in reading order. */
  touchpoints: z.array(TouchpointResult),
  notes: z.array(NoteResult),
})
export type MapResult = z.infer<typeof MapResult>

/** What became of a poll. No number leaves a poll before it is closed. */
export const PollOutcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('running') }),
  z.object({
    kind: z.literal('counted'),
    /** What was counted, by the kind of the question. */
    tally: Tally,
    /** Of a scale: how many chose each step, lowest first. What scales alone had before there were other kinds. */
    counts: z.array(Count).optional(),
    answers: Count,
    /** Ballots that were cast without an answer. */
    blank: Count,
    /** Of a scale, two decimals; null for other questions, and without any answer. */
    mean: z.number().min(0).max(10).nullable(),
  }),
  /** Fewer than the minimum group answered: not shown, not kept. */
  z.object({ kind: z.literal('suppressed'), minimumGroup: z.number().int() }),
  /** The sealed ballots are missing or not those that the log names; nothing is counted from them. */
  z.object({ kind: z.literal('unreadable') }),
])
export type PollOutcome = z.infer<typeof PollOutcome>

export const PollResult = z.object({
  pollId: PollId,
  question: z.string(),
  questionKey: z.string(),
  phase: Phase,
  asks: Question,
  /** Of a scale, as `asks` has it: what scales alone had before there were other kinds. */
  scale: Scale.optional(),
  /** False: the answers had names, everyone could be asked who answered. */
  anonymous: z.boolean(),
  openedAt: Time,
  closedAt: Time.nullable(),
  /** Who could answer: for a closed secret poll, who had received a ballot. */
  invited: Count,
  outcome: PollOutcome,
  /** Four words made from the hash of the sealed ballots; everyone who saw the same result saw the same words. */
  auditWords: z.array(z.string()).length(4).nullable(),
})
export type PollResult = z.infer<typeof PollResult>

/** One question before and after: both anonymous, both counted. */
export const Comparison = z.object({
  question: z.string(),
  questionKey: z.string(),
  scale: Scale,
  before: z.object({ pollId: PollId, answers: Count, mean: z.number() }),
  after: z.object({ pollId: PollId, answers: Count, mean: z.number() }),
})
export type Comparison = z.infer<typeof Comparison>

const CountedPoll = z.object({ pollId: PollId, closedAt: Time.nullable(), tally: Tally })
/** The same for a question of any kind, with everything that was counted. */
export const BeforeAndAfter = z.object({
  question: z.string(),
  questionKey: z.string(),
  asks: Question,
  before: CountedPoll,
  after: CountedPoll,
})
export type BeforeAndAfter = z.infer<typeof BeforeAndAfter>

/** How the group was doing at one moment; null where fewer than the minimum group answered. */
export const MoodPulse = z.object({
  pollId: PollId,
  at: Time,
  mean: z.number().nullable(),
  answers: Count.nullable(),
})
export type MoodPulse = z.infer<typeof MoodPulse>

/** Days of the calendar, "2027-01-15". */
export const ActionResult = z.object({
  title: z.string(),
  /** Null is an open question; `name` is null for those who gave none or whose name was erased. */
  owner: z.object({ name: z.string().nullable() }).nullable(),
  department: DepartmentRef.nullable(),
  due: Day.nullable(),
  /** From when customers shall feel it. */
  feltFrom: Day.nullable(),
  state: ActionState,
  liveSince: Day.nullable(),
  /** What the touchpoint or note says from which it comes, and the scores of a touchpoint. */
  card: z.object({ title: z.string(), actual: Score.nullable(), target: Score.nullable() }).nullable(),
})
export type ActionResult = z.infer<typeof ActionResult>

const Commitments = z.object({
  rules: z.array(z.object({ rule: z.string(), why: z.string().nullable() })),
  /** How many have accepted the rules, and how many could. */
  accepted: Count,
  people: Count,
  /** What was promised, oldest first. `name` is null for those who gave none or whose name was erased. */
  promises: z.array(
    z.object({ name: z.string().nullable(), department: DepartmentRef.nullable(), promise: z.string() }),
  ),
  /** What became of them, by the last check-out; null where there was none, or too few answered to show. */
  kept: z.object({ kept: Count, partly: Count, notKept: Count }).nullable().optional(),
})

export const Results = z.object({
  version: z.literal(1),
  /** The moment these results describe. */
  asOf: Time,
  workshop: z.object({ id: WorkshopId, title: z.string(), language: Language, createdAt: Time }),
  agenda: AgendaResult,
  attendance: Attendance,
  /** Largest share of time first; empty while nobody has spoken or where every share would show one person's. */
  speakingShares: z.array(SpeakingShare),
  maps: z.array(MapResult),
  /** Notes that lie on no map. */
  looseNotes: z.array(NoteResult),
  /** Oldest first. */
  polls: z.array(PollResult),
  comparisons: z.array(Comparison),
  /** Of all kinds, those in `comparisons` among them. */
  beforeAndAfter: z.array(BeforeAndAfter).optional(),
  /** Oldest first. */
  mood: z.array(MoodPulse).optional(),
  /** In the order that the group gave them. */
  actions: z.array(ActionResult).optional(),
  commitments: Commitments,
})
export type Results = z.infer<typeof Results>
