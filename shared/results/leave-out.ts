// Results without the sections that are not shared: nothing of them is left, whichever place it has.
import { z } from 'zod'
import type { ActionResult } from './action-results.ts'
import type { MapResult, NoteResult, TouchpointResult } from './map-results.ts'
import { isPulse } from './mood.ts'
import type { PollResult } from './poll-results.ts'
import { SectionId } from './report.ts'
import type { Results } from './results.ts'
import type { SessionResult } from './session-results.ts'
import type { Trends } from './trends.ts'

/** What a facilitator asks for, and what is so from now on. */
export const LeftOut = z.object({ leftOut: z.array(SectionId) })
export type LeftOut = z.infer<typeof LeftOut>

type Shows = (id: SectionId) => boolean

/** What one reads off the board; its picture shows all of it at once. */
const onTheBoard: readonly SectionId[] = ['map', 'scores', 'pain-points', 'opportunities', 'notes']

/** The board itself, as bytes or as a picture, is shown only where nothing on it is left out. */
export const showsBoard = (leftOut: readonly SectionId[]): boolean =>
  !leftOut.some((id) => onTheBoard.includes(id))

/** What is already left out of `results` stays so. */
export function leaveOut(results: Results, sections: readonly SectionId[]): Results {
  const leftOut = SectionId.options.filter((id) => sections.includes(id) || results.leftOut.includes(id))
  const shows: Shows = (id) => !leftOut.includes(id)
  const { maps, looseNotes, sessions, polls, actions, parkingLot } = results
  const isNoteShown = (note: NoteResult) => shows(sectionOf(note))
  return {
    ...results,
    sessions: sessions.map((session) => sessionWith(session, shows)),
    maps: onTheBoard.some(shows)
      ? maps.map((map) => ({
          ...mapWith(map, shows),
          // Of several, what lies on each is told apart by it.
          title: shows('map') || maps.length > 1 ? map.title : '',
          notes: map.notes.filter(isNoteShown),
        }))
      : [],
    looseNotes: looseNotes.filter(isNoteShown),
    polls: pollsWith(polls, sessions, shows),
    actions: shows('decisions') ? actions.map((action) => actionWith(action, results, shows)) : [],
    parkingLot: shows('parking-lot') ? parkingLot : [],
    trends: shows('trends') ? trendsWith(results, shows) : noTrends,
    leftOut,
  }
}

/** Under which heading a note stands. */
export function sectionOf({ kind }: NoteResult): SectionId {
  return kind === 'pain-points' || kind === 'opportunities' ? kind : 'notes'
}

function sessionWith(session: SessionResult, shows: Shows): SessionResult {
  const { agenda } = session
  return {
    ...session,
    agenda: shows('agenda') ? agenda : { ...agenda, items: [] },
    ...(!shows('attendance') && { attendance: nobody, silos: [] }),
    ...(!shows('speaking') && { speakingShares: [], speaking: 'not-recorded' }),
    ...(!shows('before-after') && { comparisons: [], beforeAndAfter: [] }),
    ...(!shows('mood') && { mood: [] }),
    ...(!shows('commitments') && { commitments: noCommitments }),
    ...(!shows('concerns') && { concerns: [] }),
  }
}

const nobody: SessionResult['attendance'] = {
  facilitators: 0,
  participants: 0,
  observers: 0,
  byDepartment: [],
  withoutDepartment: 0,
}
const noCommitments: SessionResult['commitments'] = {
  rules: [],
  accepted: 0,
  people: 0,
  promises: [],
  kept: null,
  keptIsSuppressed: false,
}
const noTrends: Trends = { sessions: [], attendance: [], confidence: [], mood: [], kept: [], scores: [] }

function mapWith(map: MapResult, shows: Shows): MapResult {
  const { stages, touchpoints } = map
  if (shows('map') && shows('scores')) return map
  if (!shows('map'))
    return {
      ...map,
      stages: [],
      lanes: [],
      touchpoints: shows('scores') ? touchpoints.filter(isScored).map(onlyScores) : [],
    }
  const place = ({ stage }: TouchpointResult) => stages.findIndex(({ title }) => title === stage)
  return {
    ...map,
    touchpoints: touchpoints
      .map((touchpoint) => ({ ...touchpoint, actual: null, target: null, gap: null }))
      // They come with the widest gap first, which would tell of the scores.
      .sort((a, b) => place(a) - place(b) || a.title.localeCompare(b.title, 'de')),
  }
}

const isScored = ({ actual, target }: TouchpointResult): boolean => actual !== null || target !== null
const onlyScores = (touchpoint: TouchpointResult): TouchpointResult => ({
  ...touchpoint,
  channel: 'other',
  momentOfTruth: false,
  notes: '',
})

/** A poll stands under the heading that tells of it: the mood, before and after, or the polls. */
function pollsWith(
  polls: readonly PollResult[],
  sessions: readonly SessionResult[],
  shows: Shows,
): PollResult[] {
  const paired = pairedPolls(sessions)
  return polls.filter((poll) => {
    if (isPulse(poll)) return shows('mood')
    return shows(paired.has(poll.pollId) ? 'before-after' : 'polls')
  })
}

/** The polls that stand in "before and after". */
const pairedPolls = (sessions: readonly Pick<SessionResult, 'beforeAndAfter'>[]): Set<string> =>
  new Set(
    sessions.flatMap(({ beforeAndAfter }) =>
      beforeAndAfter.flatMap(({ before, after }) => [before.pollId, after.pollId]),
    ),
  )

/** The polls that stand by themselves: no pulse of the mood, and not in "before and after". */
export function pollsAlone(
  polls: readonly PollResult[],
  sessions: readonly Pick<SessionResult, 'beforeAndAfter'>[],
): PollResult[] {
  const paired = pairedPolls(sessions)
  return polls.filter((poll) => !isPulse(poll) && !paired.has(poll.pollId))
}

function actionWith(action: ActionResult, { maps, looseNotes }: Results, shows: Shows): ActionResult {
  const { card, shapeId, effect } = action
  const { before: _, ...unscored } = action
  const note = [...maps.flatMap(({ notes }) => notes), ...looseNotes].find(({ id }) => id === shapeId)
  if (note && !shows(sectionOf(note))) return { ...action, card: null, touchpoints: [] }
  // Which touchpoints lie in the stage of a note is read off the map.
  const apart = note && !shows('map') ? { touchpoints: [] } : {}
  if (shows('scores')) return { ...action, ...apart }
  return {
    ...unscored,
    ...apart,
    card: card && { ...card, actual: null, target: null },
    // That it is too early tells of dates only.
    effect: effect.kind === 'measured' ? { kind: 'none' } : effect,
  }
}

function trendsWith(results: Results, shows: Shows): Trends {
  const { sessions, attendance, mood, kept, scores } = results.trends
  const confidence = shows('polls') ? results.trends.confidence : pairedOnly(results)
  return {
    sessions,
    attendance: shows('attendance') ? attendance : [],
    confidence: shows('before-after') ? confidence : [],
    mood: shows('mood') ? mood : sessions.map(() => null),
    kept: shows('commitments') ? kept : sessions.map(() => null),
    scores: shows('scores') ? scores : [],
  }
}

/** Of the questions that are followed over sessions, what "before and after" tells of; the rest stands among the polls. */
function pairedOnly({ trends, sessions }: Results): Trends['confidence'] {
  const isPaired = (number: number | undefined, questionKey: string) =>
    sessions.some(
      (session) =>
        session.number === number && session.comparisons.some((one) => one.questionKey === questionKey),
    )
  return trends.confidence
    .filter(({ questionKey }) => trends.sessions.some((number) => isPaired(number, questionKey)))
    .map((one) => ({
      ...one,
      points: one.points.map((point, place) =>
        isPaired(trends.sessions[place], one.questionKey) ? point : { before: null, after: null },
      ),
    }))
}
