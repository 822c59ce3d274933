// A board as one drawing: what it shows, where each card lies in it, and which part of it a picture is cut from.
import { Box, createShapeId, type Editor } from '@tldraw/tldraw'
import { afterEach, expect, test, vi } from 'vitest'
import { drawWhole, openImage, type WholeBoard } from '#client/board/whole-board.ts'
import { openEditor } from '#tests/support/tldraw-editor.ts'

// Colours are read from a page's styles.
vi.mock('#client/board/palette.ts', () => ({
  exportPalette: () => ({ board: '#fafafa', accent: '#005fcc' }),
}))

let editor: Editor | null = null
/** An editor in Node draws nothing; what it is asked to draw is what counts. */
const getSvgString = vi.fn<Editor['getSvgString']>(async () => ({
  svg: '<svg xmlns="http://www.w3.org/2000/svg"><text>ü</text></svg>',
  width: 1,
  height: 1,
}))

/** As a browser reads a blob. */
class Reader {
  result = ''
  onload = () => {}
  readAsDataURL(blob: Blob) {
    void blob.arrayBuffer().then((bytes) => {
      this.result = `data:${blob.type};base64,${Buffer.from(bytes).toString('base64')}`
      this.onload()
    })
  }
}

function emptyBoard(): Editor {
  editor = openEditor()
  vi.stubGlobal('FileReader', Reader)
  return Object.assign(editor, { getSvgString })
}

afterEach(() => {
  editor?.dispose()
  editor = null
  vi.unstubAllGlobals()
  vi.clearAllMocks()
})

const [card, other] = [createShapeId('card'), createShapeId('other')]
const put = (on: Editor, id: typeof card, x: number, y: number) =>
  on.createShape({ id, type: 'geo', x, y, props: { w: 100, h: 50 } })

test('where nothing lies, nothing is drawn', async () => {
  expect(await drawWhole(emptyBoard())).toBeNull()
  expect(getSvgString).not.toHaveBeenCalled()
})

test('everything is in it with room around, in whole pixels, in light, and each card where it lies', async () => {
  const at = emptyBoard()
  put(at, card, 10.4, -7.3)
  put(at, other, 900.2, 300.9)
  const whole = await drawWhole(at)
  expect(whole?.region.toJson()).toEqual({ x: -14, y: -32, w: 1039, h: 407 })
  expect([...(whole?.places.keys() ?? [])].toSorted()).toEqual([card, other].toSorted())
  expect(whole?.places.get(card)).toMatchObject({ isMap: false, bounds: { x: 10.4, y: -7.3, w: 100, h: 50 } })
  const [ids, options] = getSvgString.mock.lastCall ?? []
  expect([...(ids ?? [])].map(String).toSorted()).toEqual([card, other].toSorted())
  expect(options).toMatchObject({ darkMode: false, background: true, bounds: whole?.region, padding: 0 })
})

test('what is shown of it is the same text as what is saved', async () => {
  const at = emptyBoard()
  put(at, card, 0, 0)
  const whole = await drawWhole(at)
  const [head, bytes = ''] = whole?.url.split(',') ?? []
  expect(head).toBe('data:image/svg+xml;base64')
  const text = await whole?.svg.text()
  expect(text).toContain('<text>ü</text>')
  expect(Buffer.from(bytes, 'base64').toString()).toBe(text)
})

/** A screen that notes what is drawn on it. */
function screen() {
  const canvases: { width: number; height: number }[] = []
  const context = {
    fillRect: vi.fn(),
    drawImage: vi.fn(),
    setTransform: vi.fn(),
    beginPath: vi.fn(),
    roundRect: vi.fn(),
    stroke: vi.fn(),
  }
  const images: { src: string }[] = []
  class Picture {
    src = ''
    constructor() {
      images.push(this)
    }
    decode = async () => {}
    removeAttribute() {
      this.src = ''
    }
  }
  vi.stubGlobal('Image', Picture)
  vi.stubGlobal('document', {
    createElement: () => ({
      getContext: () => context,
      toBlob(this: { width: number; height: number }, done: (blob: Blob) => void) {
        canvases.push({ width: this.width, height: this.height })
        done(new Blob([new Uint8Array(40)], { type: 'image/png' }))
      },
    }),
  })
  return { canvases, context, images }
}

/** 2,000 x 1,000 px from (-100, -50); a map of 400 x 300, and a card in the middle of the board. */
const board: WholeBoard = {
  svg: new Blob([]),
  url: 'data:,board',
  region: new Box(-100, -50, 2000, 1000),
  places: new Map([
    [card, { id: card, bounds: new Box(850, 425, 100, 50), isMap: false }],
    [other, { id: other, bounds: new Box(0, 0, 400, 300), isMap: true }],
  ]),
}

test('all of it is as large as is asked for, and never finer than twice the board', async () => {
  const { canvases, context } = screen()
  const image = await openImage(board)
  await image.png('everything', 1000)
  await image.png('everything', 9000)
  expect(canvases).toEqual([
    { width: 1000, height: 500 },
    { width: 4000, height: 2000 },
  ])
  expect(context.roundRect).not.toHaveBeenCalled()
})

test('a card is shown with what lies around it, and a line says which one it is', async () => {
  const { canvases, context } = screen()
  const image = await openImage(board)
  expect(await image.png({ around: card }, 720)).toBeInstanceOf(Blob)
  expect(canvases).toEqual([{ width: 720, height: 480 }])
  // The middle of the card, (900, 450), is the middle of 720 x 480, counted from the corner of the image.
  expect(context.drawImage.mock.lastCall?.slice(1, 5)).toEqual([640, 260, 720, 480])
  expect(context.roundRect).toHaveBeenCalledOnce()
})

test('a map is shown whole, with room around and no line', async () => {
  const { context } = screen()
  const image = await openImage(board)
  await image.png({ around: other }, 448)
  expect(context.drawImage.mock.lastCall?.slice(1, 5)).toEqual([76, 26, 448, 348])
  expect(context.roundRect).not.toHaveBeenCalled()
})

test('a card that is gone has no picture', async () => {
  const { canvases } = screen()
  const image = await openImage(board)
  expect(await image.png({ around: createShapeId('gone') })).toBeNull()
  expect(canvases).toEqual([])
})

test('closed, the browser holds it no longer', async () => {
  const { images } = screen()
  const image = await openImage(board)
  expect(images).toEqual([expect.objectContaining({ src: 'data:,board' })])
  image.close()
  expect(images).toEqual([expect.objectContaining({ src: '' })])
})
