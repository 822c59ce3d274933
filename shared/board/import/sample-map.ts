// A small map in both languages, as an example of the table that the import reads.
import { FileMap } from '#shared/board/board-file.ts'
import type { Language } from '#shared/language.ts'

export const sampleDepartments = {
  de: [
    { departmentId: 'sales', title: 'Vertrieb' },
    { departmentId: 'service', title: 'Service' },
  ],
  en: [
    { departmentId: 'sales', title: 'Sales' },
    { departmentId: 'service', title: 'Service' },
  ],
} as const satisfies Record<Language, unknown>

const words = {
  de: {
    title: 'Beispiel',
    stages: ['Informieren', 'Kaufen', 'Nutzen'],
    lanes: ['Touchpoints', 'Emotion', 'Schmerzpunkte', 'Chancen'],
    compare: 'Angebote vergleichen',
    advice: 'Beratung am Telefon',
    order: 'Bestellung abschicken',
    orderNote: 'Wer hier abbricht,\nkommt selten wieder.',
    invoice: 'Erste Rechnung',
    pain: 'Die Lieferzeit steht erst nach dem Klick da.',
    idea: 'Vor der ersten Rechnung ein Beispiel zeigen.',
  },
  en: {
    title: 'Example',
    stages: ['Find out', 'Buy', 'Use'],
    lanes: ['Touchpoints', 'Emotion', 'Pain points', 'Opportunities'],
    compare: 'Compare offers',
    advice: 'Advice on the phone',
    order: 'Place the order',
    orderNote: 'Whoever gives up here\nrarely comes back.',
    invoice: 'First bill',
    pain: 'The delivery time is shown only after the click.',
    idea: 'Show an example before the first bill.',
  },
} as const

export function sampleMap(language: Language): FileMap {
  const text = words[language]
  const emotions = [1, -1, 0.5]
  const kinds = ['touchpoints', 'emotion', 'pain-points', 'opportunities']
  const at = (stage: number, lane: number) => ({ stageId: `stage-${stage}`, laneId: `lane-${lane}` })
  return FileMap.parse({
    title: text.title,
    stages: text.stages.map((title, place) => ({
      id: `stage-${place + 1}`,
      title,
      emotion: emotions[place],
    })),
    lanes: text.lanes.map((title, place) => ({ id: `lane-${place + 1}`, title, kind: kinds[place] })),
    cards: [
      {
        type: 'touchpoint',
        ...at(1, 1),
        title: text.compare,
        channel: 'web',
        departmentId: 'sales',
        actual: 6.5,
        target: 8,
      },
      {
        type: 'touchpoint',
        ...at(1, 1),
        title: text.advice,
        channel: 'phone',
        departmentId: 'service',
        target: 8.5,
      },
      {
        type: 'touchpoint',
        ...at(2, 1),
        title: text.order,
        channel: 'web',
        departmentId: 'sales',
        actual: 4,
        target: 9,
        momentOfTruth: true,
        state: 'evidence',
        notes: text.orderNote,
      },
      { type: 'note', ...at(2, 3), text: text.pain, kind: 'pain-points' },
      {
        type: 'touchpoint',
        ...at(3, 1),
        title: text.invoice,
        channel: 'letter',
        departmentId: 'service',
        target: 8,
      },
      { type: 'note', ...at(3, 4), text: text.idea, kind: 'opportunities' },
    ],
  })
}
