// A report with a block of every kind and a column of every type, for the formats that are written from it.
import { ShapeId } from '#shared/ids.ts'
import type { Report } from '#shared/results/report.ts'

export const sampleReport: Report = {
  language: 'de',
  timeZone: 'Europe/Berlin',
  title: 'Glasfaser: vom Auftrag bis online',
  subtitle: 'Bericht zum Workshop, Montag, 23. November 2026 um 13:00–14:30',
  asOf: 'Stand: Montag, 23. November 2026 um 15:00',
  silent: [],
  sections: [
    {
      id: 'decisions',
      title: 'Was beschlossen wurde',
      hint: 'Ob es hilft, lässt sich erst sagen, wenn Kunden es spüren.',
      blocks: [
        {
          kind: 'table',
          id: 'decisions',
          title: 'Was beschlossen wurde',
          columns: [
            { title: 'Maßnahme', type: 'text' },
            { title: 'Verantwortlich', type: 'text' },
            { title: 'Fällig', type: 'day' },
            { title: 'Begonnen', type: 'moment' },
          ],
          rows: [
            ['Nach drei Tagen anrufen', 'Cem (Service)', '2027-01-15', '2026-11-23T13:30:00.000Z'],
            ['=cmd|"/c calc"!A1', null, null, null],
          ],
        },
        { kind: 'heading', text: '1. Nach drei Tagen anrufen' },
        {
          kind: 'facts',
          facts: [
            { label: 'Fällig', value: '2027-01-15', type: 'day' },
            { label: 'Redezeit', value: 0.25, type: 'share' },
            { label: 'Dauer', value: 12, type: 'minutes' },
          ],
        },
        { kind: 'picture', of: ShapeId.parse('shape:order'), alt: 'Die Karte rund um „Auftrag“' },
      ],
    },
    {
      id: 'map',
      title: 'Die Karte',
      hint: null,
      blocks: [{ kind: 'picture', of: 'board', alt: 'Bild der Karte' }],
    },
    {
      id: 'scores',
      title: 'Ist und Soll',
      hint: 'Größte Lücke zuerst. Werte von 0 bis 10.',
      blocks: [
        {
          kind: 'chart',
          id: 'scores-chart',
          title: 'Ist und Soll je Touchpoint',
          shape: 'bars',
          categoryTitle: 'Touchpoint',
          categories: ['Auftrag', 'Termin', 'Rechnung'],
          series: [
            { name: 'Ist', values: [1.8, 6.5, null] },
            { name: 'Soll', values: [4, 7, 8] },
          ],
          type: 'score',
          max: 10,
          tableId: 'scores',
        },
        {
          kind: 'table',
          id: 'scores',
          title: 'Ist und Soll',
          columns: [
            { title: 'Touchpoint', type: 'text' },
            { title: 'Ist', type: 'score' },
            { title: 'Lücke', type: 'signed' },
            { title: 'Notizen', type: 'count' },
          ],
          rows: [
            ['Auftrag', 1.8, 2.2, 3],
            ['Termin', 9, -1, 0],
            ['Rechnung', null, null, 12],
          ],
        },
      ],
    },
    {
      id: 'polls',
      title: 'Abstimmungen',
      hint: null,
      blocks: [
        { kind: 'heading', text: 'Ändert sich etwas?' },
        {
          kind: 'text',
          text: 'Geheim, Montag, 23. November 2026\nPrüfwörter: amber · bridge · cotton · delta',
        },
        {
          kind: 'chart',
          id: 'poll-1',
          title: 'Ändert sich etwas?',
          shape: 'columns',
          categoryTitle: 'Antwort',
          categories: ['1 gar nicht', '2', '3', '4', '5 sehr'],
          series: [{ name: 'Stimmen', values: [2, 2, 1, 0, 0] }],
          type: 'count',
          max: null,
        },
        { kind: 'heading', text: 'Wie war die Mittagspause?' },
        { kind: 'withheld', text: 'Weniger als 5 Antworten: nicht gezeigt, nicht aufgehoben.' },
        {
          kind: 'list',
          items: ['Sechs Wochen\nohne ein Wort', 'مرحبا بالعالم', '<script>alert(1)</script> 👩🏽‍🚒'],
        },
      ],
    },
    {
      id: 'trends',
      title: 'Über die Sitzungen',
      hint: null,
      blocks: [
        {
          kind: 'chart',
          id: 'trend-mood',
          title: 'Stimmung',
          shape: 'lines',
          categoryTitle: 'Sitzung',
          categories: ['1', '2', '3'],
          series: [{ name: 'Mittel', values: [2.4, null, 3.9] }],
          type: 'score',
          max: 5,
        },
      ],
    },
  ],
}
