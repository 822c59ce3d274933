// What somebody may do in a workshop, and the capability links that let them.
import { z } from 'zod'

/** `results` sees the report only; it has no seat in the room. */
export const Role = z.enum(['facilitator', 'participant', 'observer', 'results'])
export type Role = z.infer<typeof Role>

/** A role that sits in the room: on the sockets and in the list of people. */
export const RoomRole = Role.exclude(['results'])
export type RoomRole = z.infer<typeof RoomRole>

/** The links of a workshop, each renewed by itself. A seat is named after the link it was taken with, for as long as it lasts. */
export const LinkKind = z.enum([...Role.options, 'co-facilitator'])
export type LinkKind = z.infer<typeof LinkKind>
export const RoomLink = LinkKind.exclude(['results'])
export type RoomLink = z.infer<typeof RoomLink>

/** What a link makes of those who come by it. Later the people of the workshop say what they are: roles change, seats do not. */
export function roleBy(link: RoomLink): RoomRole
export function roleBy(link: LinkKind): Role
export function roleBy(link: LinkKind): Role {
  return link === 'co-facilitator' ? 'facilitator' : link
}

export const canEditBoard = (role: Role): boolean => role === 'facilitator' || role === 'participant'

/** Locks and unlocks the board and its parts, and edits what is locked. */
export const canLockBoard = (role: Role): boolean => role === 'facilitator'
