// What people may type into a one-line and a several-line field, the same limits on both sides of the wire.
import { z } from 'zod'

// Control characters break exports (XML, CSV) and can spoof a line in a list; tabs and line breaks are allowed where lines are.
const unprintable = /[^\P{Cc}\t\n\r]|\p{Zl}|\p{Zp}/u

/** One line: trimmed, 1 to `max` UTF-16 units, no control characters, no line break. */
export const line = (max: number) =>
  text(max).refine(
    (value) => !/[\r\n\t]/.test(value),
    'This text has a line break in it; write it on one line.',
  )

/** Several lines: trimmed, 1 to `max` UTF-16 units, no control characters but tab and line break. */
export const lines = (max: number) => text(max)

/** What may stand in several lines of a text from elsewhere; empty where nothing may. */
export const asLines = (value: string, max: number): string =>
  value.toWellFormed().replaceAll(everyUnprintable, ' ').trim().slice(0, max).replace(halfAtEnd, '').trim()
const everyUnprintable = new RegExp(unprintable, 'gu')
const halfAtEnd = /[\uD800-\uDBFF]$/

const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'This text is empty; write at least one character.')
    .max(max, `This text is longer than ${max} characters; shorten it.`)
    .refine(
      (value) => !unprintable.test(value) && value.isWellFormed(),
      'This text has control characters or half a character in it; type it again.',
    )
