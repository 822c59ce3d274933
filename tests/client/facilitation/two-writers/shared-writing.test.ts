// Several facilitators write at one text, over connections that break: whoever was overtaken is told, and no word is lost.
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { stillMine, theirChange } from '#client/facilitation/two-writers/shared-draft.ts'
import { type SharedWriting, sharedWriting } from '#client/facilitation/two-writers/shared-writing.ts'
import { ben, welcome } from '#tests/shared/facilitation/scene.ts'
import { ana, Judge, minute, openTab, type Tab } from '../wire.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => vi.useRealTimers())

const settle = () => vi.advanceTimersByTimeAsync(0)
type Writer = { tab: Tab; writing: SharedWriting; shown(): string; theirs(): string | null }

/** At the notes of the first item. */
function writer(tab: Tab): Writer {
  const { store, send } = tab.room
  const read = () => store.getState().view.agenda.items.find(({ itemId }) => itemId === welcome)?.notes ?? ''
  const save = (text: string, before: string) =>
    send({
      type: 'item.change',
      itemId: welcome,
      change: { notes: text || null },
      was: { notes: before || null },
    })
  const writing = sharedWriting({ read, save }, (error) => {
    throw error
  })
  const mine = () => stillMine(writing.mine.getState().mine, read())
  return {
    tab,
    writing,
    shown: () => mine()?.text ?? read(),
    theirs() {
      const now = mine()
      return now && theirChange(now, read())
    },
  }
}

async function deliver(...tabs: Tab[]): Promise<void> {
  let moved = true
  while (moved) {
    moved = false
    for (const { wire } of tabs) {
      while (wire.deliver('toServer')) moved = true
      while (wire.deliver('toBrowser')) moved = true
      await settle()
    }
  }
}

async function two() {
  const judge = new Judge()
  const tabs = [openTab(judge, ana), openTab(judge, ben)] as const
  for (const { wire } of tabs) wire.connect()
  await deliver(...tabs)
  const saved = () => judge.workshop.agenda.items.find(({ itemId }) => itemId === welcome)?.notes ?? ''
  return { judge, tabs, saved, anas: writer(tabs[0]), bens: writer(tabs[1]) }
}

describe('two who save within a round trip', () => {
  async function overtaken() {
    const scene = await two()
    scene.anas.writing.type('Ana')
    scene.bens.writing.type('Ben')
    scene.anas.writing.pause()
    scene.bens.writing.pause()
    await deliver(...scene.tabs)
    return scene
  }
  test('the first is saved, and the second keeps their words and is told what reads there now', async () => {
    const { saved, anas, bens } = await overtaken()
    expect(saved()).toBe('Ana')
    expect([anas.shown(), anas.theirs()]).toEqual(['Ana', null])
    expect([bens.shown(), bens.theirs()]).toEqual(['Ben', 'Ana'])
    expect(bens.tab.room.store.getState().status).toBe('online')
  })
  test('the second keeps theirs, and is told again when they are overtaken again', async () => {
    const { tabs, saved, anas, bens } = await overtaken()
    anas.writing.type('Ana noch einmal')
    anas.writing.pause()
    bens.writing.keepMine()
    await deliver(...tabs)
    expect(saved()).toBe('Ana noch einmal')
    expect(bens.theirs()).toBe('Ana noch einmal')
    bens.writing.keepMine()
    await deliver(...tabs)
    expect([saved(), bens.theirs()]).toEqual(['Ben', null])
    expect(anas.shown()).toBe('Ben')
  })
  test('the second takes the other one', async () => {
    const { tabs, saved, bens } = await overtaken()
    bens.writing.takeTheirs()
    bens.writing.open(false)
    await deliver(...tabs)
    expect([saved(), bens.shown()]).toEqual(['Ana', 'Ana'])
  })
  test('whoever has left the field by then keeps it open for their choice', async () => {
    const { tabs, anas, bens } = await two()
    anas.writing.type('Ana')
    bens.writing.type('Ben')
    anas.writing.leave()
    bens.writing.leave()
    await deliver(...tabs)
    expect(anas.writing.mine.getState().mine).toBeNull()
    expect(bens.theirs()).toBe('Ana')
  })
  test('where the field is gone by then, both stand there', async () => {
    const { tabs, saved, anas, bens } = await two()
    anas.writing.type('Ana')
    bens.writing.type('Ben')
    anas.writing.open(false)
    bens.writing.open(false)
    await deliver(...tabs)
    expect(saved()).toBe('Ana\n\nBen')
  })
})

test('what is written while a save is under way is saved after it', async () => {
  const { tabs, saved, anas } = await two()
  anas.writing.type('Eins')
  anas.writing.pause()
  anas.writing.type('Eins zwei')
  anas.writing.pause()
  await deliver(...tabs)
  expect(saved()).toBe('Eins zwei')
})

type Move =
  | { do: 'type' | 'pause' | 'leave' | 'reopen'; who: number }
  | { do: 'toServer' | 'toBrowser' | 'cut' | 'connect'; who: number }
const who = fc.nat(1)
const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom('type' as const, 'pause' as const, 'pause' as const, 'leave' as const),
      who,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reopen' as const), who }) },
  {
    weight: 9,
    arbitrary: fc.record({ do: fc.constantFrom('toServer' as const, 'toBrowser' as const), who }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('cut' as const, 'connect' as const), who }) },
)

/** Nobody chooses, and everybody only adds words to what they see: then every word has to be there in the end. */
async function plays(moves: Move[]): Promise<{ saved: string; words: string[] }> {
  const judge = new Judge()
  const writers = [ana, ben].map((viewer) => writer(openTab(judge, viewer)))
  const tabs = writers.map(({ tab }) => tab)
  for (const { wire } of tabs) wire.connect()
  await deliver(...tabs)
  const words: string[] = []
  for (const { do: what, who } of moves) {
    const one = writers[who]
    if (!one) continue
    const { writing, tab } = one
    if (what === 'type') {
      const word = `w${words.length}.`
      words.push(word)
      writing.type(`${one.shown()} ${word}`)
    } else if (what === 'pause' || what === 'leave') writing[what]()
    else if (what === 'reopen') {
      writing.open(false)
      writing.open(true)
    } else if (what === 'cut' || what === 'connect') tab.wire[what]()
    else tab.wire.deliver(what)
    await settle()
  }
  for (const { wire } of tabs) wire.connect()
  await deliver(...tabs)
  // One after the other, as people leave.
  for (const { writing } of writers) {
    writing.open(false)
    await deliver(...tabs)
    await vi.advanceTimersByTimeAsync(minute)
    await deliver(...tabs)
  }
  const saved = judge.workshop.agenda.items.find(({ itemId }) => itemId === welcome)?.notes ?? ''
  return { saved, words }
}

test('whatever the order of words, saves, deliveries and breaks, every word is there when all have left', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(move, { maxLength: 60 }), async (moves) => {
      const { saved, words } = await plays(moves)
      for (const word of words) expect(saved).toContain(word)
    }),
    { numRuns: 150 },
  )
})
