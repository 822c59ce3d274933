// The pictures of the report page: one board for all of them, one after the other, each drawn once, and closed when it is quiet.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { BoardDrawing } from '#client/board/draw-board.ts'
import { boardPictures } from '#client/results/board-pictures.ts'
import { ShapeId } from '#shared/ids.ts'

const card = (number: number) => ShapeId.parse(`shape:card${number}`)

/** Boards that note what happens to them; the picture around `card(9)` fails, on `card(8)` lies nothing. */
function boards() {
  const happened: string[] = []
  let drawing = 0
  const open = async (): Promise<BoardDrawing> => {
    happened.push('open')
    return {
      size: () => null,
      whole: async () => null,
      follow: () => {},
      close: () => void happened.push('close'),
      async draw({ colorScheme }, extent) {
        const of = typeof extent === 'object' && 'around' in extent ? extent.around : String(extent)
        expect(drawing).toBe(0)
        drawing += 1
        await Promise.resolve()
        drawing -= 1
        happened.push(`${colorScheme} ${of}`)
        if (of === card(9)) throw new Error('It cannot be drawn.')
        return of === card(8) ? null : { blob: new Blob([of]), width: 3, height: 2 }
      },
    }
  }
  const whole = async () => {
    happened.push('whole')
    return { url: 'data:,whole', width: 30, height: 20 }
  }
  return { open, whole, happened }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('all of the board in light is drawn once for the page and its files; in dark, as its parts are', async () => {
  const { open, whole, happened } = boards()
  const pictures = boardPictures(open, whole)
  expect(await pictures.draw('board', 'light')).toMatchObject({ width: 30, height: 20 })
  expect(happened).toEqual(['whole'])
  expect(await pictures.draw('board', 'dark')).toMatchObject({ width: 3, height: 2 })
  expect(happened).toEqual(['whole', 'open', 'dark everything'])
  pictures.close()
})

test('one board is opened for all pictures, and they are drawn one after the other', async () => {
  const { open, whole, happened } = boards()
  const pictures = boardPictures(open, whole)
  await Promise.all([
    pictures.draw('board', 'dark'),
    pictures.draw(card(1), 'light'),
    pictures.draw(card(2), 'light'),
  ])
  expect(happened).toEqual(['open', 'dark everything', `light ${card(1)}`, `light ${card(2)}`])
  pictures.close()
})

test('a picture is drawn once for each scheme, and known from then on', async () => {
  const { open, whole, happened } = boards()
  const pictures = boardPictures(open, whole)
  expect(pictures.known(card(1), 'light')).toBeNull()
  const first = await pictures.draw(card(1), 'light')
  expect(await pictures.draw(card(1), 'light')).toBe(first)
  expect(pictures.known(card(1), 'light')).toBe(first)
  expect(pictures.known(card(1), 'dark')).toBeNull()
  await pictures.draw(card(1), 'dark')
  expect(happened).toEqual(['open', `light ${card(1)}`, `dark ${card(1)}`])
  pictures.close()
})

test('one that fails does not hold up the next, and can be asked for again', async () => {
  const { open, whole, happened } = boards()
  const pictures = boardPictures(open, whole)
  const failing = pictures.draw(card(9), 'light')
  const next = pictures.draw(card(1), 'light')
  await expect(failing).rejects.toThrow('It cannot be drawn.')
  expect(await next).toMatchObject({ width: 3, height: 2 })
  await expect(pictures.draw(card(9), 'light')).rejects.toThrow()
  expect(happened.filter((one) => one === `light ${card(9)}`)).toHaveLength(2)
  pictures.close()
})

test('where nothing lies, it says so', async () => {
  const { open, whole } = boards()
  const pictures = boardPictures(open, whole)
  expect(await pictures.draw(card(8), 'light')).toBe('nothing')
  pictures.close()
})

test('the board is closed when nobody asks any more, and opened again for the next', async () => {
  const { open, whole, happened } = boards()
  const pictures = boardPictures(open, whole)
  await pictures.draw(card(1), 'light')
  await vi.runAllTimersAsync()
  expect(happened).toEqual(['open', `light ${card(1)}`, 'close'])
  await pictures.draw(card(2), 'light')
  expect(happened.filter((one) => one === 'open')).toHaveLength(2)
  pictures.close()
})

test('closed, nothing is drawn any more, and every picture is let go', async () => {
  const { open, whole, happened } = boards()
  const revoked = vi.spyOn(URL, 'revokeObjectURL')
  const pictures = boardPictures(open, whole)
  const first = await pictures.draw(card(1), 'light')
  if (typeof first !== 'object' || !first) throw new Error('It was not drawn.')
  const late = pictures.draw(card(2), 'light')
  pictures.close()
  expect(await late).toBeNull()
  expect(revoked).toHaveBeenCalledWith(first.url)
  expect(happened.filter((one) => one !== 'close')).toEqual(['open', `light ${card(1)}`])
  expect(happened.filter((one) => one === 'close')).toHaveLength(1)
  revoked.mockRestore()
})
