// The board that all files take their pictures from: drawn once, read once, and let go when nobody has asked for a while.
import { Box } from '@tldraw/tldraw'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { BoardContents } from '#client/board/draw-board.ts'
import { keptBoard, openKeptBoard } from '#client/board/kept-board.ts'
import type { WholeBoard } from '#client/board/whole-board.ts'
import { WorkshopId } from '#shared/ids.ts'

// Drawing needs a screen. What counts here is how often it is asked for.
const drawing = vi.hoisted(() => ({
  whole: vi.fn<() => Promise<WholeBoard | null>>(),
  close: vi.fn(),
  openImage: vi.fn(),
  closeImage: vi.fn(),
}))
vi.mock('#client/board/draw-board.ts', () => ({
  openDrawing: () => ({ whole: drawing.whole, close: drawing.close }),
}))
vi.mock('#client/board/whole-board.ts', () => ({ openImage: drawing.openImage }))

const whole = (): WholeBoard => ({
  svg: new Blob(['<svg/>']),
  url: 'data:,svg',
  region: new Box(0, 0, 30, 20),
  places: new Map(),
})

beforeEach(() => {
  vi.useFakeTimers()
  drawing.whole.mockImplementation(async () => whole())
  drawing.openImage.mockImplementation(async () => ({
    png: async () => new Blob(['png']),
    close: drawing.closeImage,
  }))
})
afterEach(async () => {
  await vi.runAllTimersAsync() // nothing stays open for the next test
  vi.clearAllMocks()
  vi.useRealTimers()
})

const images = { workshopId: WorkshopId.parse('abcdefgh1234'), role: 'observer' } as const
/** A state of its own each time, as after a change. */
const contents = (more: Partial<BoardContents> = {}): BoardContents => ({
  update: Uint8Array.of(0, 0),
  departments: [],
  images,
  language: 'en',
  ...more,
})

test('one state is drawn once, however often it is asked for, and the drawing is closed', async () => {
  const board = contents()
  const [one, other] = await Promise.all([keptBoard(board), keptBoard({ ...board })])
  expect(one).toBe(other)
  expect(await keptBoard(board)).toBe(one)
  expect(drawing.whole).toHaveBeenCalledOnce()
  expect(drawing.close).toHaveBeenCalledOnce()
})

test.each<[string, Partial<BoardContents>]>([
  ['another state', { update: Uint8Array.of(0, 0) }],
  ['another language', { language: 'de' }],
  ['departments of other names', { departments: [{ departmentId: 'service', title: 'Service' }] }],
  ['authors', { authorOf: () => ({ name: 'Mara', departmentId: null }) }],
  ['what another seat may fetch', { images: { ...images, role: 'facilitator' } }],
])('%s is drawn anew', async (_, other) => {
  const board = contents()
  await keptBoard(board)
  await keptBoard({ ...board, ...other })
  expect(drawing.whole).toHaveBeenCalledTimes(2)
})

test('one that could not be drawn says so, is closed, and is tried again', async () => {
  const board = contents()
  drawing.whole.mockRejectedValueOnce(new Error('It cannot be drawn.'))
  await expect(keptBoard(board)).rejects.toThrow('It cannot be drawn.')
  expect(drawing.close).toHaveBeenCalledOnce()
  expect(await keptBoard(board)).not.toBeNull()
})

test('where nothing lies, nothing is read', async () => {
  drawing.whole.mockResolvedValueOnce(null)
  expect(await openKeptBoard(contents())).toBeNull()
  expect(drawing.openImage).not.toHaveBeenCalled()
})

test('two at once read it once, and it goes only when it has been quiet after the last of them', async () => {
  const board = contents()
  const [one, other] = await Promise.all([openKeptBoard(board), openKeptBoard(board)])
  expect(drawing.openImage).toHaveBeenCalledOnce()
  one?.close()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(drawing.closeImage).not.toHaveBeenCalled()
  other?.close()
  await vi.advanceTimersByTimeAsync(1000)
  expect(drawing.closeImage).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(drawing.closeImage).toHaveBeenCalledOnce()
})

test('whoever comes while it is still there takes the same one, and it stays for them', async () => {
  const board = contents()
  const first = await openKeptBoard(board)
  first?.close()
  await vi.advanceTimersByTimeAsync(1000)
  const second = await openKeptBoard(board)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(drawing.openImage).toHaveBeenCalledOnce()
  expect(drawing.closeImage).not.toHaveBeenCalled()
  expect(await (await second?.png('everything'))?.text()).toBe('png')
  second?.close()
})

test('whoever closes twice does not close for somebody else', async () => {
  const board = contents()
  const [one, other] = [await openKeptBoard(board), await openKeptBoard(board)]
  one?.close()
  one?.close()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(drawing.closeImage).not.toHaveBeenCalled()
  other?.close()
})

test('one that could not be read says so, and is tried again', async () => {
  const board = contents()
  drawing.openImage.mockRejectedValueOnce(new Error('It cannot be read.'))
  await expect(openKeptBoard(board)).rejects.toThrow('It cannot be read.')
  const image = await openKeptBoard(board)
  expect(image).not.toBeNull()
  expect(drawing.whole).toHaveBeenCalledOnce()
  image?.close()
})
