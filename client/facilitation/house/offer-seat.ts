// Asks the server for a link by which somebody takes up the seat they had, and for those who have none.
import type { Asker } from '#client/facilitation/use-facilitation.ts'
import { askWorkshop } from '#client/ui/api.ts'
import { MissingSeats, OfferedSeat } from '#shared/access/api.ts'
import type { PersonId } from '#shared/ids.ts'

export const offerSeat = (asker: Asker, personId: PersonId): Promise<OfferedSeat> =>
  askWorkshop(OfferedSeat, asker, `/people/${personId}/seat`, { method: 'POST' })

export const missingSeats = (asker: Asker): Promise<MissingSeats> =>
  askWorkshop(MissingSeats, asker, '/seats')
