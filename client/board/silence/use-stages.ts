// The stages of all maps, live, each with the lane in which notes of a kind belong.
import { useEffect, useState } from 'react'
import type * as Y from 'yjs'
import type { BoardMap } from '#shared/board/model.ts'
import { readBoard } from '#shared/board/read-board.ts'
import { type NoteKind, noteKinds } from '#shared/board/shapes.ts'

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
    map.stages.map(({ id, title }) => ({ id, title, laneFor: (kind: NoteKind | null) => laneIn(map, kind) })),
  )

function laneIn({ lanes }: BoardMap, kind: NoteKind | null): string | null {
  const forNotes = lanes.filter((lane) => lane.kind !== 'emotion' && lane.kind !== 'touchpoints')
  const own = forNotes.find((lane) => lane.kind === (kind ?? 'free'))
  const open = forNotes.find((lane) => kind === null || !noteKinds.some((each) => each === lane.kind))
  return (own ?? open ?? forNotes[0])?.id ?? null
}
