// Which part of the board is shown around a card: enough to see where it stands, never beyond what there is.
export type Region = { x: number; y: number; w: number; h: number }

/** Three columns and as many rows of cards, px at 100 %. */
const usual = { w: 720, h: 480 }
/** Left free around a card that is larger than that. */
const margin = 96

/** The card in the middle, or near the edge where `page` ends there. */
export function regionAround(card: Region, page: Region): Region {
  const [x, w] = spanAround({ from: card.x, length: card.w }, { from: page.x, length: page.w }, usual.w)
  const [y, h] = spanAround({ from: card.y, length: card.h }, { from: page.y, length: page.h }, usual.h)
  return { x, y, w, h }
}

type Span = { from: number; length: number }

function spanAround(card: Span, page: Span, usual: number): [from: number, length: number] {
  const length = Math.min(Math.max(usual, card.length + 2 * margin), page.length)
  const centred = card.from + card.length / 2 - length / 2
  const last = page.from + page.length - length
  return [Math.min(Math.max(centred, page.from), last), length]
}

// Around the card rather than on it, so that nothing of it is covered.
const frame = { gap: 6, width: 4, radius: 12 }

/** The picture of an SVG whose units are those of the board, with a line around what it is about. */
export function withFrame(svg: string, card: Region, color: string): string {
  const { x, y, w, h } = frameAround(card)
  const place = `x="${x}" y="${y}" width="${w}" height="${h}" rx="${frame.radius}"`
  return beforeEnd(svg, `<rect ${place} fill="none" stroke="${color}" stroke-width="${frame.width}"/>`)
}

/** The same on a canvas in the units of the board; `card` from where the canvas begins. */
export function drawFrame(context: CanvasRenderingContext2D, card: Region, color: string): void {
  const { x, y, w, h } = frameAround(card)
  Object.assign(context, { strokeStyle: color, lineWidth: frame.width })
  context.beginPath()
  context.roundRect(x, y, w, h, frame.radius)
  context.stroke()
}

const frameAround = ({ x, y, w, h }: Region): Region => ({
  x: x - frame.gap,
  y: y - frame.gap,
  w: w + 2 * frame.gap,
  h: h + 2 * frame.gap,
})

/** With one more part at its end, which therefore lies on top. */
export const beforeEnd = (svg: string, part: string): string =>
  svg.replace(/<\/svg>\s*$/, () => `${part}</svg>`)
