// Lets a workshop go on from a file: under a new id and new links, stored in one piece or not at all.
import { linkFor, makeLinks } from '#server/access/links.ts'
import { makeOffer } from '#server/access/offers.ts'
import { newJoinCode, newWorkshopId } from '#server/access/secrets.ts'
import { done, type Outcome, refuse } from '#server/http/answer.ts'
import type { Log } from '#server/log.ts'
import type { WholeStore, WholeWorkshop } from '#server/storage/storage.ts'
import type { Unpacked } from '#server/workshop-file/unpack.ts'
import type { Unpacking } from '#server/workshop-file/unpacking.ts'
import type { CreatedWorkshop } from '#shared/access/api.ts'
import type { WorkshopId } from '#shared/ids.ts'
import type { FileProblem } from '#shared/workshop-file/read-workshop-file.ts'

/** `origin` stands before the new links. `withSeats`: also a link for everybody in the file, to take up the seat they had. */
export type Bringing = (
  file: Uint8Array,
  origin: string,
  wish?: { withSeats: boolean },
) => Promise<Outcome<CreatedWorkshop & { seats: readonly BroughtSeat[] }>>
export type BroughtSeat = { name: string; department: string; link: string }

type Parts = { store: WholeStore; unpack: Unpacking; serverKey: Buffer; log: Log; now: () => number }

export function createBringing({ store, unpack, serverKey, log, now }: Parts): Bringing {
  return async (file, origin, { withSeats } = { withSeats: false }) => {
    const unpacked = await unpack(file)
    if (!unpacked.ok) return refused(unpacked.problem)
    const workshopId = newWorkshopId()
    const { rows, links } = makeLinks(serverKey, workshopId, origin)
    const whole = wholeOf(workshopId, unpacked.value)
    const people = withSeats ? Object.values(unpacked.value.people) : []
    const made = people.map((person) => ({
      person,
      ...makeOffer({ workshopId, person, offeredBy: null, now: now() }),
    }))
    const offers = made.map(({ row }) => row)
    for (;;) {
      const code = newJoinCode()
      const workshop = { workshopId, code, createdAt: now() }
      // False: the code is taken.
      if (!(await store.bring({ ...whole, workshop, links: rows, offers }))) continue
      log.info('workshop.brought', { workshopId, events: whole.events.length })
      const { names, departments } = unpacked.value
      const seats = made.map(({ person: { personId, departmentId }, secret }) => ({
        name: names[personId] ?? '',
        department: departments.find((one) => one.departmentId === departmentId)?.title ?? '',
        link: linkFor(origin, workshopId, secret),
      }))
      return done({ id: workshopId, code, links, seats })
    }
  }
}

/** People, polls and images keep their ids, by which the log, the ballots and the board name them. */
function wholeOf(
  workshopId: WorkshopId,
  unpacked: Unpacked,
): Omit<WholeWorkshop, 'workshop' | 'links' | 'offers'> {
  const { names, events, board, bundles, images, history } = unpacked
  return {
    names,
    events,
    board,
    bundles,
    images: images.map((image) => ({ ...image, workshopId })),
    // States that the agenda kept are called after their event, whose number may be another one here. `boardSeq` 0 is
    // that of no board: the next state is kept in any case.
    history: history.map(({ entry, bytes }, index) => ({
      row: { ...entry, workshopId, entryId: `brought-${index}`, boardSeq: 0 },
      bytes,
    })),
  }
}

const refused = ({ code, message }: FileProblem) => refuse(422, `file-${code}`, message)
