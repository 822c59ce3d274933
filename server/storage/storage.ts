// The one interface of everything that is kept. Promises resolve after the commit: resolved means durable, but for `written`.
import type { Kept } from '#shared/access/api.ts'
import type { LinkKind } from '#shared/access/role.ts'
import type { Delivery } from '#shared/access/webhook.ts'
import type { HistoryEntry } from '#shared/board/history.ts'
import type { Event } from '#shared/facilitation/events.ts'
import type { Reply } from '#shared/facilitation/protocol.ts'
import type { ImageId, PersonId, PollId, RoundId, WorkshopId } from '#shared/ids.ts'
import type { Draft, DraftId } from '#shared/silence/drafts.ts'

export type Storage = {
  workshops: WorkshopStore
  people: PeopleStore
  facilitation: FacilitationLog
  board: BoardStore
  images: ImageStore
  ballots: BallotStore
  silence: SilenceStore
  history: HistoryStore
  webhooks: WebhookStore
  wholes: WholeStore
  /** Rejects when nothing can be written (disk full, database gone). */
  ping(): Promise<void>
  /** Copies all that is kept at this moment into a new file of its own, while the storage goes on. */
  backup(path: string): Promise<void>
  /** Waits for what is under way, then lets go of the file. */
  close(): Promise<void>
}

/** Capability links and the seats they were exchanged for. Secrets are kept as SHA-256, 32 bytes. */
export type WorkshopStore = {
  /** False when the id or the code is taken: make another. */
  create(workshop: WorkshopRow, links: LinkRow[]): Promise<boolean>
  find(workshopId: WorkshopId): Promise<WorkshopRow | null>
  findByCode(code: string): Promise<WorkshopRow | null>
  links(workshopId: WorkshopId): Promise<LinkRow[]>
  /**
   * Puts a link in place of the one with the same role and person. `code` changes with the participants' link; false
   * when it is taken: make another. `endSeats` ends the seats of that role (of a personal link: of that person), and the
   * personal links by which they could come back, but not those of `keeping`, who asked for it; and all offers of seats.
   */
  renewLink(
    link: LinkRow,
    change: { code: string | null; endSeats: boolean; keeping?: PersonId | null },
  ): Promise<boolean>
  linkBySecret(workshopId: WorkshopId, secretHash: Uint8Array): Promise<LinkRow | null>
  addSeat(seat: SeatRow): Promise<void>
  seat(tokenHash: Uint8Array): Promise<SeatRow | null>
  endSeat(tokenHash: Uint8Array): Promise<void>
  /** Who has been given a seat after `since` that has not ended. */
  seated(workshopId: WorkshopId, since: number): Promise<PersonId[]>
  /** Puts an offer in place of the one for the same person. */
  offerSeat(offer: SeatOfferRow): Promise<void>
  /** Those that are not taken up and not over. */
  seatOffers(workshopId: WorkshopId, now: number): Promise<SeatOfferRow[]>
  /** null when there is none of this secret: never made, taken up, replaced, over. */
  seatOffer(workshopId: WorkshopId, secretHash: Uint8Array, now: number): Promise<SeatOfferRow | null>
  /**
   * Gives the seat that this offer is of, once: the offer goes, with every seat and personal link that this person had
   * before. False when it is no longer there, and nothing has changed then.
   */
  takeUpSeat(offer: SeatOfferRow, seat: SeatRow): Promise<boolean>
}
export type WorkshopRow = { workshopId: WorkshopId; code: string; createdAt: number }
export type LinkRow = {
  workshopId: WorkshopId
  role: LinkKind
  /** Set for a personal link, null for those of the workshop. */
  personId: PersonId | null
  secretHash: Uint8Array
  /** The secret under the server's key, so that "Invite" can show it again; null for the facilitator's. */
  sealedSecret: Uint8Array | null
}
/** `role`: which link it came by. `personId` is null for a seat that only reads results. */
export type SeatRow = {
  tokenHash: Uint8Array
  workshopId: WorkshopId
  role: LinkKind
  personId: PersonId | null
  createdAt: number
}

/** A link by which one person takes up the seat they had: single use. Its secret is kept as SHA-256. */
export type SeatOfferRow = {
  workshopId: WorkshopId
  personId: PersonId
  /** Which link the seat will be called by. */
  role: LinkKind
  secretHash: Uint8Array
  /** The facilitator who made it; null for whoever runs the server. */
  offeredBy: PersonId | null
  /** Epoch milliseconds. */
  expiresAt: number
}

/** Names, and nothing else about people: the one table that can be erased. */
export type PeopleStore = {
  /** null erases the name. */
  setName(workshopId: WorkshopId, personId: PersonId, name: string | null): Promise<void>
  names(workshopId: WorkshopId): Promise<Record<PersonId, string>>
}

/** The append-only log of facilitation events of each workshop. `seq` counts events from 1 without gaps. */
export type FacilitationLog = {
  /**
   * Appends the events of one command and remembers its reply, all or nothing. `conflict`: `seq` is taken, another
   * node wrote first: read what it wrote and decide again. `repeated`: this person's `commandId` was answered before.
   * With the end of a session its post to the workshop's webhook, if there is one, is queued: never one without the other.
   */
  append(batch: NewBatch): Promise<'stored' | 'conflict' | 'repeated'>
  /**
   * Remembers a refusal under its `commandId`, so that the same command gets the same answer after a restart. Resolves
   * with the first reply this command ever got: this one, or an earlier one.
   */
  remember(answer: AnsweredCommand): Promise<Reply>
  reply(workshopId: WorkshopId, personId: PersonId | null, commandId: string): Promise<Reply | null>
  /** Events after `afterSeq`, oldest first. */
  read(workshopId: WorkshopId, afterSeq: number): Promise<StoredEvent[]>
}
/** `personId` is null for the server's own commands. */
export type AnsweredCommand = {
  workshopId: WorkshopId
  personId: PersonId | null
  commandId: string
  reply: Reply
}
export type NewBatch = {
  workshopId: WorkshopId
  /** Of the first event. */
  seq: number
  events: Event[]
  /** null for the server's own commands; those need no reply to remember unless they carry a fixed commandId. */
  answer: AnsweredCommand | null
}
type StoredEvent = { seq: number; event: Event }

/** Board updates as they came (Yjs V1 encoding), and a snapshot in place of the oldest of them. */
export type BoardStore = {
  /**
   * The last process here ended without warning: if the machine lost power with it, updates that were written and not
   * durable are gone, although browsers have seen them.
   */
  endedUntimely: boolean
  /** All that is written, also what is not durable yet. */
  load(workshopId: WorkshopId): Promise<StoredBoard>
  /**
   * All of these or none. `conflict`: a `seq` is taken, another node wrote first. Entries may be of many workshops; their
   * bytes stay as they are.
   */
  append(entries: readonly BoardEntry[]): Appended
  /** Puts a snapshot in place of every update up to and including `upTo`. */
  compact(workshopId: WorkshopId, snapshot: { bytes: Uint8Array; upTo: number }): Promise<void>
  /** Which Yjs client id belongs to whom: the first person who used it keeps it. Returns the owner. */
  claimClient(workshopId: WorkshopId, clientId: number, personId: PersonId): Promise<PersonId>
}
/**
 * Two moments that may be one (in PostgreSQL both are the commit). The second also says that everything written before
 * is durable; an append without entries asks for just that.
 */
export type Appended = {
  /** The end of this process loses nothing of it: others may see it. */
  written: Promise<'stored' | 'conflict'>
  /** Nor does a loss of power: it may be called saved. */
  durable: Promise<'stored' | 'conflict'>
}
/** `seq` counts entries from 1 per workshop; one entry may hold several updates merged by the caller into one. */
export type BoardEntry = { workshopId: WorkshopId; seq: number; update: Uint8Array }
export type StoredBoard = {
  snapshot: { bytes: Uint8Array; upTo: number } | null
  tail: { seq: number; update: Uint8Array }[]
}

/** Uploaded images, under random names; never changed. */
export type ImageStore = {
  /** Sorted by id, which says nothing. */
  list(workshopId: WorkshopId): Promise<ImageId[]>
  /** `full`: all images of this workshop would have more than `maxTotalBytes` together; nothing is stored. */
  put(image: ImageRow, maxTotalBytes: number): Promise<'stored' | 'full'>
  find(workshopId: WorkshopId, imageId: ImageId): Promise<ImageRow | null>
}
export type ImageRow = {
  workshopId: WorkshopId
  imageId: ImageId
  /** Media type, as its own bytes say it. */
  type: string
  bytes: Uint8Array
}

/** Keys, issued tokens and ballots. Ballots hold no person, no time, no order; see the ballot protocol, section 3. */
export type BallotStore = {
  createPoll(poll: NewPollRow): Promise<void>
  poll(pollId: PollId): Promise<PollRow | null>
  /** Polls whose process ended before they were closed: open, closing, or sealed without the log knowing it. */
  unfinished(): Promise<PollRow[]>
  /** Forgets a poll whose keys were made and which was never opened (refused, or a crash in between). */
  discardPoll(pollId: PollId): Promise<void>
  setClosing(pollId: PollId): Promise<void>
  /**
   * First come, first kept: `issued` and `same` may be answered, `other` means a token was issued for another element.
   * Rejects, like every change of a poll, once the poll is sealed.
   */
  issue(pollId: PollId, personId: PersonId, blinded: Uint8Array): Promise<'issued' | 'same' | 'other'>
  /** Sorted by person id. */
  issuedTo(pollId: PollId): Promise<PersonId[]>
  /** Highest `rev` wins; one transaction, rows written in order of `t`. */
  putBallots(pollId: PollId, ballots: BallotRow[]): Promise<void>
  /** Sorted by `t`. */
  ballots(pollId: PollId): Promise<BallotRow[]>
  /**
   * What was published: here, or elsewhere and brought in a file. Two files may tell different things of one poll: the
   * one with this hash goes before others, one that was sealed here before those that were brought. Null before the seal.
   */
  bundle(pollId: PollId, bundleHash: Uint8Array | null): Promise<Uint8Array | null>
  /**
   * One transaction: ballots are rewritten sorted by t into fresh storage (or destroyed, all but t, when suppressed),
   * blinded elements and secret keys are destroyed, the bundle is kept. Resolves after the write-ahead log is truncated.
   */
  seal(
    pollId: PollId,
    sealed: { bundle: Uint8Array; bundleHash: Uint8Array; suppressed: boolean },
  ): Promise<void>
  /** The log has `poll.sealed` now: from `sealed` to `closed`. */
  setClosed(pollId: PollId): Promise<void>
}
export type NewPollRow = {
  pollId: PollId
  workshopId: WorkshopId
  /** The exact bytes that are hashed into the bundle: JSON, serialised once. */
  manifest: Uint8Array
  pk: Uint8Array
  sk: Uint8Array
  receiptPk: Uint8Array
  receiptSk: Uint8Array
}
export type PollRow = Omit<NewPollRow, 'sk' | 'receiptSk'> & {
  /** `sealed`: the bundle is kept, but the facilitation log may not have `poll.sealed` yet. */
  state: 'open' | 'closing' | 'sealed' | 'closed'
  /** null once the poll is sealed. */
  sk: Uint8Array | null
  receiptSk: Uint8Array | null
  bundle: Uint8Array | null
  bundleHash: Uint8Array | null
}
/** `t` 32 bytes, `rev` 0 to 255, `body` fixed length per poll, `mac` 32 bytes. */
export type BallotRow = { t: Uint8Array; rev: number; body: Uint8Array; mac: Uint8Array }

/** Notes of silent writing between their writing and their placing. */
export type SilenceStore = {
  /** New, or changed under the same `draftId`. `closed`: the writing is over. `full`: this person has `most` of them. */
  put(draft: DraftRow, most: number): Promise<'kept' | 'closed' | 'full'>
  /** `closed`: the writing is over, and nothing was removed. */
  remove(key: Omit<DraftRow, keyof Draft> & { draftId: DraftId }): Promise<'removed' | 'closed'>
  /** Sorted by draft id, which says nothing. */
  draftsOf(workshopId: WorkshopId, roundId: RoundId, personId: PersonId): Promise<DraftRow[]>
  drafts(workshopId: WorkshopId, roundId: RoundId): Promise<DraftRow[]>
  /** From here on nothing is taken. Resolves with the update that places the notes, if one is kept; `done` when placed. */
  close(workshopId: WorkshopId, roundId: RoundId): Promise<Uint8Array | 'done' | null>
  /**
   * Keeps the update that places the notes and forgets the drafts with their writers, all or nothing. Resolves with the
   * first one that was ever given: this one, or an earlier one.
   */
  keepPlacing(workshopId: WorkshopId, roundId: RoundId, placing: Uint8Array): Promise<Uint8Array | 'done'>
  /** The round is over: drafts and update are destroyed. Resolves when they stand nowhere on the disk. */
  finish(workshopId: WorkshopId, roundId: RoundId): Promise<void>
  /** Rounds that have drafts, or were closed and are not done. */
  unfinished(): Promise<{ workshopId: WorkshopId; roundId: RoundId }[]>
}
export type DraftRow = Draft & { workshopId: WorkshopId; roundId: RoundId; personId: PersonId }

/** States of a board to look at and to go back to. */
export type HistoryStore = {
  /** False when there is one of this id already: another node kept it. */
  add(entry: HistoryRow, bytes: Uint8Array): Promise<boolean>
  /** Newest first. */
  list(workshopId: WorkshopId): Promise<HistoryRow[]>
  /** The state as one Yjs V1 update. */
  bytes(workshopId: WorkshopId, entryId: string): Promise<Uint8Array | null>
  remove(workshopId: WorkshopId, entryIds: readonly string[]): Promise<void>
}
/** `boardSeq`: how many updates the board had; the same number is the same board. */
export type HistoryRow = HistoryEntry & { workshopId: WorkshopId; boardSeq: number }

/** Workshops as wholes, across all other stores. */
export type WholeStore = {
  /** Everything or nothing, in one transaction. False when the id or the code is taken: make another. */
  bring(whole: WholeWorkshop): Promise<boolean>
  /** By id, which says nothing. Without those that are being deleted. */
  list(): Promise<ListedWorkshop[]>
  /** One of those; null when it is not among them. */
  listed(workshopId: WorkshopId): Promise<ListedWorkshop | null>
  /** Somebody was there on this day (epoch milliseconds of its beginning): no more is kept of when. Never goes back. */
  touch(workshopId: WorkshopId, day: number): Promise<void>
  /**
   * The first step of deleting one: from here on nothing opens it, for its links, its seats and its code are gone. False
   * when there is none.
   */
  close(workshopId: WorkshopId): Promise<boolean>
  /**
   * Which of these are of a workshop that was closed, or of a person of it who was erased. Not those of a workshop that was
   * never here. Reads no log: whoever asks needs no seat.
   */
  gone(kept: readonly Kept[]): Promise<Kept[]>
  /** The second: everything else of it, in every table. Resolves when it stands nowhere on the disk. May be done again. */
  erase(workshopId: WorkshopId): Promise<void>
  /**
   * Rewrites the log and takes away the name, seats, personal links, answers and drafts of one person, in one transaction.
   * False when the log has grown meanwhile. Resolves when nothing of it stands on the disk.
   */
  erasePerson(erasure: PersonErasure): Promise<boolean>
  /** Closed, and not yet forgotten: what was under way at the time may still have come in behind the second step. */
  closed(): Promise<WorkshopId[]>
  /** The last: not even its id is known, only whether an id is that of something deleted. */
  forget(workshopId: WorkshopId): Promise<void>
}
export type PersonErasure = {
  workshopId: WorkshopId
  personId: PersonId
  /** Of the last event of the log from which `changed` was made. */
  seq: number
  /** In place of those with the same seq. */
  changed: StoredEvent[]
  /** Behind the last one. */
  added: Event[]
}
export type ListedWorkshop = WorkshopRow & {
  /** The beginning of the day on which somebody was last there. */
  touchedAt: number
}
/** What goes on in a new workshop from a file. */
export type WholeWorkshop = {
  workshop: WorkshopRow
  links: LinkRow[]
  /** Ways back for those who are in the file. */
  offers: SeatOfferRow[]
  names: Record<PersonId, string>
  events: Event[]
  /** One Yjs V1 update: the first of the board. */
  board: Uint8Array
  history: { row: HistoryRow; bytes: Uint8Array }[]
  images: ImageRow[]
  bundles: { pollId: PollId; bundleHash: Uint8Array; bundle: Uint8Array }[]
}

/** Where results are posted, and the posts that are waiting or were made. */
export type WebhookStore = {
  /** Puts the address in place of the one before; a secret that is there already stays. */
  set(webhook: WebhookRow): Promise<void>
  find(workshopId: WorkshopId): Promise<WebhookRow | null>
  /** With every post. */
  remove(workshopId: WorkshopId): Promise<void>
  /**
   * False when there is one of this id already. Of each workshop the newest twenty are kept, and those that wait. The log
   * queues those of sessions itself.
   */
  queue(delivery: DeliveryRow): Promise<boolean>
  /** What became of an attempt. Nothing happens when the post is gone meanwhile. */
  update(delivery: DeliveryRow): Promise<void>
  /** Newest first. */
  deliveries(workshopId: WorkshopId): Promise<DeliveryRow[]>
  /** Of all workshops, those due next first. */
  waiting(): Promise<DeliveryRow[]>
}
/** `sealedSecret`: what posts are signed with, under the server's key. */
export type WebhookRow = { workshopId: WorkshopId; url: string; sealedSecret: Uint8Array }
/** `queuedAt`: epoch milliseconds. The id is the same over all attempts. */
export type DeliveryRow = Delivery & { deliveryId: string; workshopId: WorkshopId; queuedAt: number }
