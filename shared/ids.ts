// The ids of the things everyone points at; branded, so that one kind is never passed for another.
import { z } from 'zod'

/** 12 characters of lower-case Crockford base32 (60 random bits). */
export const WorkshopId = z
  .string()
  .regex(/^[0-9a-hjkmnp-tv-z]{12}$/, 'A workshop id has 12 characters, digits and small letters.')
  .brand<'WorkshopId'>()
export type WorkshopId = z.infer<typeof WorkshopId>

/** 16 characters of lower-case Crockford base32 (80 random bits). One participant record, not one human. */
export const PersonId = z
  .string()
  .regex(/^[0-9a-hjkmnp-tv-z]{16}$/, 'A person id has 16 characters, digits and small letters.')
  .brand<'PersonId'>()
export type PersonId = z.infer<typeof PersonId>

/** 16 random bytes as 32 lower-case hex digits. */
export const PollId = z
  .string()
  .regex(/^[0-9a-f]{32}$/, 'A poll id has 32 hexadecimal digits.')
  .brand<'PollId'>()
export type PollId = z.infer<typeof PollId>

/** An uploaded image: 26 characters of lower-case Crockford base32 (130 random bits), so that none can be guessed. */
export const ImageId = z
  .string()
  .regex(/^[0-9a-hjkmnp-tv-z]{26}$/, 'An image id has 26 characters, digits and small letters.')
  .brand<'ImageId'>()
export type ImageId = z.infer<typeof ImageId>

/** Named by its template ("service") or by hand; unique within a workshop. */
export const DepartmentId = z
  .string()
  .regex(/^[a-z0-9-]{1,40}$/)
  .brand<'DepartmentId'>()
export type DepartmentId = z.infer<typeof DepartmentId>

export const ItemId = z
  .string()
  .regex(/^[a-z0-9-]{1,40}$/)
  .brand<'ItemId'>()
export type ItemId = z.infer<typeof ItemId>

export const RuleId = z
  .string()
  .regex(/^[a-z0-9-]{1,40}$/)
  .brand<'RuleId'>()
export type RuleId = z.infer<typeof RuleId>

/** A thing on the board, as facilitation points at it: by its id in the board's document and by nothing else. */
export const ShapeId = z
  .string()
  .regex(
    /^shape:[\w.:-]{1,80}$/,
    'A shape id starts with "shape:" and has up to 80 letters, digits and .:-_ after it.',
  )
  .brand<'ShapeId'>()
export type ShapeId = z.infer<typeof ShapeId>

/** A poll that is prepared: 16 random bytes as 32 lower-case hex digits, made by the browser that writes it. */
export const PreparedId = z
  .string()
  .regex(/^[0-9a-f]{32}$/, 'The id of a prepared poll has 32 hexadecimal digits.')
  .brand<'PreparedId'>()
export type PreparedId = z.infer<typeof PreparedId>

/** One round of silent writing: 16 random bytes as 32 lower-case hex digits, made by the browser that starts it. */
export const RoundId = z
  .string()
  .regex(/^[0-9a-f]{32}$/, 'A round id has 32 hexadecimal digits.')
  .brand<'RoundId'>()
export type RoundId = z.infer<typeof RoundId>

/** A text to be read aloud: 16 random bytes as 32 lower-case hex digits, made by its author's browser. */
export const ReadingId = z
  .string()
  .regex(/^[0-9a-f]{32}$/, 'The id of a text to read aloud has 32 hexadecimal digits.')
  .brand<'ReadingId'>()
export type ReadingId = z.infer<typeof ReadingId>

/** A decided measure: 16 random bytes as 32 lower-case hex digits, made by the browser that adds it. */
export const ActionId = z
  .string()
  .regex(/^[0-9a-f]{32}$/, 'An action id has 32 hexadecimal digits.')
  .brand<'ActionId'>()
export type ActionId = z.infer<typeof ActionId>

/** A topic in the parking lot: 16 random bytes as 32 lower-case hex digits, made by its author's browser. */
export const TopicId = z
  .string()
  .regex(/^[0-9a-f]{32}$/, 'The id of a parked topic has 32 hexadecimal digits.')
  .brand<'TopicId'>()
export type TopicId = z.infer<typeof TopicId>
