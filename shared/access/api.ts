// The HTTP interface: what is sent to create, look at, join and invite to a workshop, and what comes back.
import { z } from 'zod'
import { LinkKind } from '#shared/access/role.ts'
import { DepartmentId, PersonId, WorkshopId } from '#shared/ids.ts'
import { Language } from '#shared/language.ts'
import { line } from '#shared/text.ts'

/** Every error that leaves the server over HTTP. `code` is stable; `message` names the thing, what was wrong, what to do. */
export const ApiError = z.object({ error: z.object({ code: z.string(), message: z.string() }) })
export type ApiError = z.infer<typeof ApiError>

/** 128 bits as 22 characters of base64url; stands behind the # of a link. */
export const Secret = z
  .string()
  .regex(/^[A-Za-z0-9_-]{22}$/, 'A link ends in # and 22 characters; copy the whole link.')
export type Secret = z.infer<typeof Secret>

/** Three letters, three digits, as people read it aloud: "KRN-482". Typed with or without hyphen, in any case. */
export const JoinCode = z
  .string()
  .trim()
  .toUpperCase()
  .transform((code) => code.replace(/[\s-]/g, ''))
  .pipe(
    z
      .string()
      .regex(
        /^[BCDFGHJKLMNPQRSTVWXZ]{3}[0-9]{3}$/,
        'A code has three letters and three digits, like KRN-482.',
      ),
  )
  .transform((code) => `${code.slice(0, 3)}-${code.slice(3)}`)
export type JoinCode = z.infer<typeof JoinCode>

/** Full URLs `<origin>/w/<id>#<secret>`, one for each `LinkKind`. The facilitator's is shown once: only its hash is kept. */
export const WorkshopLinks = z.object({
  facilitator: z.string(),
  'co-facilitator': z.string(),
  participant: z.string(),
  observer: z.string(),
  results: z.string(),
})
export type WorkshopLinks = z.infer<typeof WorkshopLinks>

export const CreatedWorkshop = z.object({ id: WorkshopId, code: z.string(), links: WorkshopLinks })
export type CreatedWorkshop = z.infer<typeof CreatedWorkshop>

/** What opens a workshop: the secret behind a link, or the participants' short code. */
export const Key = z.union([z.object({ secret: Secret }), z.object({ code: JoinCode })])
export type Key = z.infer<typeof Key>

/** `POST /api/codes` `{code}`: which workshop a typed code belongs to. */
export const FindByCode = z.object({ code: JoinCode })
export const FoundByCode = z.object({ id: WorkshopId })

export const Department = z.object({ departmentId: DepartmentId, title: z.string() })
export type Department = z.infer<typeof Department>

/** `POST /api/workshops/:id/preview` with a `Key`: what the join page shows before anybody has joined. */
export const Preview = z.object({
  title: z.string(),
  language: Language,
  /** Which link it is. */
  role: LinkKind,
  /** Whether this browser, by its cookie, has a seat by that link already and need not join again. */
  isSeated: z.boolean(),
  /** Nobody new comes in; `POST /api/workshops/:id/knock` with the same key tells those who can open. */
  isLocked: z.boolean(),
  departments: z.array(Department),
  /** Name of the facilitator who came first; null while nobody has, or who gave none. */
  invitedBy: z.string().nullable(),
  /** Epoch milliseconds of the agenda's start; null before. */
  runningSince: z.number().nullable(),
  /** Set for a personal link: who will go on. */
  continuesAs: z.object({ name: z.string(), departmentId: DepartmentId.nullable() }).nullable(),
  /** A facilitator has made that link for them: it opens once, and every other seat of theirs ends. */
  endsOtherSeats: z.boolean(),
})
export type Preview = z.infer<typeof Preview>

/** `POST /api/workshops/:id/join`. `bearer: true` asks for the seat's token in the answer, for where cookies are blocked. */
export const Join = z.intersection(
  Key,
  z.object({
    name: line(60).optional(),
    department: DepartmentId.nullish(),
    bearer: z.boolean().optional(),
  }),
)
export type Join = z.infer<typeof Join>

export const Joined = z.object({
  personId: PersonId.nullable(),
  role: LinkKind,
  name: z.string(),
  department: DepartmentId.nullable(),
  /** Only when asked for with `bearer: true`; sent back as `Authorization: Bearer <token>`. */
  seatToken: z.string().optional(),
})
export type Joined = z.infer<typeof Joined>

/** `GET /api/workshops/:id/seat` (`?seat=<link>`): who this browser is in this workshop. */
export const CurrentSeat = z.object({
  workshopId: WorkshopId,
  title: z.string(),
  language: Language,
  personId: PersonId.nullable(),
  /** Which link the seat came by, and what it is called by; what the person may do now is said in the room. */
  role: LinkKind,
  name: z.string(),
  department: DepartmentId.nullable(),
})
export type CurrentSeat = z.infer<typeof CurrentSeat>

/** `PATCH /api/workshops/:id/seat`: correct one's own name. */
export const Rename = z.object({ name: line(60).nullable() })

/** `PATCH /api/workshops/:id/people/:personId`: a facilitator renames an absent owner, or erases anybody's name with null. */
export const RenamePerson = z.object({ name: line(60).nullable() })
export type RenamePerson = z.infer<typeof RenamePerson>
export const Renamed = z.object({ name: z.string().nullable() })
export type Renamed = z.infer<typeof Renamed>

/** `POST /api/workshops/:id/absent`: somebody who owns an action and was never here. */
export const NameAbsent = z.object({ name: line(60), department: DepartmentId.nullish() })
export type NameAbsent = z.infer<typeof NameAbsent>
export const NamedAbsent = z.object({ personId: PersonId })
export type NamedAbsent = z.infer<typeof NamedAbsent>

/** `POST /api/workshops/:id/ticket`: single use, 30 s, sent as the WebSocket subprotocol `runde.ticket.<ticket>`. */
export const Ticket = z.object({ ticket: z.string() })
export type Ticket = z.infer<typeof Ticket>
export const ticketProtocolPrefix = 'runde.ticket.'

/** `GET /api/workshops/:id/links`: what "Invite" shows. The facilitator's link can only be renewed, never read back. */
export const Invitation = z.object({
  code: z.string(),
  links: WorkshopLinks.omit({ facilitator: true }),
})
export type Invitation = z.infer<typeof Invitation>

/** `POST /api/workshops/:id/links/:kind` renews a link: the old one stops working; `endSeats` also ends the seats it gave. */
export const RenewLink = z.object({ endSeats: z.boolean().optional() })
export const RenewedLink = z.object({ link: z.string(), code: z.string() })

/** `POST /api/workshops/:id/personal-link`: continues as the same person on another device or in a later session. */
export const PersonalLink = z.object({ link: z.string() })

/** `GET /api/workshops/:id/seats`: people of the workshop whom no browser is, as after an import. */
export const MissingSeats = z.object({
  /** `offeredUntil`: epoch milliseconds; null where no link waits to be opened. */
  missing: z.array(z.object({ personId: PersonId, offeredUntil: z.number().nullable() })),
})
export type MissingSeats = z.infer<typeof MissingSeats>

/** `POST /api/workshops/:id/people/:personId/seat`: a link by which they take up the seat they had; shown once, opens once. */
export const OfferedSeat = z.object({ link: z.string(), until: z.number() })
export type OfferedSeat = z.infer<typeof OfferedSeat>

/** `GET /api/workshops/:id/retention`: how long a workshop is kept without anybody in it. */
export const Retention = z.object({
  /** null: until somebody deletes it. */
  days: z.number().nullable(),
  /** Epoch milliseconds at which it is deleted unless somebody comes before; null for never. */
  until: z.number().nullable(),
})
export type Retention = z.infer<typeof Retention>

/** Whose copy a browser keeps; null for the person: of a workshop, of nobody in particular. */
const Kept = z.object({ workshopId: WorkshopId, personId: PersonId.nullable() })
export type Kept = z.infer<typeof Kept>

/**
 * `POST /api/gone`: which of this is of a workshop that was deleted, or of somebody who was erased. Asked without a seat,
 * since theirs are gone; says nothing about ids that nobody could know but those who were there.
 */
export const mostKept = 100
export const AskGone = z.object({ kept: z.array(Kept).max(mostKept) })
export const Gone = z.object({ gone: z.array(Kept) })

/** `DELETE /api/workshops/:id`: its title, so that nothing is deleted by mistake. */
export const DeleteWorkshop = z.object({ title: z.string() })

/** `GET /api/config`: what the operator has set that a browser has to know. */
export const ClientConfig = z.object({
  version: z.string(),
  /** Without one tldraw runs under its terms for unlicensed use. */
  tldrawLicenseKey: z.string().nullable(),
})
export type ClientConfig = z.infer<typeof ClientConfig>
