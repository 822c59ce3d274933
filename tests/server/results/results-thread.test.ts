// Results are made in a thread of their own, which survives bytes that are none and tells those who wait when it ends.
import { afterEach, expect, test } from 'vitest'
import { ResultsThread } from '#server/results/results-thread.ts'
import { seedBoard } from '#shared/board/seed.ts'
import { findTemplate } from '#shared/templates/library.ts'
import { fold, noon, opening } from '#tests/shared/facilitation/scene.ts'
import { workshopId } from '#tests/shared/results/sample-results.ts'

const template = findTemplate('support-case')
const update = seedBoard({ template, language: 'de', title: 'Störung' })
const nonsense = new Uint8Array([255, 255, 255])
const thread = new ResultsThread()
afterEach(() => thread.close())

const make = (board: Uint8Array) =>
  thread.make({
    workshopId,
    workshop: fold([...opening]),
    names: {},
    update: board,
    boards: new Map(),
    bundles: [],
    now: noon,
    today: '2026-11-26',
  })

test('a board is read for the results, or its touchpoints alone', async () => {
  const { results } = await make(update)
  const touchpoints = await thread.touchpoints(update)
  expect(results.maps[0]?.touchpoints).toHaveLength(template?.touchpoints.length ?? 0)
  expect(touchpoints.size).toBe(template?.touchpoints.length)
})

test('bytes that are no board reject, and the next board is read', async () => {
  await expect(make(nonsense)).rejects.toThrow()
  await expect(thread.touchpoints(nonsense)).rejects.toThrow()
  expect((await make(update)).results.maps).toHaveLength(1)
})

test('whoever waits when the thread ends is told, and the next one starts another', async () => {
  const waiting = expect(make(update)).rejects.toThrow('The thread has ended.')
  await thread.close()
  await waiting
  expect((await make(update)).results.maps).toHaveLength(1)
})
