// Opens a link as a new person would, over HTTP: who one is from then on, and what proves it.
import { ApiError, Joined, type Preview, Preview as PreviewSchema, Secret } from '#shared/access/api.ts'
import { type RoomRole, roleBy } from '#shared/access/role.ts'
import { type DepartmentId, type PersonId, WorkshopId } from '#shared/ids.ts'

export type SeatInRoom = {
  origin: string
  workshopId: WorkshopId
  personId: PersonId
  role: RoomRole
  name: string
  departmentId: DepartmentId | null
  /** Headers of every later request and socket: in place of the cookie that a browser would send. */
  headers: { authorization: string; origin: string }
}
export type Link = { origin: string; workshopId: WorkshopId; secret: Secret }

/** Throws a sentence for what is no link of ours. */
export function readLink(link: string): Link {
  const url = URL.parse(link)
  const workshopId = WorkshopId.safeParse(url?.pathname.split('/').at(-1))
  const secret = Secret.safeParse(url?.hash.slice(1))
  if (!url || !workshopId.success || !secret.success)
    throw new Error(
      `${JSON.stringify(link)} is no link to a workshop; copy the whole link, with what stands behind its #.`,
    )
  return { origin: url.origin, workshopId: workshopId.data, secret: secret.data }
}

export async function previewOf({ origin, workshopId, secret }: Link): Promise<Preview> {
  return PreviewSchema.parse(await post(`${origin}/api/workshops/${workshopId}/preview`, { secret }))
}

export async function joinByLink(
  { origin, workshopId, secret }: Link,
  { name, departmentId }: { name: string; departmentId: DepartmentId | null },
): Promise<SeatInRoom> {
  const url = `${origin}/api/workshops/${workshopId}/join`
  const joined = Joined.required({ seatToken: true }).parse(
    await post(url, { secret, name, department: departmentId, bearer: true }),
  )
  const { personId, role: link, seatToken } = joined
  if (personId === null || link === 'results')
    throw new Error('A results link has no seat in the room; take the link for participants.')
  const headers = { authorization: `Bearer ${seatToken}`, origin }
  return {
    origin,
    workshopId,
    personId,
    role: roleBy(link),
    name: joined.name,
    departmentId: joined.department,
    headers,
  }
}

async function post(url: string, body: object): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const json: unknown = await response.json().catch(() => null)
  if (response.ok) return json
  const said = ApiError.safeParse(json)
  throw new Error(said.success ? said.data.error.message : `${url} answered with status ${response.status}.`)
}
