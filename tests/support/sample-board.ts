// The board of the sample workshop: the map of a template with scores, and what a group would have written on it.
import * as Y from 'yjs'
import type { BoardModel, BoardNote, BoardTouchpoint } from '#shared/board/model.ts'
import { readBoard } from '#shared/board/read-board.ts'
import { seedBoard } from '#shared/board/seed.ts'
import type { Language } from '#shared/language.ts'
import { findTemplate } from '#shared/templates/library.ts'

/** Writes one text in the language of the sample, or something else in its place. */
export type Say = (de: string, en: string) => string

export const sampleTemplateId = 'onboarding-telecom'

/** Actual scores in reading order at the end of sessions 1 and 2, and now; null where nobody has scored. */
const actuals: readonly (readonly (number | null)[])[] = [
  [4, 6.5, null, 3.1, 5, 2.6, 4.4, 7],
  [4.5, 6.5, 4, 3.1, 5, 3.4, 4.4, 7.2],
  [5.5, 6.8, 4.6, 3.5, 5.1, 5.2, 4.4, 8.4],
]
const written: readonly {
  kind: 'pain-points' | 'opportunities'
  text: [string, string]
  cluster: 0 | 1 | null
}[] = [
  { kind: 'pain-points', cluster: 0, text: ['Sechs Wochen ohne ein Wort.', 'Six weeks without a word.'] },
  { kind: 'pain-points', cluster: 0, text: ['Niemand ruft zurück.', 'Nobody calls back.'] },
  { kind: 'pain-points', cluster: null, text: ['Drei Nummern, keine passt.', 'Three numbers, none fits.'] },
  { kind: 'opportunities', cluster: 1, text: ['Termin auf zwei Stunden genau.', 'A slot of two hours.'] },
  { kind: 'opportunities', cluster: 1, text: ['Eine SMS am Morgen.', 'A text in the morning.'] },
]

/** The board at the end of that session, counted from 1; the last one is the board as it is now. */
export function sampleBoard(language: Language, say: Say, session = actuals.length): BoardModel {
  const model = templateBoard(language)
  const scores = actuals[session - 1] ?? []
  const [map] = model.maps
  if (!map) throw new Error('The template has a map.')
  const clusters = [
    { id: 'shape:silence', title: say('Funkstille', 'Silence'), stageId: null, laneId: null },
    {
      id: 'shape:appointments',
      title: say('Verlässliche Termine', 'Appointments that hold'),
      stageId: null,
      laneId: null,
    },
  ]
  const told = (text: string) => say(text, text)
  const notes = written.map(
    ({ kind, text, cluster }, place): BoardNote => ({
      id: `shape:written-${place}`,
      stageId: map.stages[place % map.stages.length]?.id ?? null,
      laneId: map.lanes.find((lane) => lane.kind === kind)?.id ?? null,
      kind,
      departmentId: place % 2 === 0 ? 'service' : null,
      authorId: null,
      clusterId: cluster === null ? null : (clusters[cluster]?.id ?? null),
      text: say(...text),
    }),
  )
  return {
    maps: [
      {
        ...map,
        title: told(map.title),
        stages: map.stages.map((stage) => ({ ...stage, title: told(stage.title) })),
        lanes: map.lanes.map((lane) => ({ ...lane, title: told(lane.title) })),
        touchpoints: map.touchpoints.map((touchpoint, place) => ({
          ...touchpoint,
          title: told(touchpoint.title),
          notes: told(touchpoint.notes),
          actual: scores[place] ?? null,
        })),
        notes: [...map.notes.map((note) => ({ ...note, text: told(note.text) })), ...notes],
        clusters,
      },
    ],
    loose: [{ ...blankNote, id: 'shape:loose', text: say('Später: die App.', 'Later: the app.') }],
    looseClusters: [],
  }
}

/** The same with 2,000 cards: 1,200 touchpoints, most of them scored, and 800 notes. */
export function hugeBoard(language: Language, say: Say): BoardModel {
  const model = sampleBoard(language, say)
  const [map] = model.maps
  const [first] = map?.touchpoints ?? []
  if (!map || !first) throw new Error('The template has a map with touchpoints.')
  const stageAt = (place: number) => map.stages[place % map.stages.length]?.id ?? null
  const touchpoints = Array.from(
    { length: 1200 - map.touchpoints.length },
    (_, place): BoardTouchpoint => ({
      ...first,
      id: `shape:touchpoint-${place}`,
      title: say(`Kontakt ${place + 1}`, `Contact ${place + 1}`),
      stageId: stageAt(place),
      actual: place % 10 === 0 ? null : (place % 95) / 10,
      target: 5 + (place % 50) / 10,
    }),
  )
  const notes = Array.from(
    { length: 800 - map.notes.length },
    (_, place): BoardNote => ({
      ...blankNote,
      id: `shape:note-${place}`,
      kind: place % 2 === 0 ? 'pain-points' : 'opportunities',
      stageId: stageAt(place),
      text: say(`Beobachtung ${place + 1}`, `Observation ${place + 1}`),
    }),
  )
  return {
    ...model,
    maps: [{ ...map, touchpoints: [...map.touchpoints, ...touchpoints], notes: [...map.notes, ...notes] }],
  }
}

const blankNote: BoardNote = {
  id: '',
  stageId: null,
  laneId: null,
  kind: null,
  departmentId: null,
  authorId: null,
  clusterId: null,
  text: '',
}

function templateBoard(language: Language): BoardModel {
  const template = findTemplate(sampleTemplateId)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seedBoard({ template, language, title: template?.title[language] ?? '' }))
  const model = readBoard(doc)
  doc.destroy()
  return model
}
