// Makes the file that somebody takes along: a picture, a table or a file of ours, of the board or of a part of it.
import { useEffect, useState } from 'react'
import type { BoardDrawing, SeenAs } from '#client/board/draw-board.ts'
import { boardFileFor } from '#client/board/exchange/board-file-for.ts'
import type { AboutWorkshop } from '#client/board/exchange/Exchange.tsx'
import type { Extent } from '#client/board/export-board.ts'
import type { ImageSeat } from '#client/board/images/upload-image.ts'
import type { BoardFile } from '#shared/board/board-file.ts'
import type { Departments } from '#shared/board/import/read-row.ts'
import { writeTable } from '#shared/board/import/write-table.ts'
import type { OwnShape } from '#shared/board/shapes.ts'
import type { Language } from '#shared/language.ts'

export type ExportedBoard = {
  /** The workshop's. */
  title: string
  about: AboutWorkshop
  departments: Departments
  /** Whose images lie on it, and as whom they are fetched. */
  images: ImageSeat
  /** All of ours on the board at this moment. */
  shapes: () => readonly OwnShape[]
  /** The whole state at this moment, as a Yjs V1 update. */
  update: () => Uint8Array
  /** What is selected on the canvas; empty where nothing is, or in the list. */
  selected: () => readonly string[]
  /** As the person's own view shows it. */
  seenAs?: () => SeenAs
}

export const exportFormats = ['png', 'svg', 'csv', 'json'] as const
export type ExportFormat = (typeof exportFormats)[number]
/** 'everything', 'selection' or the id of a map. */
export type ExportWhat = string

export const extentOf = (what: ExportWhat, board: ExportedBoard): Extent =>
  what === 'everything' ? 'everything' : what === 'selection' ? board.selected() : [what]

/** The board's drawing, for as long as the dialog is open; null until it is there. */
export function useDrawing(board: ExportedBoard): BoardDrawing | null {
  const [drawing, setDrawing] = useState<BoardDrawing | null>(null)
  const [failure, setFailure] = useState<{ error: unknown } | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: one drawing for each opening of the dialog; it follows the board when a file is made.
  useEffect(() => {
    let isGone = false
    let made: BoardDrawing | null = null
    import('#client/board/draw-board.ts').then(
      ({ openDrawing }) => {
        if (isGone) return
        made = openDrawing(
          { update: board.update(), departments: board.departments, images: board.images },
          board.seenAs?.(),
        )
        setDrawing(made)
      },
      (error: unknown) => setFailure({ error }),
    )
    return () => {
      isGone = true
      made?.close()
    }
  }, [])
  if (failure) throw failure.error
  return drawing
}

/** One map, or all of them with what lies beside them. */
export function fileOfBoard({ shapes, about, departments }: ExportedBoard, what: ExportWhat): BoardFile {
  const mapId = what === 'everything' || what === 'selection' ? null : what
  const keep = { notes: true, actuals: true }
  return boardFileFor({ format: 'runde-board', shapes: shapes(), about, departments }, { keep, mapId })
}

export const jsonBlob = (file: BoardFile): Blob =>
  new Blob([`${JSON.stringify(file, null, 2)}\n`], { type: 'application/json' })

/** Null when there is no such map. */
export function tableBlob(board: ExportedBoard, mapId: string, language: Language): Blob | null {
  const [map] = fileOfBoard(board, mapId).maps
  return map
    ? new Blob([writeTable(map, { language, departments: board.departments })], { type: 'text/csv' })
    : null
}
