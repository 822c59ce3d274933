// What the report page asks for while its code is still being loaded: given once, and only to whom it was asked for.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { askEarly, askForReport, forgetEarly } from '#client/results/early-answers.ts'
import { WorkshopId } from '#shared/ids.ts'

const seat = { workshopId: WorkshopId.parse('abcdefgh1234'), role: 'results' } as const
const { signal } = new AbortController()
let asked: string[]

beforeEach(() => {
  asked = []
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url)
    return new Response('{}')
  })
})
afterEach(() => {
  forgetEarly()
  vi.unstubAllGlobals()
})

test('what was asked for early is not asked for again', async () => {
  askEarly(seat)
  const { results, board } = askForReport(seat, signal)
  await Promise.all([results, board])
  expect(asked).toEqual([
    '/api/workshops/abcdefgh1234/results.json?seat=results',
    '/api/workshops/abcdefgh1234/board?seat=results',
  ])
})

test('whoever asks a second time gets what is new by then', async () => {
  askEarly(seat)
  const first = askForReport(seat, signal)
  const second = askForReport(seat, signal)
  expect(await second.results).not.toBe(await first.results)
  expect(asked).toHaveLength(4)
})

test('another seat asks for its own', async () => {
  askEarly(seat)
  await askForReport({ ...seat, role: 'facilitator' }, signal).results
  expect(asked.filter((url) => url.endsWith('seat=facilitator'))).toHaveLength(2)
  await askForReport(seat, signal).results
  expect(asked.filter((url) => url.endsWith('seat=results'))).toHaveLength(4)
})

test('a failure is told to whoever takes the answer', async () => {
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('no network')
  })
  askEarly(seat)
  const { results, board } = askForReport(seat, signal)
  await expect(results).rejects.toMatchObject({ code: 'unreachable' })
  await expect(board).rejects.toMatchObject({ code: 'unreachable' })
})
