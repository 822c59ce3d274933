// Results of two sessions with something of everything, and a third that is prepared.
import type { ActionResult } from '#shared/results/action-results.ts'
import { Results } from '#shared/results/results.ts'
import type { SessionResult } from '#shared/results/session-results.ts'
import { asks, auditWords, hex, poll, scaleTally, tallies } from './full-polls.ts'

const service = { departmentId: 'service', title: 'Service' }
const sales = { departmentId: 'sales', title: 'Vertrieb' }
const action = (number: number, change: Partial<Record<keyof ActionResult, unknown>>) => ({
  actionId: hex(number),
  title: `Maßnahme ${number}`,
  owner: { name: 'Cem Özdemir-Groß' },
  department: service,
  due: '2027-01-15',
  feltFrom: '2027-03-01',
  state: 'open',
  liveSince: null,
  shapeId: 'shape:order',
  card: { title: 'Auftrag', actual: 1.8, target: 4 },
  touchpoints: [{ id: 'shape:order', title: 'Auftrag' }],
  decidedIn: 1,
  effect: { kind: 'too-early', until: '2027-03-01' },
  ...change,
})

const attendance = (people: [number, number]) => ({
  facilitators: 1,
  participants: people[0] + people[1],
  observers: 1,
  byDepartment: [
    { department: service, people: people[0] },
    { department: sales, people: people[1] },
  ],
  withoutDepartment: 1,
})

const session = (number: number, change: Partial<Record<keyof SessionResult, unknown>>) => ({
  number,
  startedAt: null,
  endedAt: null,
  agenda: {
    startedAt: null,
    endedAt: null,
    items: [
      {
        title: `Ankommen ${number}`,
        kind: 'welcome',
        plannedMinutes: 3,
        state: 'not-reached',
        actualSeconds: null,
      },
    ],
  },
  attendance: attendance([0, 0]),
  silos: [],
  speakingShares: [],
  speaking: 'not-recorded',
  comparisons: [],
  beforeAndAfter: [],
  mood: [],
  commitments: { rules: [], accepted: 0, people: 0, promises: [], kept: null, keptIsSuppressed: false },
  concerns: [],
  ...change,
})

const concern = (itemTitle: string, outcome: object) => ({ itemTitle, outcome })

/** As it is stored, so a test may change it and parse it again. */
export const fullResultsJson = {
  version: 2,
  asOf: '2027-01-20T15:00:00.000Z',
  workshop: {
    id: 'abcdefgh1234',
    title: 'Glasfaser: vom Auftrag bis online',
    language: 'de',
    createdAt: '2026-11-01T08:00:00.000Z',
    departments: [service, sales],
    minimumGroup: 5,
  },
  sessions: [
    session(1, {
      startedAt: '2026-11-23T12:00:00.000Z',
      endedAt: '2026-11-23T13:30:00.000Z',
      agenda: {
        startedAt: '2026-11-23T12:00:00.000Z',
        endedAt: '2026-11-23T13:30:00.000Z',
        items: [
          { title: 'Willkommen', kind: 'welcome', plannedMinutes: 3, state: 'done', actualSeconds: 250 },
          {
            title: 'Die Karte ergänzen',
            kind: 'mapping',
            plannedMinutes: 20,
            state: 'done',
            actualSeconds: 1500,
          },
          {
            title: 'Rundlauf',
            kind: 'check-out',
            plannedMinutes: 5,
            state: 'not-reached',
            actualSeconds: null,
          },
        ],
      },
      attendance: attendance([6, 2]),
      speakingShares: [
        { department: service, people: 6, ofTime: 0.7, ofPeople: 0.6 },
        { department: null, people: 3, ofTime: 0.3, ofPeople: 0.4 },
      ],
      speaking: 'shown',
      beforeAndAfter: [
        {
          question: 'Ändert sich etwas?',
          questionKey: 'expectation',
          asks: asks.scale,
          before: { pollId: hex(1), closedAt: '2026-11-23T12:05:00.000Z', tally: tallies.scale },
          after: {
            pollId: hex(2),
            closedAt: '2026-11-23T13:25:00.000Z',
            tally: scaleTally([0, 0, 1, 3, 2], 4.2),
          },
        },
      ],
      mood: [
        { pollId: hex(20), at: '2026-11-23T12:10:00.000Z', mean: 2.4, answers: 7 },
        { pollId: hex(21), at: '2026-11-23T12:40:00.000Z', mean: null, answers: null },
        { pollId: hex(22), at: '2026-11-23T13:10:00.000Z', mean: 3.9, answers: 6 },
      ],
      commitments: {
        rules: [{ rule: 'Eine Stimme zur Zeit.', why: 'Damit alle zu Wort kommen.' }],
        accepted: 7,
        people: 9,
        promises: [
          { name: 'Cem Özdemir-Groß', department: service, promise: 'Postfach zu.' },
          { name: null, department: sales, promise: 'Drei Kunden\nanrufen.' },
        ],
        kept: { kept: 4, partly: 2, notKept: 1 },
        keptIsSuppressed: false,
      },
      concerns: [
        concern('Willkommen', {
          kind: 'released',
          concerns: [
            { text: 'das schaffen wir nie', answered: true, answer: 'Wir fangen klein an.' },
            { text: 'wer bezahlt das', answered: false, answer: null },
          ],
          without: 4,
          auditWords,
        }),
        concern('Die Karte ergänzen', { kind: 'suppressed', minimumGroup: 5 }),
        concern('Rundlauf', { kind: 'unreadable' }),
      ],
    }),
    session(2, {
      startedAt: '2027-01-14T13:00:00.000Z',
      endedAt: '2027-01-14T14:00:00.000Z',
      attendance: attendance([4, 4]),
      silos: [{ departmentId: 'network', title: 'Netzbau' }],
      speakingShares: [{ department: service, people: 4, ofTime: 1, ofPeople: 1 }],
      speaking: 'shown',
      commitments: {
        rules: [{ rule: 'Eine Stimme zur Zeit.', why: 'Damit alle zu Wort kommen.' }],
        accepted: 5,
        people: 8,
        promises: [],
        kept: null,
        keptIsSuppressed: true,
      },
      concerns: [concern('Ankommen 2', { kind: 'running' })],
    }),
    session(3, {}),
  ],
  plannedFor: '2027-03-01T08:00:00.000Z',
  maps: [
    {
      id: 'shape:map',
      title: 'Glasfaser für zu Hause',
      stages: [
        { id: 'shape:s1', title: 'Bestellen', emotion: 1 },
        { id: 'shape:s2', title: 'Warten', emotion: -2 },
        { id: 'shape:s3', title: 'Nutzen', emotion: null },
      ],
      lanes: [{ id: 'shape:l1', title: 'Touchpoints', kind: 'touchpoints' }],
      touchpoints: [
        touchpoint('shape:order', 'Auftrag', {
          actual: 1.8,
          target: 4,
          gap: 2.2,
          momentOfTruth: true,
          department: service,
        }),
        touchpoint('shape:date', 'Termin', {
          actual: 9,
          target: 8,
          gap: -1,
          notes: 'Nur werktags bis 16 Uhr.',
        }),
        touchpoint('shape:bill', 'Rechnung', { target: 8 }),
        touchpoint('shape:chat', 'Chat', {}),
      ],
      notes: [
        note('shape:n1', 'Sechs Wochen\nohne ein Wort', {
          kind: 'pain-points',
          stage: 'Warten',
          department: service,
          cluster: 'Schweigen',
        }),
        note('shape:n2', 'Vertrag im Spam', { kind: 'pain-points', stage: 'Bestellen' }),
        note('shape:n3', 'Anruf nach drei Tagen', { kind: 'opportunities', stage: 'Warten' }),
        note('shape:n4', '1.200 Beschwerden im Jahr', { kind: 'evidence', stage: 'Warten' }),
        note('shape:n5', '   ', { kind: 'evidence', stage: 'Warten' }),
      ],
    },
  ],
  looseNotes: [note('shape:n6', 'Später ansehen', {})],
  polls: [
    poll(1, 'Ändert sich etwas?', 'scale', { phase: 'start' }),
    poll(2, 'Ändert sich etwas?', 'scale', { phase: 'end' }),
    poll(3, 'Wo drückt es?', 'single'),
    poll(4, 'Was davon noch?', 'multiple'),
    poll(5, 'Was zuerst?', 'ranking'),
    poll(6, 'Wohin mit den Punkten?', 'points'),
    poll(7, 'In drei Wörtern?', 'words'),
    poll(8, 'Was noch?', 'text'),
    poll(9, 'Wie war die Mittagspause?', 'scale', {
      outcome: { kind: 'suppressed', minimumGroup: 5 },
      auditWords: null,
    }),
    poll(10, 'Machen wir weiter?', 'scale', { anonymous: false, auditWords: null, sessionNumber: 2 }),
    poll(11, 'Noch eine?', 'scale', {
      outcome: { kind: 'running' },
      closedAt: null,
      auditWords: null,
      sessionNumber: 2,
    }),
    poll(12, 'Fehlt etwas?', 'scale', {
      outcome: { kind: 'unreadable' },
      auditWords: null,
      sessionNumber: 2,
    }),
  ],
  actions: [
    action(1, { title: 'Nach drei Tagen anrufen' }),
    action(2, {
      title: 'Rechnung erklären',
      owner: { name: null },
      department: sales,
      state: 'live',
      liveSince: '2027-01-10',
      shapeId: 'shape:bill',
      card: { title: 'Rechnung', actual: 5, target: 8 },
      touchpoints: [{ id: 'shape:bill', title: 'Rechnung' }],
      effect: { kind: 'measured', before: 3.2, now: 5, since: '2027-01-10' },
    }),
    action(3, {
      title: 'Wer fragt nach?',
      owner: null,
      department: null,
      due: null,
      feltFrom: null,
      shapeId: null,
      card: null,
      touchpoints: [],
      decidedIn: 2,
      effect: { kind: 'none' },
    }),
    action(4, {
      title: 'Fertig ohne Datum',
      state: 'done',
      shapeId: 'shape:n3',
      card: { title: 'Anruf nach drei Tagen', actual: null, target: null },
      touchpoints: ['order', 'date', 'bill', 'chat'].map((id, place) => ({
        id: `shape:${id}`,
        title: ['Auftrag', 'Termin', 'Rechnung', 'Chat'][place],
      })),
      feltFrom: null,
      effect: { kind: 'too-early', until: null },
    }),
  ],
  parkingLot: [
    { topic: 'Altverträge', itemTitle: 'Willkommen', sessionNumber: 1, settled: true },
    { topic: 'Zuständigkeiten', itemTitle: null, sessionNumber: 2, settled: false },
  ],
  leftOut: [],
  trends: {
    sessions: [1, 2],
    attendance: [
      { department: service, people: [6, 4] },
      { department: sales, people: [2, 4] },
    ],
    confidence: [
      {
        question: 'Ändert sich etwas?',
        questionKey: 'expectation',
        scale: { min: 1, max: 5, lowLabel: 'gar nicht', highLabel: 'sehr' },
        points: [
          { before: 1.8, after: 4.2 },
          { before: null, after: null },
        ],
      },
    ],
    mood: [{ mean: 3.1, answers: 13 }, null],
    kept: [{ kept: 4, partly: 2, notKept: 1 }, null],
    scores: [
      { touchpointId: 'shape:order', title: 'Auftrag', target: 4, actual: [1.2, 1.8] },
      { touchpointId: 'shape:date', title: 'Termin', target: 8, actual: [9, 9] },
    ],
  },
}

function touchpoint(id: string, title: string, change: object) {
  return {
    id,
    title,
    stage: 'Warten',
    channel: 'phone',
    department: null,
    actual: null,
    target: null,
    gap: null,
    momentOfTruth: false,
    notes: '',
    ...change,
  }
}

function note(id: string, text: string, change: object) {
  return { id, kind: null, stage: null, department: null, cluster: null, text, ...change }
}

export const fullResults: Results = Results.parse(fullResultsJson)
export const emptyResults: Results = Results.parse({
  ...fullResultsJson,
  sessions: [session(1, { agenda: { startedAt: null, endedAt: null, items: [] } })],
  plannedFor: null,
  maps: [],
  looseNotes: [],
  polls: [],
  actions: [],
  parkingLot: [],
  trends: { sessions: [], attendance: [], confidence: [], mood: [], kept: [], scores: [] },
})
