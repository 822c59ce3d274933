// Whatever people do to a board with locks: the server decides as somebody would who looks at all of it before and after.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { LiveDocument } from '#server/board/live-document.ts'
import { LockTimes, lockGraceMs } from '#server/board/locks.ts'
import { addRecord, type BoardRecord, changeRecord, readRecords, recordsOf } from '#shared/board/document.ts'
import { isBoardLocked, lockBoard } from '#shared/board/locks.ts'
import { createManualTime } from '#tests/support/manual-time.ts'
import { docOf, sticky, updatesOf } from './sample-records.ts'

const names = ['a', 'b', 'c', 'd', 'e'] as const
const name = fc.constantFrom(...names)
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('move' as const), name, into: fc.option(name) }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('shift' as const), name, x: fc.integer({ min: 0, max: 9 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), name }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('add' as const), name, into: fc.option(name) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('lock' as const), name, isLocked: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('board' as const), isLocked: fc.boolean() }) },
)
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never
const turn = fc.record({
  steps: fc.array(step, { minLength: 1, maxLength: 3 }),
  isFacilitator: fc.boolean(),
  forgets: fc.boolean(),
})

const parentOf = (into: string | null) => (into === null ? 'page:page' : `shape:${into}`)
const frame = (of: string, into: string | null): BoardRecord => ({
  ...sticky(of),
  type: 'frame',
  props: { w: 100, h: 100, name: '', color: 'black' },
  parentId: parentOf(into),
})

function take(doc: Y.Doc, each: Step): void {
  if (each.kind === 'board') {
    lockBoard(doc, each.isLocked)
    return
  }
  const id = `shape:${each.name}`
  const record = readRecords(doc).get(id)
  const entry = recordsOf(doc).get(id)
  if (each.kind === 'add' && !entry) addRecord(recordsOf(doc), frame(each.name, each.into))
  if (!record || !entry) return
  const change = (changed: Partial<BoardRecord>) => changeRecord(entry, record, { ...record, ...changed })
  if (each.kind === 'move') change({ parentId: parentOf(each.into) })
  if (each.kind === 'shift') change({ x: each.x })
  if (each.kind === 'lock') change({ isLocked: each.isLocked })
  if (each.kind === 'remove') recordsOf(doc).delete(id)
}

/** Of a participant, every lock being old. `touched` is what the update names. */
function isAllowed(
  before: Y.Doc,
  after: Y.Doc,
  touched: { ids: ReadonlySet<string>; meta: boolean },
): boolean {
  const [was, is] = [readRecords(before), readRecords(after)]
  if (touched.meta) return false
  if (isBoardLocked(before)) return touched.ids.size === 0
  const chain = (records: ReadonlyMap<string, BoardRecord>, id: string) => {
    const found = new Set<string>()
    for (let at = id; records.has(at) && !found.has(at); at = String(records.get(at)?.parentId)) found.add(at)
    return found
  }
  const isLockedBefore = (id: string) => was.get(id)?.isLocked === true
  for (const id of touched.ids) {
    if (is.has(id) && (is.get(id)?.isLocked === true) !== isLockedBefore(id)) return false
    if ([...chain(was, id), ...chain(is, id)].some(isLockedBefore)) return false
    // Nor is what holds something locked taken away from around it.
    if (!is.has(id) && [...was.keys()].some((other) => isLockedBefore(other) && chain(was, other).has(id)))
      return false
  }
  return true
}

test('a participant’s update is refused exactly where it touches what is locked, before it or after', () => {
  let refusals = 0
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 12 }), (turns) => {
      const seed = new Y.Doc()
      seed.transact(() => {
        for (const each of names) addRecord(recordsOf(seed), frame(each, null))
      })
      const stored = [Y.encodeStateAsUpdate(seed)]
      const time = createManualTime()
      const lockTimes = new LockTimes(time.now)
      let live = new LiveDocument(stored, lockTimes)
      for (const { steps, isFacilitator, forgets } of turns) {
        if (forgets) live = new LiveDocument(stored, lockTimes)
        const before = docOf(...stored)
        const browser = docOf(...stored)
        const touched = { ids: new Set<string>(), meta: false }
        browser.on('afterTransaction', ({ changed }: Y.Transaction) => {
          for (const [type, keys] of changed) {
            if (!type._item && Y.findRootTypeKey(type) === 'meta') touched.meta = true
            else if (type._item) touched.ids.add(String(type._item.parentSub))
            else for (const id of keys) touched.ids.add(String(id))
          }
        })
        const [update] = updatesOf(browser, () =>
          browser.transact(() => {
            for (const each of steps) take(browser, each)
          }),
        )
        if (!update) continue
        const expected = isFacilitator || isAllowed(before, browser, touched)
        let wasTaken = true
        try {
          live.take(update, isFacilitator)
          stored.push(update)
        } catch {
          wasTaken = false
          refusals++
          live = new LiveDocument(stored, lockTimes) // as the board does
        }
        expect(wasTaken).toBe(expected)
        time.pass(lockGraceMs + 1)
      }
    }),
    { numRuns: 300 },
  )
  expect(refusals).toBeGreaterThan(100)
})
