// Where a bar stands at what is selected, so that it lies within the board and, if at all possible, not on what it is about.

const gap = 8

/** Of what is selected, within the board; px of the screen. */
export type ScreenBox = {
  left: number
  top: number
  right: number
  bottom: number
  boardWidth: number
  boardHeight: number
}
type Size = { width: number; height: number }
type Place = { left: number; top: number }

export function barPlace(box: ScreenBox, { width, height }: Size, isBesideFirst: boolean): Place {
  const left = within(box.left, width, box.boardWidth)
  const above = { left, top: box.top - gap - height }
  const below = { left, top: box.bottom + gap }
  const top = within((box.top + box.bottom - height) / 2, height, box.boardHeight)
  const after = { left: box.right + gap, top }
  const before = { left: box.left - gap - width, top }
  const fits = (place: Place): boolean =>
    place.left >= gap &&
    place.top >= gap &&
    place.left + width + gap <= box.boardWidth &&
    place.top + height + gap <= box.boardHeight
  const wanted = isBesideFirst ? [above, after, below, before] : [above, below, after, before]
  return wanted.find(fits) ?? { left, top: within(below.top, height, box.boardHeight) }
}

/** As near to the wanted place as the board allows. */
const within = (start: number, length: number, room: number): number =>
  Math.max(gap, Math.min(start, room - gap - length))
