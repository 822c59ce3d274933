// A report as three sessions of a real workshop would give it, every section filled, in either language.
import { ShapeId } from '#shared/ids.ts'
import type { Language } from '#shared/language.ts'
import { documentWords } from '#shared/results/report/document-words.ts'
import type { Block, Cell, Report, SectionId } from '#shared/results/report.ts'
import { actionStateWords, reportWords } from '#shared/results/words.ts'
import { chances, pains, touchpoints } from './full-report-rows.ts'
import { chart, column, table } from './report-blocks.ts'

export function fullReport(language: Language): Report {
  const words = { ...reportWords[language], ...documentWords[language] }
  const states = actionStateWords[language]
  const section = (id: SectionId, title: string, blocks: Block[], hint: string | null = null) => ({
    id,
    title,
    hint,
    blocks,
  })
  const notes = (id: string, title: string, rows: Cell[][]) =>
    table(id, title, [column(title), column(words.stage), column(words.department)], rows)
  const poll = (number: number, question: string, categories: string[], votes: number[]): Block[] => [
    { kind: 'heading', text: question },
    { kind: 'text', text: 'Geheim, Donnerstag, 14. Januar 2027 um 10:20' },
    {
      kind: 'facts',
      facts: [
        { label: words.invited, value: 14, type: 'count' },
        { label: words.votes, value: votes.reduce((sum, each) => sum + each, 0), type: 'count' },
        { label: words.auditWords, value: 'amber · bridge · cotton · delta', type: 'text' },
      ],
    },
    chart({
      id: `poll-${number}`,
      title: question,
      shape: 'bars',
      categories: categories,
      series: { [words.votes]: votes },
    }),
  ]
  const steps = ['1 gar nicht', '2', '3', '4', '5 sehr']
  const sessions = ['Sitzung 1, 23. November 2026', 'Sitzung 2, 14. Januar 2027', 'Sitzung 3, 11. März 2027']
  const departments = ['Vertrieb', 'Technik', 'Service', 'Marketing', 'Finanzen']
  return {
    language,
    timeZone: 'Europe/Berlin',
    title: 'Glasfaser: vom Auftrag bis online',
    subtitle: 'Bericht zum Workshop, 3 Sitzungen, 23. November 2026 bis 11. März 2027',
    asOf: 'Stand: Donnerstag, 11. März 2027 um 15:00',
    silent: [],
    sections: [
      section('decisions', words.decided, [
        table(
          'decisions',
          words.decided,
          [
            column(words.action),
            column(words.owner),
            column(words.department),
            column(words.due, 'day'),
            column(words.feltFrom, 'day'),
            column(words.state),
            column(words.touchpoint),
            column(words.effect),
          ],
          [
            [
              'Nach drei Tagen anrufen und sagen, wie es weitergeht',
              'Cem Aydın',
              'Service',
              '2027-03-31',
              '2027-04-15',
              states.open,
              'Auftragsbestätigung',
              null,
            ],
            [
              'Terminauswahl ins Kundenportal bringen, auch für Samstage',
              'Ana Lindqvist',
              'Technik',
              '2027-05-15',
              '2027-07-01',
              states['in-progress'],
              'Terminvereinbarung',
              'zu früh, um es zu sagen, bis 1. Juli 2027',
            ],
            [
              'Router zwei Tage vorher liefern',
              words.stillOpen,
              'Logistik',
              null,
              null,
              states.open,
              null,
              null,
            ],
            [
              'Wöchentliche SMS mit dem Stand',
              'Mia Thal',
              'Marketing',
              '2027-01-31',
              '2027-02-15',
              states.live,
              'Warten auf den Termin',
              'Wert von 1,2 auf 2,4 seit 15. Februar 2027',
            ],
            [
              'Erste Rechnung erst nach der Freischaltung',
              'Jo Kern',
              'Finanzen',
              '2027-04-10',
              '2027-05-01',
              states.open,
              'Erste Rechnung',
              null,
            ],
          ],
        ),
        { kind: 'heading', text: '1. Nach drei Tagen anrufen und sagen, wie es weitergeht' },
        { kind: 'picture', of: ShapeId.parse('shape:order'), alt: 'Das Board rund um „Auftragsbestätigung“' },
      ]),
      section('map', words.map, [
        { kind: 'picture', of: 'board', alt: 'Bild der Karte „Glasfaser“' },
        table(
          'stages',
          words.stages,
          [column(words.stage), column(words.emotionScale, 'signed')],
          [
            ['Information', 0.5],
            ['Kauf', 1],
            ['Warten', -1.6],
            ['Installation', -0.4],
            ['Nutzung', 1.2],
          ],
        ),
        table(
          'touchpoints',
          words.touchpoints,
          [column(words.touchpoint), column(words.stage)],
          touchpoints.map(([title, stage]) => [title, stage]),
        ),
      ]),
      section(
        'scores',
        words.scores,
        [
          {
            ...chart({
              id: 'scores-chart',
              title: words.scores,
              shape: 'bars',
              categories: touchpoints.map(([title]) => title),
              series: {
                [words.actual]: touchpoints.map(([, , actual]) => actual),
                [words.target]: touchpoints.map(([, , , target]) => target),
              },
              type: 'score',
              max: 10,
            }),
          },
          table(
            'scores',
            words.scores,
            [
              column(words.touchpoint),
              column(words.stage),
              column(words.actual, 'score'),
              column(words.target, 'score'),
            ],
            touchpoints,
          ),
        ],
        words.scoresHint,
      ),
      section('pain-points', words.painPoints, [notes('pain-points', words.painPoint, pains)]),
      section('opportunities', words.opportunities, [notes('opportunities', words.opportunity, chances)]),
      section(
        'before-after',
        words.beforeAfter,
        [
          table(
            'before-after',
            words.beforeAfter,
            [
              column(words.question),
              column(words.meanBefore, 'score'),
              column(words.meanAfter, 'score'),
              column(words.difference, 'signed'),
            ],
            [
              ['Wie zuversichtlich sind wir, dass sich für Kunden etwas ändert?', 2.3, 3.6, 1.3],
              ['Ich weiß, was die anderen Abteilungen tun', 2.8, 3.1, 0.3],
            ],
          ),
          { kind: 'heading', text: 'Wie zuversichtlich sind wir, dass sich für Kunden etwas ändert?' },
          chart({
            id: 'before-after-1',
            title: 'Wie zuversichtlich sind wir, dass sich für Kunden etwas ändert?',
            shape: 'columns',
            categories: steps,
            series: {
              [words.before]: [4, 5, 3, 2, 0],
              [words.after]: [0, 2, 4, 6, 2],
            },
          }),
          { kind: 'heading', text: 'Ich weiß, was die anderen Abteilungen tun' },
          chart({
            id: 'before-after-2',
            title: 'Ich weiß, was die anderen Abteilungen tun',
            shape: 'columns',
            categories: steps,
            series: {
              [words.before]: [2, 3, 5, 3, 1],
              [words.after]: [1, 2, 5, 5, 1],
            },
          }),
        ],
        words.beforeAfterHint,
      ),
      section('polls', words.polls, [
        ...poll(
          1,
          'Womit fangen wir an?',
          ['Termin selbst wählen', 'Wöchentliche SMS', 'Router früher liefern'],
          [6, 5, 3],
        ),
        ...poll(
          2,
          'Wie oft treffen wir uns?',
          ['Jede Woche', 'Alle zwei Wochen', 'Einmal im Monat', 'Nach Bedarf'],
          [1, 8, 4, 1],
        ),
        { kind: 'heading', text: 'Wie war die Mittagspause?' },
        { kind: 'text', text: 'Geheim, Donnerstag, 11. März 2027 um 13:05' },
        { kind: 'withheld', text: 'Weniger als 5 Antworten: nicht gezeigt, nicht aufgehoben.' },
        { kind: 'heading', text: 'Was fällt Ihnen zu „Warten“ ein?' },
        table(
          'poll-4',
          'Was fällt Ihnen zu „Warten“ ein?',
          [column(words.answer), column(words.votes, 'count')],
          [
            ['Geduld', 5],
            ['Ärger', 4],
            ['Brief', 2],
            ['Hotline', 1],
          ],
        ),
        ...poll(5, 'Ist die Karte vollständig?', ['Ja', 'Nein'], [11, 3]),
      ]),
      section('mood', words.mood, [
        chart({
          id: 'mood',
          title: words.mood,
          shape: 'lines',
          categories: ['Beginn', 'Mitte', 'Ende'],
          series: { [words.mean]: [3.1, null, 4.2] },
          type: 'score',
          max: 5,
        }),
      ]),
      section('concerns', words.concerns, [
        table(
          'concerns',
          words.concerns,
          [
            column(words.item),
            column(words.concern),
            column(words.concernState),
            column(words.concernAnswer),
          ],
          [
            [
              'Maßnahmen',
              'Das bleibt wieder an der Technik hängen',
              words.answered,
              'Jede Maßnahme hat eine Verantwortliche aus einer anderen Abteilung',
            ],
            ['Maßnahmen', 'Es gibt kein Budget für SMS', words.unanswered, null],
          ],
        ),
      ]),
      section('commitments', words.commitments, [
        { kind: 'text', text: '12 von 14 haben die Spielregeln angenommen.' },
        table(
          'promises',
          words.promises,
          [column(words.person), column(words.promise)],
          [
            ['Cem Aydın', 'Ich rufe selbst drei Kunden an'],
            ['Ana Lindqvist', 'Ich bringe zum nächsten Mal die Zahlen aus dem Portal mit'],
            [words.somebody, 'Ich höre zu, bevor ich antworte'],
          ],
        ),
      ]),
      section(
        'speaking',
        words.speaking,
        [
          chart({
            id: 'speaking',
            title: words.speaking,
            shape: 'bars',
            categories: departments,
            series: {
              [words.shareOfTime]: [0.35, 0.28, 0.17, 0.12, 0.08],
              [words.shareOfPeople]: [0.25, 0.25, 0.2, 0.15, 0.15],
            },
            type: 'share',
            max: 1,
          }),
        ],
        words.speakingHint,
      ),
      section('attendance', words.attendance, [
        table(
          'roles',
          words.inRoom,
          [column(words.session, 'count'), column(words.participants, 'count')],
          [
            [1, 14],
            [2, 12],
            [3, 13],
          ],
        ),
        chart({
          id: 'attendance',
          title: words.attendance,
          shape: 'bars',
          categories: departments,
          series: {
            [sessions[0] ?? '']: [4, 4, 2, 2, 2],
            [sessions[1] ?? '']: [3, 4, 2, 2, 1],
            [sessions[2] ?? '']: [4, 3, 3, 2, 1],
          },
        }),
      ]),
      section('agenda', words.agenda, [
        {
          kind: 'facts',
          facts: [{ label: words.nextSession, value: '2027-04-15T08:00:00.000Z', type: 'moment' }],
        },
      ]),
      section('trends', words.trends, [
        chart({
          id: 'trend-attendance',
          title: words.trendAttendance,
          shape: 'lines',
          categories: sessions,
          series: {
            Vertrieb: [4, 3, 4],
            Technik: [4, 4, 3],
            Service: [2, 2, 3],
          },
        }),
        chart({
          id: 'trend-confidence-1',
          title: 'Wie zuversichtlich sind wir?',
          shape: 'lines',
          categories: sessions,
          series: { [words.before]: [2.1, 2.6, 2.9], [words.after]: [2.8, null, 3.6] },
          type: 'score',
          max: 5,
        }),
        chart({
          id: 'trend-mood',
          title: words.trendMood,
          shape: 'lines',
          categories: sessions,
          series: { [words.mean]: [3.1, 3.4, 4.2] },
          type: 'score',
          max: 5,
        }),
        chart({
          id: 'trend-scores-chart',
          title: words.mostMoved,
          shape: 'lines',
          categories: sessions,
          series: { Auftragsbestätigung: [1.2, 1.5, 1.8], 'Warten auf den Termin': [1.2, 1.2, 2.4] },
          type: 'score',
          max: 10,
        }),
        table(
          'trend-scores',
          words.trendScores,
          [
            column(words.touchpoint),
            column(words.target, 'score'),
            ...sessions.map((title) => column(title, 'score')),
          ],
          [
            ['Auftragsbestätigung', 6, 1.2, 1.5, 1.8],
            ['Warten auf den Termin', 6.5, 1.2, 1.2, 2.4],
          ],
        ),
      ]),
    ],
  }
}
