// A map as CSV, as spreadsheet programs open it and as the import reads it back: one row for each card.
import type { FileCard, FileMap, FileNote } from '#shared/board/board-file.ts'
import { laneKindOf } from '#shared/board/import/cell-words.ts'
import { oneLine, plainWord, printable } from '#shared/board/import/plain-words.ts'
import type { Departments } from '#shared/board/import/read-row.ts'
import { type ImportField, importFields, tableWords } from '#shared/board/import/table-words.ts'
import { csvText } from '#shared/csv-text.ts'
import type { Language } from '#shared/language.ts'

type Row = Partial<Record<ImportField, string | number | null>>
type Options = { language: Language; departments: Departments }

/** Personas have no column; their main curve is the map's. */
export function writeTable(map: FileMap, { language, departments }: Options): string {
  const headings = importFields.map((field) => tableWords.headings[field][language])
  const lines = rowsOf(map, { language, departments }).map((row) => importFields.map((field) => row[field]))
  return csvText([headings, ...lines], language)
}

function rowsOf(map: FileMap, { language, departments }: Options): Row[] {
  const stages = titled(map.stages, tableWords.headings.stage[language])
  const lanes = titled(map.lanes, tableWords.headings.lane[language])
  const emotionLane = map.lanes.find(({ kind }) => kind === 'emotion')
  const department = (id: string | null) =>
    departments.find(({ departmentId }) => departmentId === id)?.title ?? id
  const rows = map.stages.flatMap((stage) => {
    const title = stages.get(stage.id) ?? ''
    const emotion = mainEmotion(stage, map)
    const here = map.lanes.flatMap((lane): Row[] => {
      const cards = map.cards.filter((card) => card.stageId === stage.id && card.laneId === lane.id)
      const place = { stage: title, lane: lanes.get(lane.id) ?? '' }
      const point: Row[] = lane === emotionLane && emotion !== null ? [{ ...place, emotion }] : []
      const words = { language, department }
      return [
        ...point,
        ...cards.flatMap((card) => cardRows(card, words).map((row) => ({ ...row, ...place }))),
      ]
    })
    return here.length > 0 ? here : [{ stage: title }]
  })
  return [...outline(map, rows, lanes, language), ...rows]
}

/** Rows that name the lanes alone, where the rows of cards would not make the same lanes in the same order. */
function outline(
  { lanes }: FileMap,
  rows: readonly Row[],
  titles: ReadonlyMap<string, string>,
  language: Language,
): Row[] {
  const named = [...new Set(rows.flatMap(({ lane }) => lane ?? []))]
  const isSame = lanes.every(({ id, kind }, at) => {
    const title = titles.get(id) ?? ''
    return named[at] === title && laneKindOf(title) === kind
  })
  if (isSame) return []
  return lanes.map(({ id, kind }) => ({ lane: titles.get(id) ?? '', kind: tableWords.kinds[kind][language] }))
}

type CardWords = { language: Language; department: (id: string | null) => string | null }

function cardRows(card: FileCard, { language, department }: CardWords): Row[] {
  const note = ({ text, kind, departmentId }: FileNote): Row => ({
    note: text,
    kind: tableWords.kinds[kind ?? 'free'][language],
    department: department(departmentId),
  })
  if (card.type === 'note') return card.text.trim() === '' ? [] : [note(card)]
  if (card.type === 'cluster') {
    const group = oneLine(card.title) || tableWords.headings.group[language]
    const notes = card.notes.filter(({ text }) => text.trim() !== '')
    return notes.length === 0 ? [{ group }] : notes.map((each) => ({ ...note(each), group }))
  }
  return [
    {
      title: printable(card.title) || `(${tableWords.kinds.touchpoints[language]})`,
      channel: tableWords.channels[card.channel][language],
      department: department(card.departmentId),
      actual: card.actual,
      target: card.target,
      note: card.notes,
      moment: card.momentOfTruth ? tableWords.answers.yes[language] : '',
      state: tableWords.states[card.state][language],
      kind: tableWords.kinds.touchpoints[language],
    },
  ]
}

/** The first persona's curve; that of a map without personas. */
const mainEmotion = (
  { emotion, emotions }: FileMap['stages'][number],
  { personas: [first] }: FileMap,
): number | null => (first ? (emotions[first.id] ?? null) : emotion)

/** Titles by id: one without a title gets `name` and its number, one that would be read as another a number. */
function titled(parts: readonly { id: string; title: string }[], name: string): Map<string, string> {
  const taken = new Set<string>()
  const key = (title: string) => plainWord(title) || title
  return new Map(
    parts.map(({ id, title }, at) => {
      const wished = oneLine(title) || `${name} ${at + 1}`
      let free = wished
      for (let number = 2; taken.has(key(free)); number++) free = `${wished} (${number})`
      taken.add(key(free))
      return [id, free]
    }),
  )
}
