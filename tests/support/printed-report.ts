// A report that is printed block by block in its own order: decisions are cards already. The figures are made up.
import { ShapeId } from '#shared/ids.ts'
import type { Language } from '#shared/language.ts'
import type { Block, Report, Section } from '#shared/results/report.ts'

export const emptyReport = (language: Language): Report => ({
  language,
  timeZone: 'Europe/Berlin',
  title: language === 'de' ? 'Glasfaser: von der Bestellung bis online' : 'Fibre: from order to online',
  subtitle:
    language === 'de'
      ? 'Workshop-Bericht, Dienstag, 10. November 2026, 14:00–15:02'
      : 'Workshop report, Tuesday 10 November 2026, 14:00–15:02',
  asOf: language === 'de' ? 'Stand: 10. November 2026, 15:04' : 'As of: 10 November 2026, 15:04',
  sections: [],
  silent: [],
})

export const cardId = (name: string): ShapeId => ShapeId.parse(`shape:${name}`)

export function reportWith(blocks: readonly Block[], section: Partial<Section> = {}): Report {
  return {
    ...emptyReport('en'),
    sections: [{ id: 'notes', title: 'Notes', hint: null, blocks, ...section }],
  }
}

const touchpoints = [
  ['Anruf: Wann wird gebaut?', 'Kundenservice', 1.8, 4],
  ['Technikertermin', 'Technischer Außendienst', 2.6, 4.6],
  ['Erste Rechnung', 'Abrechnung', 2.4, 4.2],
  ['Statusbrief', 'Technischer Außendienst', 2.2, 3.8],
  ['Online bestellen', 'IT und Produkt', 3, 4.4],
  ['Router einrichten', 'IT und Produkt', 3.1, 4.3],
  ['Hilfe bei einer Störung', 'Kundenservice', 3.3, 4.4],
] as const

const decision = (title: string, owner: string, department: string, due: string, card: string): Block[] => [
  { kind: 'heading', text: title },
  {
    kind: 'facts',
    facts: [
      { label: 'Verantwortlich', value: owner, type: 'text' },
      { label: 'Abteilung', value: department, type: 'text' },
      { label: 'Fällig', value: due, type: 'day' },
      { label: 'Für Kunden spürbar ab', value: '2027-03-01', type: 'day' },
    ],
  },
  { kind: 'text', text: `Aus der Notiz „${title}“ → Technikertermin` },
  { kind: 'picture', of: cardId(card), alt: `Der Teil der Karte um „${title}“` },
]

/** In German, the longer language. */
export const printedReport: Report = {
  ...emptyReport('de'),
  sections: [
    {
      id: 'decisions',
      title: 'Beschlossen',
      hint: 'Drei Maßnahmen, jede mit einer Person, die sie verantwortet.',
      blocks: [
        ...decision(
          'Zeitfenster von zwei Stunden für jeden Technikertermin',
          'Jonas Berger',
          'Technischer Außendienst',
          '2027-01-15',
          'a',
        ),
        ...decision(
          'Alle zwei Wochen Nachricht zum Baustand, auch wenn sich nichts geändert hat',
          'Aylin Demir',
          'Kundenservice',
          '2026-12-04',
          'b',
        ),
        ...decision(
          'Die erste Rechnung in der Begrüßungsmail erklären, mit einem Bild',
          'Lena Hoffmann',
          'Marketing',
          '2027-01-22',
          'c',
        ),
      ],
    },
    {
      id: 'map',
      title: 'Die Karte',
      hint: '5 Phasen, 10 Touchpoints, 6 Abteilungen.',
      blocks: [
        { kind: 'picture', of: 'board', alt: 'Die Karte: Glasfaser, von der Bestellung bis online' },
        {
          kind: 'table',
          id: 'map',
          title: 'Die Karte als Tabelle',
          columns: [
            { title: 'Phase', type: 'text' },
            { title: 'Touchpoint', type: 'text' },
            { title: 'Abteilung', type: 'text' },
            { title: 'Ist', type: 'score' },
            { title: 'Soll', type: 'score' },
          ],
          rows: touchpoints.map(([name, department, actual, target], place) => [
            place < 3 ? 'Informieren' : 'Warten',
            name,
            department,
            actual,
            target,
          ]),
        },
      ],
    },
    {
      id: 'scores',
      title: 'Ist und Soll',
      hint: 'Die größte Lücke zuerst. Punkt: heute. Ring: wohin wir wollen.',
      blocks: [
        {
          kind: 'chart',
          id: 'scores',
          title: '',
          shape: 'bars',
          categoryTitle: 'Touchpoint',
          categories: touchpoints.map(([name]) => name),
          series: [
            { name: 'Ist', values: touchpoints.map(([, , actual]) => actual) },
            { name: 'Soll', values: touchpoints.map(([, , , target]) => target) },
          ],
          type: 'score',
          max: 10,
        },
      ],
    },
    {
      id: 'pain-points',
      title: 'Schmerzpunkte',
      hint: null,
      blocks: [
        {
          kind: 'list',
          items: [
            'Sechs Wochen ohne ein Wort',
            'Website und Shop nennen unterschiedliche Termine, und niemand weiß, welcher stimmt. Wer anruft, bekommt einen dritten.',
            'Bei der Bestellung noch kein Termin',
          ],
        },
      ],
    },
    {
      id: 'polls',
      title: 'Umfragen',
      hint: 'Mittelwerte geheimer Umfragen; niemand, auch nicht der Betreiber, kann sagen, wer wie gestimmt hat.',
      blocks: [
        { kind: 'heading', text: '„Dieser Workshop wird für unsere Kunden etwas ändern.“' },
        {
          kind: 'facts',
          facts: [
            { label: 'Stimmen', value: 10, type: 'count' },
            { label: 'Mittelwert', value: 3.8, type: 'score' },
            { label: 'Beteiligung', value: 0.9, type: 'share' },
            { label: 'Gegenüber vorher', value: -0.9, type: 'signed' },
            { label: 'Dauer', value: 4, type: 'minutes' },
            { label: 'Geschlossen', value: '2026-11-10T13:30:00Z', type: 'moment' },
          ],
        },
        {
          kind: 'chart',
          id: 'poll-1',
          title: 'Verteilung',
          shape: 'columns',
          categoryTitle: 'Antwort',
          categories: ['1', '2', '3', '4', '5'],
          series: [{ name: 'Stimmen', values: [0, 1, 2, 5, 2] }],
          type: 'count',
          max: null,
        },
        { kind: 'heading', text: 'Womit fangen wir an?' },
        {
          kind: 'chart',
          id: 'poll-2',
          title: '',
          shape: 'bars',
          categoryTitle: 'Antwort',
          categories: [
            'Zeitfenster von zwei Stunden statt eines ganzen Tages, an dem jemand zu Hause sein muss',
            'Nachricht zum Baustand',
            'Rechnung erklären',
          ],
          series: [{ name: 'Stimmen', values: [7, 4, 0] }],
          type: 'count',
          max: null,
        },
        { kind: 'heading', text: 'Wie geht es uns im Team?' },
        {
          kind: 'withheld',
          text: 'Drei Antworten: Unter fünf wird nichts gezeigt, damit niemand zu erkennen ist.',
        },
      ],
    },
    {
      id: 'notes',
      title: 'Notizen',
      hint: null,
      blocks: [{ kind: 'text', text: 'Eine Notiz.\nUnd ihre zweite Zeile.' }],
    },
    {
      id: 'trends',
      title: 'Über die Sitzungen',
      hint: 'Eine Lücke, wo nicht gefragt wurde.',
      blocks: [
        {
          kind: 'chart',
          id: 'confidence',
          title: 'Zuversicht',
          shape: 'lines',
          categoryTitle: 'Sitzung',
          categories: ['Sitzung 1', 'Sitzung 2', 'Sitzung 3', 'Sitzung 4'],
          series: [
            { name: 'vorher', values: [2.9, 3.4, null, 3.9] },
            { name: 'nachher', values: [3.8, 3.6, 4.1, 4.4] },
          ],
          type: 'score',
          max: 10,
        },
      ],
    },
  ],
}
