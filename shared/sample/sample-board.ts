// The sample workshop's board as a board file: what `POST /api/workshops` takes to begin with.
import { BoardFile } from '#shared/board/board-file.ts'
import type { Language } from '#shared/language.ts'
import { sample, sampleTemplateId } from '#shared/sample/sample.ts'

type Note = (typeof sample.map.notes)[number]

/** What nobody has checked yet is written by its author while the workshop runs. */
export const isWrittenLater = ({ state }: Note): boolean => state === 'assumption'

export function sampleBoard(language: Language): BoardFile {
  const { title, persona, departments, map, evidence } = sample
  const emotionOf = new Map(map.emotionCurve.map(({ stageId, value }) => [stageId, value]))
  const customerLane = map.lanes.find(({ kind }) => kind === 'evidence')
  const stageOf = new Map(map.touchpoints.map(({ id, stageId }) => [id, stageId]))
  return BoardFile.parse({
    format: 'runde-board',
    version: 1,
    title: title[language],
    language,
    templateId: sampleTemplateId,
    departments: departments.map(({ id, title: name }) => ({ departmentId: id, title: name[language] })),
    maps: [
      {
        title: title[language],
        personas: [
          {
            id: 'persona',
            name: persona.name[language],
            goal: persona.goal[language],
            quote: persona.quote[language],
          },
        ],
        stages: map.stages.map(({ id, title: name }) => ({
          id,
          title: name[language],
          emotions: { persona: emotionOf.get(id) ?? 0 },
        })),
        lanes: map.lanes.map(({ id, kind, title: name }) => ({ id, kind, title: name[language] })),
        cards: [
          ...map.touchpoints.map(({ stageId, laneId, experience, ...card }) => ({
            type: 'touchpoint',
            stageId,
            laneId,
            title: card.title[language],
            channel: card.channel,
            departmentId: card.departmentId,
            actual: card.actual,
            target: card.target,
            momentOfTruth: card.momentOfTruth,
            state: card.actual === null ? 'assumption' : 'evidence',
            notes: experience?.[language] ?? '',
          })),
          ...map.notes
            .filter((note) => !isWrittenLater(note))
            .map(({ stageId, laneId, departmentId, text }) => ({
              type: 'note',
              stageId,
              laneId,
              text: text[language],
              kind: noteKindOf(laneId),
              departmentId: departmentId ?? null,
            })),
          ...(customerLane === undefined
            ? []
            : evidence.map(({ touchpointId, text, title: metric }) => ({
                type: 'note',
                stageId: stageOf.get(touchpointId) ?? null,
                laneId: customerLane.id,
                text: metric ? metric[language] : `„${text}“`,
                kind: 'evidence',
              }))),
        ],
      },
    ],
  })
}

function noteKindOf(laneId: string): string | null {
  const kind = sample.map.lanes.find(({ id }) => id === laneId)?.kind
  return kind === 'pain-points' || kind === 'opportunities' || kind === 'evidence' ? kind : null
}
