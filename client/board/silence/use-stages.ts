// The stages of all maps, live, each with the lane in which notes of a kind belong.
import { useEffect, useState } from 'react'
import type * as Y from 'yjs'
import { laneFor } from '#shared/board/lane-for.ts'
import { readBoard } from '#shared/board/read-board.ts'
import type { NoteKind } from '#shared/board/shapes.ts'

export type StageOption = { id: string; title: string; laneFor: (kind: NoteKind | null) => string | null }

export function useStages(doc: Y.Doc): readonly StageOption[] {
  const [stages, setStages] = useState(() => stagesOf(doc))
  useEffect(() => {
    let frame = 0
    const schedule = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => setStages(stagesOf(doc)))
    }
    doc.on('update', schedule)
    return () => {
      cancelAnimationFrame(frame)
      doc.off('update', schedule)
    }
  }, [doc])
  return stages
}

const stagesOf = (doc: Y.Doc): StageOption[] =>
  readBoard(doc).maps.flatMap((map) =>
    map.stages.map(({ id, title }) => ({
      id,
      title,
      laneFor: (kind: NoteKind | null) => laneFor(map.lanes, kind ?? 'note') ?? null,
    })),
  )
