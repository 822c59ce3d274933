// Chance: it comes from the server, reaches only the commands that need it, and favours nobody.
import { describe, expect, test } from 'vitest'
import { shuffled, withDraw, withoutDraw } from '#server/facilitation/draw.ts'
import { readCommand } from '#server/facilitation/incoming.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import { ana, bo, fay, foundedRooms, oda, person, workshopId } from './room-for-test.ts'

const draw: Command = { type: 'choice.draw', notHeardFirst: false }
const start: Command = { type: 'feedback.start', title: 'Und?', by: 'random', secondsEach: null }
const present = [1, 2, 3].map(person)

describe('a list that chance puts in order', () => {
  test('has everyone once', () => {
    expect(shuffled([1, 2, 3, 4], () => 0)).toEqual([1, 2, 3, 4])
    expect(shuffled([1, 2, 3, 4], (n) => n - 1)).toEqual([4, 3, 2, 1])
  })
  test('has each order as often as any other', () => {
    // All answers that chance can give for four, once each: every order must come out exactly once.
    const orders = new Set<string>()
    for (let a = 0; a < 4; a++)
      for (let b = 0; b < 3; b++)
        for (let c = 0; c < 2; c++) {
          const answers = [a, b, c, 0]
          orders.add(shuffled([1, 2, 3, 4], () => answers.shift() ?? 0).join())
        }
    expect(orders.size).toBe(24)
  })
})

test('only commands that need chance get it', () => {
  for (const command of [draw, start]) {
    expect(withDraw(command, present, () => 0)).toEqual({ ...command, drawn: present })
    expect(withoutDraw({ ...command, drawn: present } as Command)).toEqual(command)
  }
  expect(withDraw({ type: 'hand.raise' }, present)).toEqual({ type: 'hand.raise' })
})

test('what a browser sends as drawn is dropped', () => {
  const read = readCommand({ commandId: crypto.randomUUID(), command: { ...draw, drawn: [bo.personId] } })
  expect(read).toMatchObject({ kind: 'command', command: draw })
  expect(JSON.stringify(read)).not.toContain('drawn')
})

test('the lot falls on a participant who is here, and a round has all of them', async () => {
  const { rooms, published, submit } = await foundedRooms()
  for (const { personId } of [fay, ana, oda]) rooms.arrive(workshopId, personId)
  expect(await submit(fay, draw)).toMatchObject({ ok: true })
  expect(published.map(({ event }) => event)).toMatchObject([
    { type: 'choice.drawn', personId: ana.personId },
  ])
  rooms.arrive(workshopId, bo.personId)
  expect(await submit(fay, start)).toMatchObject({ ok: true })
  const round = published.map(({ event }) => event).find((event) => event.type === 'feedback.started')
  expect([...(round?.order ?? [])].sort()).toEqual([ana.personId, bo.personId].sort())
})
