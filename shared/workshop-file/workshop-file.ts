// The workshop file: a whole workshop as one JSON, to keep, to read by other programs, and to go on from elsewhere.
import { z } from 'zod'
import { HistoryKind } from '#shared/board/history.ts'
import { Event } from '#shared/facilitation/events.ts'
import { ImageId, PersonId, PollId, WorkshopId } from '#shared/ids.ts'
import { line } from '#shared/text.ts'

export const workshopFileFormat = 'runde-workshop'
export const workshopFileVersion = 1

/** What a browser may bring; whoever runs the server brings larger ones with `npm run runde -- import`. */
export const maxWorkshopFileBytes = 100 * 1024 * 1024

const Time = z.number().min(0).max(8.64e15)
/** Its letters are checked where it is decoded. */
const Base64 = z.string()

/** Workshops of a whole year have some ten thousand. */
const mostEvents = 200_000
const mostPeople = 10_000
const mostBundles = 2_000
const mostImages = 5_000
/** Named states and those that the agenda kept. */
const mostStates = 200

/**
 * What nobody but one person sees is not in it (`events-in-file.ts`), nor anything that opens a workshop or a ballot box:
 * no link, code, seat, key, ballot that is not counted yet, or note of a silent round that is still on.
 */
export const WorkshopFile = z.object({
  format: z.literal(workshopFileFormat),
  version: z.literal(workshopFileVersion),
  savedAt: Time,
  /** Which one it was, for readers; a workshop that goes on from the file gets an id of its own. */
  workshop: z.object({ id: WorkshopId, title: z.string().max(120), createdAt: Time }),
  /** What the workshop had come to (`shared/results/results.ts`), for readers; made again from the rest when it goes on. */
  results: z.unknown().optional(),
  names: z
    .record(PersonId, line(60))
    .refine((names) => Object.keys(names).length <= mostPeople, `More than ${mostPeople} people are named.`),
  /** The log of facilitation, oldest first; it begins with `workshop.created`. */
  events: z.array(Event).min(1, 'There must be one event at least.').max(mostEvents),
  /** One Yjs update (V1). */
  board: Base64,
  /** The published ballots of each secret poll and concern box, the exact bytes whose hash the log names. */
  bundles: z.array(z.object({ pollId: PollId, bundle: Base64 })).max(mostBundles),
  images: z.array(z.object({ imageId: ImageId, type: z.string().max(40), bytes: Base64 })).max(mostImages),
  /** Kept states of the board, newest first, each as one Yjs update. */
  history: z
    .array(
      z.object({
        kind: HistoryKind,
        name: z.string().max(80).nullable(),
        itemTitle: z.string().max(280).nullable(),
        personId: PersonId.nullable(),
        at: Time,
        state: Base64,
      }),
    )
    .max(mostStates),
})
export type WorkshopFile = z.infer<typeof WorkshopFile>
