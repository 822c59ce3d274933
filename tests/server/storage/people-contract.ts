// What every storage promises about names.
import { describe, expect, test } from 'vitest'
import { fresh, type OpenStorage, personNumber, workshopNumber } from './contract.ts'

const workshopId = workshopNumber(1)
const ana = personNumber(1)
const bo = personNumber(2)

export function peopleContract(engine: string, open: OpenStorage): void {
  describe(`names in ${engine}`, () => {
    test('a name is kept per workshop, also after a restart', async () => {
      const { storage, reopened } = await fresh(open)
      await storage.people.setName(workshopId, ana, 'Ana Özgür')
      await storage.people.setName(workshopNumber(2), ana, 'A.')
      const later = await reopened()
      expect(await later.people.names(workshopId)).toEqual({ [ana]: 'Ana Özgür' })
      expect(await later.people.names(workshopNumber(2))).toEqual({ [ana]: 'A.' })
      expect(await later.people.names(workshopNumber(3))).toEqual({})
    })

    test('the last name given counts', async () => {
      const { storage } = await fresh(open)
      await storage.people.setName(workshopId, ana, 'Anna')
      await storage.people.setName(workshopId, ana, 'Ana')
      expect(await storage.people.names(workshopId)).toEqual({ [ana]: 'Ana' })
    })

    test('an erased name is gone, the others stay', async () => {
      const { storage, reopened } = await fresh(open)
      await storage.people.setName(workshopId, ana, 'Ana')
      await storage.people.setName(workshopId, bo, 'Bo')
      await storage.people.setName(workshopId, ana, null)
      await storage.people.setName(workshopId, ana, null)
      expect(await (await reopened()).people.names(workshopId)).toEqual({ [bo]: 'Bo' })
    })
  })
}
