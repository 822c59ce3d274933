// Pictures of the board for the page: one board is opened for all of them, and each is drawn once.
import type { BoardDrawing } from '#client/board/draw-board.ts'
import type { ShapeId } from '#shared/ids.ts'

/** All of it, or the part around a card. */
export type PictureOf = 'board' | ShapeId
export type ColorScheme = 'light' | 'dark'
export type BoardPicture = { url: string; width: number; height: number }

/** `nothing` lies there; null: all was closed before it was this one's turn. */
export type Drawn = BoardPicture | 'nothing' | null

export type BoardPictures = {
  draw(of: PictureOf, colorScheme: ColorScheme): Promise<Drawn>
  /** One that has been drawn before. */
  known(of: PictureOf, colorScheme: ColorScheme): BoardPicture | null
  close(): void
}

/** An open board works at every frame: it is closed when nobody has asked for so many milliseconds. */
const quietMs = 2000

/** Null when nothing lies on it. */
type DrawWhole = () => Promise<BoardPicture | null>

/** `whole`: all of the board in light, which the files take their pictures from, too. */
export function boardPictures(open: () => Promise<BoardDrawing>, whole: DrawWhole): BoardPictures {
  const asked = new Map<string, Promise<Drawn>>()
  const drawn = new Map<string, BoardPicture>()
  const made: string[] = []
  let board: Promise<BoardDrawing> | null = null
  let closing: ReturnType<typeof setTimeout> | undefined
  let waiting = 0
  let isGone = false
  // A drawing does one thing after the other; a picture that failed does not hold up the next.
  let last: Promise<unknown> = Promise.resolve()

  const closeBoard = () => {
    clearTimeout(closing)
    board?.then(
      (opened) => opened.close(),
      () => {}, // told to whoever asked for a picture
    )
    board = null
  }

  async function drawPart(of: PictureOf, colorScheme: ColorScheme): Promise<BoardPicture | null> {
    board ??= open()
    const extent = of === 'board' ? 'everything' : { around: of }
    const picture = await (await board).draw({ type: 'svg', colorScheme }, extent)
    if (!picture || isGone) return null
    const url = URL.createObjectURL(picture.blob)
    made.push(url)
    return { url, width: picture.width, height: picture.height }
  }

  async function make(key: string, of: PictureOf, colorScheme: ColorScheme): Promise<Drawn> {
    clearTimeout(closing)
    try {
      if (isGone) return null
      const picture = await (of === 'board' && colorScheme === 'light' ? whole() : drawPart(of, colorScheme))
      if (isGone) return null
      if (!picture) return 'nothing'
      drawn.set(key, picture)
      return picture
    } finally {
      waiting -= 1
      if (waiting === 0) closing = setTimeout(closeBoard, quietMs)
    }
  }

  return {
    draw(of, colorScheme) {
      const key = keyOf(of, colorScheme)
      const known = asked.get(key)
      if (known !== undefined) return known
      waiting += 1
      const made = last.then(() => make(key, of, colorScheme))
      last = made.catch(() => asked.delete(key)) // whoever asks again has another try
      asked.set(key, made)
      return made
    },
    known: (of, colorScheme) => drawn.get(keyOf(of, colorScheme)) ?? null,
    close() {
      isGone = true
      closeBoard()
      for (const url of made) URL.revokeObjectURL(url)
      drawn.clear()
    },
  }
}

const keyOf = (of: PictureOf, colorScheme: ColorScheme) => `${colorScheme} ${of}`
