// A board with as many cards as a test wants, on one map, as a board file: touchpoints with scores, notes of every kind.
import { BoardFile } from '#shared/board/board-file.ts'
import { seedFromFile } from '#shared/board/seed.ts'
import { DepartmentId } from '#shared/ids.ts'

export type Say = (text: string) => string

const lanes = ['customer-actions', 'touchpoints', 'pain-points', 'opportunities', 'evidence'] as const
const texts = [
  'Wartet auf eine Antwort',
  'Sucht den Preis und findet ihn nicht',
  'Ruft an, wird weitergereicht und erklärt alles noch einmal',
  'Unterschreibt',
] as const
export const mapDepartments = ['service', 'sales', 'billing', 'it', 'tech'].map((id) =>
  DepartmentId.parse(id),
)

/** One Yjs V1 update. `better`: how much higher the actual scores are than at first, as sessions go on. */
export function largeMap({
  cards,
  say,
  better = 0,
}: {
  cards: number
  say: Say
  better?: number
}): Uint8Array {
  const stages = Math.max(4, Math.min(20, Math.ceil(cards / 25)))
  return seedFromFile(
    BoardFile.parse({
      format: 'runde-board',
      version: 1,
      title: say('Die Reise'),
      departments: mapDepartments.map((departmentId) => ({ departmentId, title: departmentId })),
      maps: [
        {
          title: say('Die Reise'),
          personas: [{ id: 'persona', name: say('Mia'), goal: say('Bald online.'), quote: say('Und nun?') }],
          stages: Array.from({ length: stages }, (_, at) => ({
            id: `stage-${at}`,
            title: say(`Phase ${at + 1}`),
            emotions: { persona: (at % 5) - 2 },
          })),
          lanes: lanes.map((kind) => ({ id: kind, kind, title: say(kind) })),
          cards: Array.from({ length: cards }, (_, at) => card(at, { stages, say, better })),
        },
      ],
      loose: [{ type: 'note', x: -400, y: 0, text: say('Später: die App') }],
    }),
    say('Die Reise'),
  )
}

function card(at: number, { stages, say, better }: { stages: number; say: Say; better: number }) {
  const lane = lanes[Math.floor(at / stages) % lanes.length] ?? 'touchpoints'
  const text = say(`${texts[at % texts.length]} (${at + 1})`)
  const common = {
    stageId: `stage-${at % stages}`,
    laneId: lane,
    departmentId: mapDepartments[at % mapDepartments.length],
  }
  if (lane !== 'touchpoints')
    return { type: 'note', ...common, text, kind: lane === 'customer-actions' ? null : lane }
  const actual = Math.min(10, Math.round((1 + (at % 60) / 10 + better) * 10) / 10)
  return { type: 'touchpoint', ...common, title: text, channel: 'phone', actual, target: 8 }
}
