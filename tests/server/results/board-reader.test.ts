// Boards are read in a thread of their own, which survives bytes that are none and tells those who wait when it ends.
import { afterEach, expect, test } from 'vitest'
import { BoardReader } from '#server/results/board-reader.ts'
import { seedBoard } from '#shared/board/seed.ts'
import { findTemplate } from '#shared/templates/library.ts'

const template = findTemplate('support-case')
const board = seedBoard({ template, language: 'de', title: 'Störung' })
const reader = new BoardReader()
afterEach(() => reader.close())

test('a board is read whole, or its touchpoints alone', async () => {
  const { maps } = await reader.board(board)
  const touchpoints = await reader.touchpoints(board)
  expect(maps[0]?.touchpoints.map(({ id }) => id)).toEqual([...touchpoints.keys()])
  expect(touchpoints.size).toBe(template?.touchpoints.length)
})

test('bytes that are no board reject, and the next board is read', async () => {
  await expect(reader.board(new Uint8Array([255, 255, 255]))).rejects.toThrow()
  expect((await reader.board(board)).maps).toHaveLength(1)
})

test('whoever waits when the thread ends is told, and the next one starts another', async () => {
  const waiting = expect(reader.board(board)).rejects.toThrow('The thread has ended.')
  await reader.close()
  await waiting
  expect((await reader.board(board)).maps).toHaveLength(1)
})
