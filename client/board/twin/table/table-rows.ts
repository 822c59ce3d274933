// The rows of the table: a touchpoint each, grouped by stage; a stage without any has a row of its own.
import { useMemo, useRef } from 'react'
import type { GridRow } from '#client/board/twin/table/grid-keys.ts'
import type { TwinMap } from '#client/board/twin/twin-maps.ts'
import { mainEmotion } from '#shared/board/map-parts.ts'
import { type NoteKind, noteKinds, type StageShape, type TouchpointShape } from '#shared/board/shapes.ts'

export type TableRow = GridRow & {
  stage: StageShape
  card: TouchpointShape | null
  /** Of its stage. */
  isFirst: boolean
  /** Of the map's first persona, or of a map without any. */
  emotion: number | null
  counts: Readonly<Record<NoteKind, number>>
}

function tableRows(map: TwinMap): TableRow[] {
  return map.stages.flatMap((stage): TableRow[] => {
    const notes = map.notesOf(stage.id)
    const counted = noteKinds.map((kind) => [kind, notes.filter((each) => each.kind === kind).length])
    const counts: TableRow['counts'] = Object.fromEntries(counted)
    const emotion = mainEmotion(stage.props, stage.meta, map.personas)
    const shared = { stage, stageId: stage.id, emotion, counts }
    const cards = map.touchpointsOf(stage.id)
    if (cards.length === 0) return [{ ...shared, id: stage.id, card: null, isCard: false, isFirst: true }]
    return cards.map((card, at) => ({ ...shared, id: card.id, card, isCard: true, isFirst: at === 0 }))
  })
}

/** A row that says the same as before is the same object: it is not drawn again. */
export function useTableRows(map: TwinMap): readonly TableRow[] {
  const known = useRef(new Map<string, TableRow>())
  return useMemo(() => {
    const rows = tableRows(map).map((row) => {
      const before = known.current.get(row.id)
      return before && isSameRow(before, row) ? before : row
    })
    known.current = new Map(rows.map((row) => [row.id, row]))
    return rows
  }, [map])
}

const isSameRow = (one: TableRow, other: TableRow): boolean =>
  one.card === other.card &&
  one.stage === other.stage &&
  one.isFirst === other.isFirst &&
  one.emotion === other.emotion &&
  noteKinds.every((kind) => one.counts[kind] === other.counts[kind])
