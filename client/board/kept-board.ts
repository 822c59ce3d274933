// The drawing of a board as it is, made once for all files: each takes its pictures from it.
import { type BoardContents, openDrawing } from '#client/board/draw-board.ts'
import { type BoardImage, openImage, type WholeBoard } from '#client/board/whole-board.ts'
import { currentLanguage } from '#client/ui/texts.ts'
import type { Language } from '#shared/language.ts'

type Kept = { contents: BoardContents; language: Language; board: Promise<WholeBoard | null> }

/** As long as its state is held by somebody: an SVG each, of a thousand bytes a card. */
const kept = new WeakMap<BoardContents['update'], Kept>()

/** Light. Null when nothing lies on it. */
export function keptBoard(contents: BoardContents): Promise<WholeBoard | null> {
  const language = contents.language ?? currentLanguage()
  const known = kept.get(contents.update)
  if (known && known.language === language && isSame(known.contents, contents)) return known.board
  const board = draw(contents)
  kept.set(contents.update, { contents, language, board })
  board.catch(() => kept.delete(contents.update)) // told to whoever asked; the next one tries again
  return board
}

/** One file often follows the other, and reading an SVG leaves tens of MB that nobody has cleared up yet. */
const quietMs = 5000

type Opened = {
  image: Promise<BoardImage>
  users: number
  closing: ReturnType<typeof setTimeout> | undefined
}
const opened = new Map<WholeBoard, Opened>()

/** For PNGs of it and of its parts; close it. Null when nothing lies on it. */
export async function openKeptBoard(contents: BoardContents): Promise<BoardImage | null> {
  const board = await keptBoard(contents)
  if (!board) return null
  const shared = opened.get(board) ?? { image: openImage(board), users: 0, closing: undefined }
  opened.set(board, shared)
  shared.users++
  clearTimeout(shared.closing)
  const leave = () => {
    shared.users--
    if (shared.users === 0) shared.closing = setTimeout(() => letGo(board, shared), quietMs)
  }
  const image = await shared.image.catch((error: unknown) => {
    opened.delete(board) // the next one tries again
    throw error
  })
  return { png: image.png, close: once(leave) }
}

function letGo(board: WholeBoard, { image }: Opened): void {
  opened.delete(board)
  void image.then((each) => each.close())
}

function once(action: () => void): () => void {
  let isDone = false
  return () => {
    if (!isDone) action()
    isDone = true
  }
}

const isSame = (one: BoardContents, other: BoardContents) =>
  one.departments === other.departments &&
  one.authorOf === other.authorOf &&
  one.images.workshopId === other.images.workshopId &&
  one.images.role === other.images.role

async function draw(contents: BoardContents): Promise<WholeBoard | null> {
  const drawing = openDrawing(contents)
  try {
    return await drawing.whole()
  } finally {
    drawing.close()
  }
}
