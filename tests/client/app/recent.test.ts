// The list of recently opened workshops: one entry a seat, latest first, and never in the way.
import { afterEach, expect, test, vi } from 'vitest'
import { forgetWorkshop, recentWorkshops, rememberWorkshop } from '#client/app/recent.ts'
import { WorkshopId } from '#shared/ids.ts'
import { openFakeBrowser } from '#tests/support/fake-browser.ts'

const idOf = (number: number) => WorkshopId.parse(String(number).padStart(12, '0'))
const opened = (number: number, openedAt: number) =>
  ({ workshopId: idOf(number), title: `Workshop ${number}`, role: 'participant', openedAt }) as const

afterEach(() => {
  vi.unstubAllGlobals()
})

test('what was opened last stands first, each seat once', () => {
  openFakeBrowser()
  rememberWorkshop(opened(1, 10))
  rememberWorkshop(opened(2, 20))
  rememberWorkshop(opened(1, 30))
  expect(recentWorkshops().map(({ workshopId, openedAt }) => [workshopId, openedAt])).toEqual([
    [idOf(1), 30],
    [idOf(2), 20],
  ])
})

test('two roles in one workshop are two entries', () => {
  openFakeBrowser()
  rememberWorkshop(opened(1, 10))
  rememberWorkshop({ ...opened(1, 20), role: 'facilitator' })
  expect(recentWorkshops().map(({ role }) => role)).toEqual(['facilitator', 'participant'])
})

test('only the last six are kept', () => {
  openFakeBrowser()
  for (let number = 1; number <= 9; number += 1) rememberWorkshop(opened(number, number))
  expect(recentWorkshops().map(({ openedAt }) => openedAt)).toEqual([9, 8, 7, 6, 5, 4])
})

test('an ended seat is forgotten, the other role stays', () => {
  openFakeBrowser()
  rememberWorkshop(opened(1, 10))
  rememberWorkshop({ ...opened(1, 20), role: 'facilitator' })
  forgetWorkshop(idOf(1), 'participant')
  expect(recentWorkshops().map(({ role }) => role)).toEqual(['facilitator'])
})

test.each(['not json', '{"a":1}', '[{"workshopId":"x"}]', 'null'])(
  'kept rubbish %s is an empty list',
  (kept) => {
    openFakeBrowser().localStorage.set('runde.recent', kept)
    expect(recentWorkshops()).toEqual([])
    rememberWorkshop(opened(1, 10))
    expect(recentWorkshops()).toHaveLength(1)
  },
)

test('a browser that refuses storage forgets and goes on', () => {
  openFakeBrowser({ hasStorage: false })
  rememberWorkshop(opened(1, 10))
  expect(recentWorkshops()).toEqual([])
})
