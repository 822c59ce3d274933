// How somebody is here: as they say themselves, or as the server sees it. Presence, and no fact: it is never stored.
import { z } from 'zod'

/** What one says of oneself; `here` takes it back. */
export const OwnPresence = z.enum(['here', 'back-soon', 'other-meeting'])
export type OwnPresence = z.infer<typeof OwnPresence>

/** Of somebody connected what they said; `lost` is a connection that broke off without a good-bye. */
export type PresenceState = Exclude<OwnPresence, 'here'> | 'lost'
