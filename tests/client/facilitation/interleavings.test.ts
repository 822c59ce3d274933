// Any order of commands, deliveries, losses and reconnects: the view is always the confirmed facts plus the open commands, and all ends well.
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { predict } from '#client/facilitation/predict.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import type { Reply } from '#shared/facilitation/protocol.ts'
import { redact } from '#shared/facilitation/redact.ts'
import { fold, mapping, welcome } from '#tests/shared/facilitation/scene.ts'
import { ana, cem, dana, eva, Judge, minute, openTab, type Tab } from './wire.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => vi.useRealTimers())

const commands: Command[] = [
  { type: 'agenda.start' },
  { type: 'agenda.advance', fromItemId: welcome },
  { type: 'agenda.extend', itemId: welcome, addMs: minute },
  { type: 'agenda.extend', itemId: mapping, addMs: 2 * minute },
  { type: 'agenda.pause' },
  { type: 'agenda.resume' },
  { type: 'hand.raise' },
  { type: 'hand.lower' },
  { type: 'hand.lower-all' },
  { type: 'floor.yield' },
  ...[cem, dana, eva].map(({ personId }): Command => ({ type: 'hand.call', personId })),
  { type: 'check-in.accept', promise: null },
  { type: 'check-in.accept', promise: 'Ich höre zu.' },
]
const command = fc.constantFrom(...commands)
const browser = fc.integer({ min: 0, max: 2 })

type Move =
  | { do: 'send'; browser: number; command: Command }
  | { do: 'others'; command: Command }
  | { do: 'toServer' | 'toBrowser' | 'loseEvents' | 'loseAnswer' | 'cut' | 'connect'; browser: number }
  | { do: 'wait' }

const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('send' as const), browser, command }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('others' as const), command }) },
  {
    weight: 16,
    arbitrary: fc.record({ do: fc.constantFrom('toServer' as const, 'toBrowser' as const), browser }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('loseEvents' as const, 'loseAnswer' as const), browser }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('cut' as const, 'connect' as const), browser }) },
  { weight: 1, arbitrary: fc.constant<Move>({ do: 'wait' }) },
)

const settle = () => vi.advanceTimersByTimeAsync(0)

function holds(judge: Judge, { room, wire }: Tab): void {
  const { confirmed, pending, view, me, seq } = room.store.getState()
  expect(view).toEqual(predict(confirmed, pending, me))
  if (me)
    expect(confirmed).toEqual(fold(judge.events.slice(0, seq).map((event) => redact(event, wire.viewer))))
}

async function play(moves: readonly Move[]): Promise<void> {
  const judge = new Judge()
  const tabs = [openTab(judge, ana, -90_000), openTab(judge, cem, 3_000), openTab(judge, dana)]
  // The test of who sees what has its own file; here every viewer is one of those who may see the same.
  const replies: Reply[] = []
  let sent = 0

  for (const one of moves) {
    judge.now += 100
    const tab = 'browser' in one ? tabs[one.browser] : undefined
    switch (one.do) {
      case 'send':
        sent += 1
        tab?.room.send(one.command).then((reply) => replies.push(reply), expect.unreachable)
        break
      case 'others':
        judge.happens(eva, one.command)
        break
      case 'toServer':
      case 'toBrowser':
        tab?.wire.deliver(one.do)
        break
      case 'loseEvents':
        tab?.wire.loseNext('events')
        break
      case 'loseAnswer':
        tab?.wire.loseNext('answer')
        break
      case 'cut':
        tab?.wire.cut()
        break
      case 'connect':
        tab?.wire.connect()
        break
      case 'wait':
        await vi.advanceTimersByTimeAsync(2_000)
    }
    await settle()
    for (const each of tabs) holds(judge, each)
  }

  // The network heals: in a few rounds, with the time for what must be asked again, everything is settled.
  for (let round = 0; round < 4; round += 1) {
    for (const { wire } of tabs) {
      wire.connect()
      let isQuiet = false
      while (!isQuiet) {
        const moved = wire.deliver('toServer') || wire.deliver('toBrowser')
        await settle()
        isQuiet = !moved
      }
    }
    await vi.advanceTimersByTimeAsync(2_000)
  }
  // A last fact tells even a browser that lost the newest events without knowing it.
  judge.happens(ana, { type: 'hand.raise' })
  judge.happens(ana, { type: 'hand.lower' })
  for (const { wire } of tabs) {
    while (wire.deliver('toBrowser') || wire.deliver('toServer')) await settle()
  }

  expect(replies).toHaveLength(sent)
  for (const { room, wire } of tabs) {
    const { status, pending, view, confirmed, seq } = room.store.getState()
    expect({ status, pending, seq }).toEqual({ status: 'online', pending: [], seq: judge.seq })
    expect(view).toBe(confirmed)
    expect(confirmed).toEqual(judge.seenBy(wire.viewer))
    room.close()
  }
  expect(vi.getTimerCount()).toBe(0)
}

test('the view is the confirmed facts plus the open commands at every moment, and nothing stays open', async () => {
  await fc.assert(fc.asyncProperty(fc.array(move, { maxLength: 60, size: 'max' }), play), { numRuns: 150 })
}, 30_000)
