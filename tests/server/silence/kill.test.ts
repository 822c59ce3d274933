// A server that ends at any step of a reveal: the next one goes on, and every note is on the board exactly once.
import { expect, onTestFinished, test } from 'vitest'
import { type Log, silentLog } from '#server/log.ts'
import { openSqlite } from '#server/storage/sqlite.ts'
import type { BoardEntry, BoardStore, SilenceStore, Storage } from '#server/storage/storage.ts'
import { recordsOf } from '#shared/board/document.ts'
import { eventually } from '#tests/support/eventually.ts'
import { ana, begin, bo, boardOf, draft, live, order, pain, roundId, workshopId } from './round-for-test.ts'

/** What the killed server would have complained of. */
const deaf: Log = { ...silentLog, bug: () => 'unread' }
const texts = ['eins', 'zwei', 'drei', 'vier', 'fünf']

/** From one call on nothing gets through any more, as if the process had been killed there. */
function killedAt(
  storage: Storage,
  step: string,
  when: 'before' | 'after',
): { storage: Storage; hit: () => boolean } {
  let isDead = false
  const dead = (): Promise<never> => Promise.reject(new Error('killed'))
  const through =
    <Args extends readonly unknown[], Result>(name: string, call: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      if (isDead) return dead()
      if (name !== step) return call(...args)
      if (when === 'after') await call(...args)
      isDead = true
      return dead()
    }
  const around = <Store extends object>(prefix: string, store: Store): Store =>
    new Proxy(store, {
      get: (target, key) => {
        const value: unknown = Reflect.get(target, key)
        const name = `${prefix}.${String(key)}`
        return typeof value === 'function' ? through(name, value.bind(target)) : value
      },
    })
  const silence: SilenceStore = around('silence', storage.silence)
  const appended = through(
    'board.append',
    (entries: readonly BoardEntry[]) => storage.board.append(entries).durable,
  )
  const board: BoardStore = {
    ...around('board', storage.board),
    append: (entries) => {
      const outcome = appended(entries)
      return { written: outcome, durable: outcome }
    },
  }
  return { storage: { ...storage, silence, board }, hit: () => isDead }
}

const steps = ['silence.close', 'silence.drafts', 'silence.keepPlacing', 'board.append', 'silence.finish']

test.each(steps.flatMap((step) => [[step, 'before'] as const, [step, 'after'] as const]))(
  'killed at %s, %s it was done',
  async (step, when) => {
    const real = await openSqlite(':memory:', { log: silentLog })
    onTestFinished(() => real.close())
    const first = await live(real)
    await begin(first)
    for (const [at, text] of texts.entries())
      await first.silence.put(at % 2 ? ana : bo, roundId, draft(text, pain))
    await first.end()

    const { storage, hit } = killedAt(real, step, when)
    const second = await live(storage, { log: deaf })
    await order(second.rooms, { type: 'silence.reveal', roundId })
    await eventually(hit).toBe(true)
    await second.end()

    const third = await live(real)
    await eventually(() => real.silence.unfinished()).toEqual([])
    const { saying } = await boardOf(third)
    for (const text of texts) expect(saying(text)).toHaveLength(1)
    expect(await real.silence.drafts(workshopId, roundId)).toEqual([])
  },
)

test('killed between the event and everything else', async () => {
  const real = await openSqlite(':memory:', { log: silentLog })
  onTestFinished(() => real.close())
  const first = await live(real)
  await begin(first)
  for (const text of texts) await first.silence.put(ana, roundId, draft(text))
  await first.silence.close() // no longer listens
  await order(first.rooms, { type: 'silence.reveal', roundId })
  await first.end()
  const second = await live(real)
  await eventually(() => real.silence.unfinished()).toEqual([])
  for (const text of texts) expect((await boardOf(second)).saying(text)).toHaveLength(1)
})

test('a note that somebody has deleted before the next server goes on does not come back', async () => {
  const real = await openSqlite(':memory:', { log: silentLog })
  onTestFinished(() => real.close())
  const first = await live(real)
  await begin(first)
  await first.silence.put(ana, roundId, draft('bleibt', pain))
  await first.silence.put(ana, roundId, draft('weg', pain))
  await first.end()
  const { storage, hit } = killedAt(real, 'silence.finish', 'before')
  const second = await live(storage, { log: deaf })
  await order(second.rooms, { type: 'silence.reveal', roundId })
  await eventually(hit).toBe(true)
  await second.end()

  // The next server before it knows of silent writing.
  const meanwhile = await live({ ...real, silence: { ...real.silence, unfinished: async () => [] } })
  const gone = (await boardOf(meanwhile)).saying('weg')[0]?.id ?? ''
  await meanwhile.boards.write(workshopId, (doc) => recordsOf(doc).delete(gone))
  await meanwhile.end()

  const third = await live(real)
  await eventually(() => real.silence.unfinished()).toEqual([])
  const { saying } = await boardOf(third)
  expect(saying('weg')).toEqual([])
  expect(saying('bleibt')).toHaveLength(1)
})
