// The four capability links and what each lets its holder do.
import { z } from 'zod'

/** `results` sees the report only; it has no seat in the room. */
export const Role = z.enum(['facilitator', 'participant', 'observer', 'results'])
export type Role = z.infer<typeof Role>

/** A role that sits in the room: on the sockets and in the list of people. */
export const RoomRole = Role.exclude(['results'])
export type RoomRole = z.infer<typeof RoomRole>

export const canEditBoard = (role: Role): boolean => role === 'facilitator' || role === 'participant'

/** Locks and unlocks the board and its parts, and edits what is locked. */
export const canLockBoard = (role: Role): boolean => role === 'facilitator'
