// The first slide: which workshop, when, and four figures of what came out of it.
import { counted } from '#client/results/files/office-words.ts'
import type { SectionId } from '#shared/results/report.ts'
import { colours, margin, type Part, type Slide, sizes, wide } from './deck.ts'
import { attendanceMessage, type Making } from './messages.ts'
import { chartsIn, groupsIn, sectionOf, tableIn } from './reading-report.ts'
import { fitted, linesOf } from './text-size.ts'

export function firstSlide(making: Making): Slide {
  const { report, words } = making
  const title = { width: wide, size: sizes.title, bold: true }
  const text = fitted(report.title, { ...title, lines: 3 })
  const small = { size: 18, colour: colours.dimmed, after: 6 }
  const line = (text: string) => ({
    ...small,
    text: fitted(text, { width: wide, size: small.size, lines: 2 }),
  })
  const y = 1.1 + 0.68 * linesOf(text, title)
  const figures = figuresOf(making)
  return {
    label: '',
    headline: text,
    parts: [
      {
        kind: 'text',
        box: { x: margin, y: y + 0.15, w: wide, h: 1.3 },
        paragraphs: [line(report.subtitle), line(report.asOf)],
      },
      ...(figures.length === 0
        ? [
            {
              kind: 'text' as const,
              box: { x: margin, y: 5.2, w: wide, h: 0.5 },
              paragraphs: [line(words.nothing)],
            },
          ]
        : figures.flatMap((figure, place) => figureParts(figure, place))),
    ],
    notes: [
      report.title,
      report.subtitle,
      report.asOf,
      attendanceMessage(chartsIn(sectionOf(report, 'attendance'))[0], making),
    ]
      .filter((part) => part !== null)
      .join('\n'),
  }
}

const mostFigures = 4

/** "3" over "actions decided", for whatever there is. */
function figuresOf({ report, words }: Making): { count: string; of: string }[] {
  const rowsOf = (id: SectionId, table: string) => tableIn(sectionOf(report, id), table)?.rows.length ?? 0
  const counts = [
    ['actions', rowsOf('decisions', 'decisions')],
    ['painPoints', rowsOf('pain-points', 'pain-points')],
    ['opportunities', rowsOf('opportunities', 'opportunities')],
    ['polls', groupsIn(sectionOf(report, 'polls')).length],
    ['touchpoints', rowsOf('map', 'touchpoints')],
    ['commitments', rowsOf('commitments', 'promises')],
  ] as const
  return counts
    .filter(([, count]) => count > 0)
    .slice(0, mostFigures)
    .map(([what, count]) => ({ count: String(count), of: counted(words, what, count).replace(/^\S+ /, '') }))
}

function figureParts({ count, of }: { count: string; of: string }, place: number): Part[] {
  const w = wide / mostFigures
  const x = margin + place * w
  return [
    { kind: 'rule', box: { x, y: 5.05, w: w - 0.3, h: 0.03 }, colour: colours.ink },
    {
      kind: 'text',
      box: { x, y: 5.15, w: w - 0.3, h: 1.3 },
      paragraphs: [
        { text: count, size: 36, colour: colours.accent, bold: true },
        {
          text: fitted(of, { width: w - 0.3, size: sizes.body, lines: 2 }),
          size: sizes.body,
          colour: colours.ink,
        },
      ],
    },
  ]
}
