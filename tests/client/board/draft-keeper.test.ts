// One's own silent notes in the browser: shown at once, sent when the typing pauses, never lost, never said to be safer than they are.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  type Answer,
  type DraftTransport,
  keepDrafts,
  type Unsent,
} from '#client/board/silence/draft-keeper.ts'
import { RoundId } from '#shared/ids.ts'
import { type Draft, type DraftContent, DraftId } from '#shared/silence/drafts.ts'

const roundId = RoundId.parse('a'.repeat(32))
const content = (text: string): DraftContent => ({
  ...{ text, kind: null, stageId: null, laneId: null, departmentId: null },
})

const failures: unknown[] = []
beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('reportError', (error: unknown) => failures.push(error))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  expect(failures.splice(0)).toEqual([])
})

/** A server that can be cut off, and a device that remembers. */
function world() {
  const server = new Map<DraftId, Draft>()
  const device: { unsent: Unsent | null } = { unsent: null }
  const world = { server, device, answer: 'kept' as Answer, isCut: false, puts: 0 }
  const answered = (change: () => void): Promise<Answer> => {
    if (world.isCut) return Promise.resolve('unreachable')
    if (world.answer === 'kept') change()
    return Promise.resolve(world.answer)
  }
  const transport: DraftTransport = {
    load: async () => (world.isCut ? null : { roundId, drafts: [...server.values()] }),
    put: (draft) => {
      world.puts++
      return answered(() => server.set(draft.draftId, draft))
    },
    remove: (draftId) => answered(() => server.delete(draftId)),
  }
  const memory = {
    read: () => structuredClone(device.unsent),
    write: (unsent: Unsent | null) => {
      device.unsent = structuredClone(unsent)
    },
  }
  const open = () => keepDrafts(roundId, transport, memory)
  const texts = () => [...server.values()].map(({ text }) => text)
  return Object.assign(world, { open, texts })
}
const seen = (keeper: ReturnType<typeof keepDrafts>) =>
  keeper.store.getState().drafts.map(({ text, state }) => `${text} (${state})`)

describe('writing', () => {
  test('what is typed is shown at once and sent once the typing pauses', async () => {
    const { open, texts, ...rest } = world()
    const keeper = open()
    const draftId = keeper.write(content(''))
    for (const text of ['W', 'Wa', 'War', 'Warten']) keeper.change(draftId, { text })
    expect(seen(keeper)).toEqual(['Warten (sending)'])
    expect(texts()).toEqual([])
    await vi.advanceTimersByTimeAsync(700)
    expect(texts()).toEqual(['Warten'])
    expect(seen(keeper)).toEqual(['Warten (kept)'])
    expect(rest.device.unsent).toBeNull()
  })

  test('nothing empty is sent, and what stays empty goes', async () => {
    const w = world()
    const keeper = w.open()
    const draftId = keeper.write(content('  '))
    await vi.advanceTimersByTimeAsync(5_000)
    expect(w.puts).toBe(0)
    keeper.settle(draftId)
    expect(seen(keeper)).toEqual([])
  })

  test('emptying a kept note and leaving it deletes it', async () => {
    const w = world()
    const keeper = w.open()
    const draftId = keeper.write(content('weg'))
    await vi.advanceTimersByTimeAsync(700)
    keeper.change(draftId, { text: '' })
    await vi.advanceTimersByTimeAsync(700)
    expect(w.texts()).toEqual(['weg'])
    keeper.settle(draftId)
    await vi.advanceTimersByTimeAsync(100)
    expect(w.texts()).toEqual([])
  })

  test('an answer to an older version does not pass for the newest', async () => {
    const w = world()
    const keeper = w.open()
    const draftId = keeper.write(content('eins'))
    const sent = vi.advanceTimersByTimeAsync(600)
    await sent
    keeper.change(draftId, { text: 'zwei' })
    expect(seen(keeper)).toEqual(['zwei (sending)'])
    await vi.advanceTimersByTimeAsync(700)
    expect(w.texts()).toEqual(['zwei'])
  })
})

describe('without a connection', () => {
  test('notes wait on the device, are said to wait, and are sent when it is back', async () => {
    const w = world()
    const keeper = w.open()
    w.isCut = true
    keeper.write(content('offline'))
    await vi.advanceTimersByTimeAsync(700)
    expect(seen(keeper)).toEqual(['offline (waiting)'])
    expect(w.device.unsent?.drafts.map(({ text }) => text)).toEqual(['offline'])
    w.isCut = false
    await vi.advanceTimersByTimeAsync(30_000)
    expect(w.texts()).toEqual(['offline'])
    expect(w.device.unsent).toBeNull()
  })

  test('a reload finds what was not sent, and a deletion that was not', async () => {
    const w = world()
    const before = w.open()
    const gone = before.write(content('gelöscht'))
    await vi.advanceTimersByTimeAsync(700)
    w.isCut = true
    before.write(content('neu'))
    before.remove(gone)
    before.close()
    w.isCut = false
    const after = w.open()
    expect(seen(after)).toEqual(['neu (waiting)'])
    await vi.advanceTimersByTimeAsync(2_000)
    expect(w.texts()).toEqual(['neu'])
    expect(seen(after)).toEqual(['neu (kept)'])
  })
})

describe('with another device', () => {
  test('its notes appear, and what is being typed here stays', async () => {
    const w = world()
    const here = w.open()
    const mine = here.write(content('hier'))
    await vi.advanceTimersByTimeAsync(700)
    const theirs = DraftId.parse('00000000-0000-4000-8000-000000000001')
    w.server.set(theirs, { draftId: theirs, ...content('dort') })
    here.change(mine, { text: 'hier, weiter' })
    here.refresh()
    await vi.advanceTimersByTimeAsync(10)
    expect(here.store.getState().drafts.map(({ text }) => text)).toEqual(['hier, weiter', 'dort'])
  })

  test('a list that was read while a note was being written takes none away', async () => {
    const w = world()
    const here = w.open()
    await vi.advanceTimersByTimeAsync(10)
    here.refresh()
    here.write(content('währenddessen'))
    await vi.advanceTimersByTimeAsync(700)
    expect(seen(here)).toEqual(['währenddessen (kept)'])
  })

  test('what was deleted there is gone here', async () => {
    const w = world()
    const here = w.open()
    here.write(content('weg'))
    await vi.advanceTimersByTimeAsync(700)
    w.server.clear()
    here.refresh()
    await vi.advanceTimersByTimeAsync(10)
    expect(seen(here)).toEqual([])
  })
})

describe('what the server does not take', () => {
  test('says why, and goes again when it is changed', async () => {
    const w = world()
    const keeper = w.open()
    w.answer = 'invalid'
    const draftId = keeper.write(content('seltsam'))
    await vi.advanceTimersByTimeAsync(700)
    expect(keeper.store.getState().drafts[0]).toMatchObject({ state: 'refused', problem: 'invalid' })
    w.answer = 'kept'
    keeper.change(draftId, { text: 'besser' })
    await vi.advanceTimersByTimeAsync(700)
    expect(seen(keeper)).toEqual(['besser (kept)'])
  })

  test('one too many is taken as soon as another one goes', async () => {
    const w = world()
    const keeper = w.open()
    const first = keeper.write(content('erste'))
    await vi.advanceTimersByTimeAsync(700)
    w.answer = 'full'
    keeper.write(content('zu viel'))
    await vi.advanceTimersByTimeAsync(700)
    expect(keeper.store.getState().drafts[1]?.problem).toBe('full')
    w.answer = 'kept'
    keeper.remove(first)
    await vi.advanceTimersByTimeAsync(700)
    expect(w.texts()).toEqual(['zu viel'])
  })

  test('at the end of the round what is still being typed goes out once more', async () => {
    const w = world()
    const keeper = w.open()
    const draftId = keeper.write(content('gerade'))
    await vi.advanceTimersByTimeAsync(700)
    keeper.change(draftId, { text: 'gerade noch' })
    expect(await keeper.finish()).toEqual([])
    expect(w.texts()).toEqual(['gerade noch'])
    expect(w.device.unsent).toBeNull()
  })

  test('and what the server does not take any more then is given back', async () => {
    const w = world()
    const keeper = w.open()
    keeper.write(content('zu spät'))
    w.answer = 'over'
    expect((await keeper.finish()).map(({ text }) => text)).toEqual(['zu spät'])
  })

  test('what comes after the end of the round is given back, not lost', async () => {
    const w = world()
    const keeper = w.open()
    w.answer = 'over'
    keeper.write(content('zu spät'))
    await vi.advanceTimersByTimeAsync(700)
    expect(seen(keeper)).toEqual(['zu spät (waiting)'])
    expect(keeper.close().map(({ text }) => text)).toEqual(['zu spät'])
    const puts = w.puts
    await vi.advanceTimersByTimeAsync(60_000)
    expect(w.puts).toBe(puts)
  })
})
