// One picture of the board, as far as it is; and the one board of the page that all are drawn from.
import { createContext, useContext, useEffect, useMemo, useState } from 'react'
import { useLanguage } from '#client/ui/language.ts'
import type { Results } from '#shared/results/results.ts'
import {
  type BoardPicture,
  type BoardPictures,
  boardPictures,
  type ColorScheme,
  type PictureOf,
} from './board-pictures.ts'
import type { Seat } from './early-answers.ts'

export type BoardContents = {
  /** The whole board as one Yjs V1 update. */
  update: Uint8Array
  departments: readonly { departmentId: string; title: string }[]
  /** Whose images lie on it, and as whom they are fetched. */
  images: Seat
}

/** The same for as long as nothing in them has changed, so that pictures are drawn again only of another board. */
export function useBoardContents(
  update: Uint8Array,
  { departments }: Results['workshop'],
  { workshopId, role }: Seat,
): BoardContents {
  const named = departments.map(({ departmentId, title }) => ({ departmentId: departmentId ?? '', title }))
  // biome-ignore lint/correctness/useExhaustiveDependencies: departments are compared by what they say
  return useMemo(
    () => ({ update, departments: named, images: { workshopId, role } }),
    [update, JSON.stringify(named), workshopId, role],
  )
}

/** Null until the board may be drawn, and where it is not shown. */
export const PicturesOfBoard = createContext<BoardPictures | null>(null)

/** Kept for as long as board and language stay the same: there are words of ours in a picture. */
export function useBoardPictures(contents: BoardContents | null): BoardPictures | null {
  const language = useLanguage()
  const [pictures, setPictures] = useState<BoardPictures | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: as said above
  useEffect(() => {
    if (!contents) return setPictures(null)
    const made = boardPictures(
      async () => (await import('#client/board/draw-board.ts')).openDrawing(contents),
      async () => {
        const whole = await (await import('#client/board/kept-board.ts')).keptBoard(contents)
        return whole && { url: whole.url, width: whole.region.w, height: whole.region.h }
      },
    )
    setPictures(made)
    return () => made.close()
  }, [contents, language])
  return pictures
}

export type Shown = BoardPicture | 'drawing' | 'nothing' | 'failed'

export function useBoardPicture(of: PictureOf, colorScheme: ColorScheme): Shown {
  const pictures = useContext(PicturesOfBoard)
  const [shown, setShown] = useState<Shown>(() => pictures?.known(of, colorScheme) ?? 'drawing')
  useEffect(() => {
    if (!pictures) return
    let isGone = false
    pictures.draw(of, colorScheme).then(
      (picture) => {
        if (!isGone && picture) setShown(picture)
      },
      (error: unknown) => {
        if (!isGone) setShown('failed')
        throw error // a bug of ours: the browser's console keeps it, and the rest of the report stays
      },
    )
    return () => {
      isGone = true
    }
  }, [pictures, of, colorScheme])
  return shown
}
