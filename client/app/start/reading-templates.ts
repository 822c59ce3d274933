// Reads templates of one's own; loaded only where there are some, since it knows what a board is made of.
import { dropTemplate, keepTemplate, keptTemplates } from '#client/board/exchange/own-templates.ts'
import { problemSentence, problemTexts } from '#client/board/exchange/problem-texts.ts'
import { textsNow } from '#client/ui/texts.ts'
import { type BoardFile, countElements, maxBoardFileBytes } from '#shared/board/board-file.ts'
import { readAny } from '#shared/board/import/read-any.ts'
import { noWish } from '#shared/board/import/read-table.ts'
import { maxElements } from '#shared/board/page-limit.ts'
import type { OwnTemplate } from './use-own-templates.ts'

export type ReadTemplate =
  | { ok: true; own: OwnTemplate }
  /** A sentence, where the file itself is wrong. */
  | { ok: false; problem: string }
  | { ok: false; problem: null; why: 'table' | 'tooLarge' | 'tooMany'; count: number; limit: number }

export const keptOnes = async (): Promise<OwnTemplate[]> =>
  (await keptTemplates()).map((file) => ownOf(file, true))

export async function readTemplate(given: File): Promise<ReadTemplate> {
  const refuse = (why: 'table' | 'tooLarge' | 'tooMany', count: number, limit: number): ReadTemplate => ({
    ok: false,
    problem: null,
    why,
    count,
    limit,
  })
  if (given.size > maxBoardFileBytes) return refuse('tooLarge', 0, maxBoardFileBytes / 1024 / 1024)
  const reading = readAny(new Uint8Array(await given.arrayBuffer()), noWish)
  if (reading.kind === 'problem')
    return { ok: false, problem: problemSentence(textsNow(problemTexts), reading.problem) }
  if (reading.kind === 'table') return refuse('table', 0, 0)
  const elements = countElements(reading.file)
  if (elements > maxElements) return refuse('tooMany', elements, maxElements)
  return { ok: true, own: ownOf(reading.file, false) }
}

export const forget = (file: BoardFile): Promise<void> => dropTemplate(file.title)

export async function keepAgain(file: BoardFile): Promise<OwnTemplate> {
  await keepTemplate(file, Date.now())
  return ownOf(file, true)
}

/** Its first map stands for it. */
function ownOf(file: BoardFile, isKept: boolean): OwnTemplate {
  const [map] = file.maps
  const place = (id: string | null) => file.departments.findIndex(({ departmentId }) => departmentId === id)
  const [persona] = map?.personas ?? []
  const stages = map?.stages ?? []
  const sketch = stages.map((stage) => ({
    emotion: persona ? (stage.emotions[persona.id] ?? null) : stage.emotion,
    cards: (map?.cards ?? []).flatMap((card) =>
      card.type === 'touchpoint' && card.stageId === stage.id ? [place(card.departmentId)] : [],
    ),
  }))
  return { file, sketch, stages: stages.length, isKept }
}
