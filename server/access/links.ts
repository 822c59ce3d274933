// Capability links: made, written as addresses, and read back from their sealed copies.
import { hashSecret, newSecret, seal, unseal } from '#server/access/secrets.ts'
import type { LinkRow } from '#server/storage/storage.ts'
import type { Secret, WorkshopLinks } from '#shared/access/api.ts'
import { LinkKind } from '#shared/access/role.ts'
import type { WorkshopId } from '#shared/ids.ts'

type LinkOwner = Pick<LinkRow, 'workshopId' | 'role' | 'personId'>

/** The secret leaves the server in the answer; only its hash stays, and for all but facilitators' links a sealed copy. */
export function makeLink(serverKey: Buffer, owner: LinkOwner): { row: LinkRow; secret: Secret } {
  const secret = newSecret()
  const sealedSecret = owner.role === 'facilitator' ? null : seal(serverKey, secret, contextOf(owner))
  return { row: { ...owner, secretHash: hashSecret(secret), sealedSecret }, secret }
}

/** One for each role: rows to keep, and full addresses to give away. */
export function makeLinks(
  serverKey: Buffer,
  workshopId: WorkshopId,
  origin: string,
): { rows: LinkRow[]; links: WorkshopLinks } {
  const made = LinkKind.options.map((role) => makeLink(serverKey, { workshopId, role, personId: null }))
  const links = Object.fromEntries(
    made.map(({ row, secret }) => [row.role, linkFor(origin, workshopId, secret)]),
  ) as WorkshopLinks // one entry for each role, as LinkKind.options lists them
  return { rows: made.map(({ row }) => row), links }
}

/** null for a facilitator's link, and for one that was sealed under another server key. */
export const readLink = (serverKey: Buffer, row: LinkRow): string | null =>
  row.sealedSecret && unseal(serverKey, row.sealedSecret, contextOf(row))

/** The secret stands behind the #: browsers keep that to themselves, so it is in no log and no referer. */
export const linkFor = (origin: string, workshopId: WorkshopId, secret: string): string =>
  `${origin}/w/${workshopId}#${secret}`

/** Binds a sealed secret to its row, so that a copy of it in another row opens nothing. */
const contextOf = ({ workshopId, role, personId }: LinkOwner) => `${workshopId}/${role}/${personId ?? ''}`
