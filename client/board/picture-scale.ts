// How many pixels a picture may have: browsers draw no larger ones, or run out of memory.

/** Every browser of today takes a canvas of this side. */
const longestSide = 16_384
/** 256 MB while it is made. */
const mostPixels = 64 * 1000 * 1000

export type PixelSize = { width: number; height: number; scale: number; isLowered: boolean }

/** 49 MB while it is made: the longer side of an A4 page at 300 dots per inch, squared. */
const usualPixels = 3508 * 3508

/** Twice as fine as on the board, less where the board is large. */
export const usualScale = ({ width, height }: { width: number; height: number }): number =>
  Math.min(2, Math.sqrt(usualPixels / (width * height)))

/** The wished scale, or the largest that is possible. */
export function pixelsAt({ width, height }: { width: number; height: number }, wished: number): PixelSize {
  const possible = Math.min(
    longestSide / width,
    longestSide / height,
    Math.sqrt(mostPixels / (width * height)),
  )
  // A little below, so that no rounding goes beyond the limit.
  const scale = wished <= possible ? wished : Math.floor(possible * 1000) / 1000
  return {
    width: Math.floor(width * scale),
    height: Math.floor(height * scale),
    scale,
    isLowered: scale < wished,
  }
}
