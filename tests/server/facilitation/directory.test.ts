// Presence in the directory: what people say of themselves, what survives a reload, and a connection that broke off.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createDirectories, type Directories } from '#server/facilitation/directory.ts'
import { WorkshopId } from '#shared/ids.ts'
import { cem, dana } from '#tests/shared/facilitation/scene.ts'

const workshopId = WorkshopId.parse('abcdefgh1234')
const minute = 60_000
let now: number
let directories: Directories
beforeEach(() => {
  now = 0
  directories = createDirectories({ names: async () => ({}), setName: async () => {} }, () => now)
})
afterEach(() => directories.close())
const states = async () => (await directories.directory(workshopId)).states

test('whoever says that they are back in a moment is shown so, and still here', async () => {
  directories.arrive(workshopId, cem.personId)
  directories.setPresence(workshopId, cem.personId, 'back-soon')
  expect(await directories.directory(workshopId)).toEqual({
    names: {},
    present: [cem.personId],
    states: { [cem.personId]: 'back-soon' },
  })
  directories.setPresence(workshopId, cem.personId, 'here')
  expect(await states()).toBeUndefined()
})
test('it survives a reload, and ends when somebody stays away', async () => {
  const leave = directories.arrive(workshopId, cem.personId)
  directories.setPresence(workshopId, cem.personId, 'other-meeting')
  leave()
  expect(await states()).toBeUndefined()
  now += minute
  const again = directories.arrive(workshopId, cem.personId)
  expect(await states()).toEqual({ [cem.personId]: 'other-meeting' })
  again()
  now += 6 * minute
  directories.arrive(workshopId, cem.personId)
  expect(await states()).toBeUndefined()
})
test('a connection that broke off is shown as lost until that person is back; one that was left is not', async () => {
  directories.arrive(workshopId, cem.personId)(true)
  directories.arrive(workshopId, dana.personId)(false)
  expect(await states()).toEqual({ [cem.personId]: 'lost' })
  directories.arrive(workshopId, cem.personId)
  expect(await states()).toBeUndefined()
})
test('one of two devices that is cut off changes nothing', async () => {
  directories.arrive(workshopId, cem.personId)
  directories.arrive(workshopId, cem.personId)(true)
  expect(await directories.directory(workshopId)).toEqual({ names: {}, present: [cem.personId] })
})
