// A backup is one file with everything that was written by then, made while the storage goes on.
import { expect, test } from 'vitest'
import { opening } from '#tests/shared/facilitation/scene.ts'
import { bytesOf, personNumber, workshopNumber } from './contract.ts'
import { sqliteFolder } from './sqlite-for-test.ts'

const { open, path } = sqliteFolder()
const workshopId = workshopNumber(1)
const update = (seq: number) => ({ workshopId, seq, update: bytesOf(`update ${seq}`) })

test('it opens as the same storage, with board updates that were only in the journal', async () => {
  const storage = await open('kept')
  await storage.facilitation.append({ workshopId, seq: 1, events: [...opening], answer: null })
  await storage.people.setName(workshopId, personNumber(1), 'Ana')
  expect(await storage.board.append([update(1), update(2)]).written).toBe('stored')
  await storage.backup(path('copy'))
  const copy = await open('copy')
  expect(await copy.facilitation.read(workshopId, 0)).toEqual(await storage.facilitation.read(workshopId, 0))
  expect(await copy.people.names(workshopId)).toEqual({ [personNumber(1)]: 'Ana' })
  expect((await copy.board.load(workshopId)).tail).toEqual(
    [1, 2].map((seq) => ({ seq, update: bytesOf(`update ${seq}`) })),
  )
  await copy.close()
  await storage.close()
})

test('the storage takes writes while it is copied, and the copy is of one moment', async () => {
  const storage = await open('busy')
  await storage.board.append([update(1)]).durable
  const copied = storage.backup(path('moment'))
  for (let seq = 2; seq < 40; seq += 1) await storage.board.append([update(seq)]).durable
  await copied
  const copy = await open('moment')
  const { tail } = await copy.board.load(workshopId)
  expect(tail.map(({ seq }) => seq)).toEqual(tail.map((_, index) => index + 1))
  expect(tail.length).toBeGreaterThan(0)
  await copy.close()
  await storage.close()
})

test('where no file can be made it says so, and the storage goes on', async () => {
  const storage = await open('nowhere')
  await expect(storage.backup('/nowhere/at/all.db')).rejects.toThrow('The copy could not be made')
  await storage.ping()
  await storage.close()
  await expect(storage.backup(path('late'))).rejects.toThrow('closed')
})
