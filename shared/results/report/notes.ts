// What was written on notes, by what it is: pain points, opportunities, and everything else.
import type { LaneKind } from '#shared/board/model.ts'
import type { MapResult, NoteResult } from '#shared/results/map-results.ts'
import type { Block } from '#shared/results/report.ts'
import { noteKindOrder, noteKindWords } from '#shared/results/words.ts'
import { column, tableFrom, textOrNull, type Writing } from './writing.ts'

type Placed = NoteResult & { map: MapResult | null }

export const painPoints = (writing: Writing): Block[] =>
  notesTable(writing, 'pain-points', writing.words.painPoints, writing.words.painPoint, ['pain-points'])
export const opportunities = (writing: Writing): Block[] =>
  notesTable(writing, 'opportunities', writing.words.opportunities, writing.words.opportunity, [
    'opportunities',
  ])
export const otherNotes = (writing: Writing): Block[] =>
  notesTable(
    writing,
    'notes',
    writing.words.otherNotes,
    writing.words.note,
    noteKindOrder.filter((kind) => kind !== 'pain-points' && kind !== 'opportunities'),
  )

function notesTable(
  { results: { maps, looseNotes }, words, language }: Writing,
  id: string,
  title: string,
  noteTitle: string,
  kinds: readonly LaneKind[],
): Block[] {
  const all: Placed[] = [
    ...maps.flatMap((map) => map.notes.map((note) => ({ ...note, map }))),
    ...looseNotes.map((note) => ({ ...note, map: null })),
  ].filter(({ text }) => text.trim() !== '')
  const notes = kinds.flatMap((kind) =>
    grouped(
      all.filter((note) => (note.kind ?? 'free') === kind),
      maps,
    ),
  )
  const some = (read: (note: Placed) => unknown) => notes.some((note) => Boolean(read(note)))
  return tableFrom<Placed>(id, title, notes, [
    column(
      words.kind,
      'text',
      ({ kind }) => (hasKind(kind) ? noteKindWords[language][kind] : null),
      kinds.length > 1 && some(({ kind }) => hasKind(kind)),
    ),
    column(noteTitle, 'text', ({ text }) => text),
    column(
      words.cluster,
      'text',
      ({ cluster }) => textOrNull(cluster),
      some(({ cluster }) => cluster),
    ),
    column(
      words.stage,
      'text',
      ({ stage }) => stage,
      some(({ stage }) => stage),
    ),
    column(
      words.department,
      'text',
      ({ department }) => department?.title ?? null,
      some(({ department }) => department),
    ),
    column(words.mapTitle, 'text', ({ map }) => map?.title ?? null, maps.length > 1),
  ])
}

const hasKind = (kind: LaneKind | null): kind is LaneKind => kind !== null && kind !== 'free'

/** What the group put together stands together, then what lies in one stage; map by map, what lies on none at the end. */
function grouped(notes: readonly Placed[], maps: readonly MapResult[]): Placed[] {
  const clusters = [...new Set(notes.map(({ cluster }) => cluster).filter((cluster) => cluster !== null))]
  const rank = ({ map, cluster, stage }: Placed): [number, number, number] => [
    place(map === null ? -1 : maps.indexOf(map)),
    place(cluster === null ? -1 : clusters.indexOf(cluster)),
    place(map ? map.stages.findIndex(({ title }) => title === stage) : -1),
  ]
  return notes.toSorted((one, other) => {
    const [a, b] = [rank(one), rank(other)]
    return a[0] - b[0] || a[1] - b[1] || a[2] - b[2]
  })
}

/** What has no place comes last. */
const place = (index: number): number => (index < 0 ? Number.MAX_SAFE_INTEGER : index)
