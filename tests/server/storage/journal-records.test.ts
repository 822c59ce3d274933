// The journal's bytes: what was written comes back; what is half written, or changed, never does.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeRecords, encodeRecord } from '#server/storage/journal-records.ts'
import type { BoardEntry } from '#server/storage/storage.ts'
import { bytesOf, workshopNumber } from './contract.ts'

const entries: fc.Arbitrary<BoardEntry> = fc.record({
  workshopId: fc.nat(9).map(workshopNumber),
  seq: fc.integer({ min: 1, max: 2 ** 40 }),
  update: fc.uint8Array({ maxLength: 40 }),
})
const appends = fc.array(fc.array(entries, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 })

const fileOf = (written: readonly BoardEntry[][]) =>
  Buffer.concat(written.map((record, index) => encodeRecord(record, index === 0)))

test('what was written comes back in its order', () => {
  fc.assert(
    fc.property(appends, (written) => {
      expect(decodeRecords(fileOf(written))).toEqual({ ok: true, entries: written.flat(), isCut: false })
    }),
  )
})

test('a file cut anywhere gives the appends that are whole, each of them or none of it', () => {
  fc.assert(
    fc.property(appends, fc.nat(), (written, at) => {
      const file = fileOf(written)
      const length = at % file.length
      const whole = written.filter((_, index) => fileOf(written.slice(0, index + 1)).length <= length)
      const decoded = decodeRecords(file.subarray(0, length))
      expect(decoded).toMatchObject({ ok: true, entries: whole.flat() })
    }),
  )
})

test('a changed byte ends the journal before the append that it stands in', () => {
  fc.assert(
    fc.property(appends, fc.nat(), fc.integer({ min: 1, max: 255 }), (written, place, change) => {
      const title = encodeRecord([], true).length - encodeRecord([], false).length
      const file = fileOf(written)
      const at = title + (place % (file.length - title))
      file[at] = (file[at] ?? 0) ^ change
      const whole = written.filter((_, index) => fileOf(written.slice(0, index + 1)).length <= at)
      expect(decodeRecords(file)).toEqual({ ok: true, entries: whole.flat(), isCut: true })
    }),
  )
})

test('zeros behind the last record, which some file systems leave, are no record', () => {
  const written = [[{ workshopId: workshopNumber(1), seq: 1, update: bytesOf('update') }]]
  const file = Buffer.concat([fileOf(written), Buffer.alloc(100)])
  expect(decodeRecords(file)).toEqual({ ok: true, entries: written.flat(), isCut: true })
  expect(decodeRecords(Buffer.alloc(100))).toEqual({ ok: true, entries: [], isCut: true })
})

test('a file of a newer version is told from a broken one', () => {
  expect(decodeRecords(Buffer.from('runde-boards 2\nsomething'))).toEqual({ ok: false, why: 'newer version' })
})
