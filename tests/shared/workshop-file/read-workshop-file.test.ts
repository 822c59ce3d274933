// A file that is cut off, edited, newer or something else is refused with one sentence that names the place.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readWorkshopFile } from '#shared/workshop-file/read-workshop-file.ts'
import type { WorkshopFile } from '#shared/workshop-file/workshop-file.ts'
import { ana, fold, noon, opening } from '#tests/shared/facilitation/scene.ts'
import { emptyResults } from '#tests/support/sample-results.ts'

const { title, createdAt } = fold(opening).info
const file: WorkshopFile = {
  format: 'runde-workshop',
  version: 1,
  savedAt: noon,
  workshop: { id: 'abcdefgh1234', title, createdAt } as WorkshopFile['workshop'],
  names: { [ana.personId]: 'Ana' },
  events: [...opening],
  board: 'AAA=',
  bundles: [],
  images: [],
  history: [],
}
const text = JSON.stringify(file)
const problemOf = (given: unknown): { code: string; message: string } | null => {
  const read = readWorkshopFile(typeof given === 'string' ? given : JSON.stringify(given))
  return read.ok ? null : read.problem
}
const messageOf = (given: unknown) => problemOf(given)?.message

test('a file as it was written is read', () => {
  const read = readWorkshopFile(text)
  expect(read.ok && read.value.file).toEqual(file)
  expect(read.ok && read.value.workshop.info.title).toBe(title)
})

test('a field that a later minor version adds is passed over', () => {
  expect(problemOf({ ...file, moods: [1] })).toBeNull()
})

describe('the sentence names the place', () => {
  const [created, second, ...others] = opening
  test.each<[string, unknown, string]>([
    [
      'a newer version',
      { ...file, version: 3, events: 'x' },
      'This file is of a newer Runde (version 3, this one knows 1); update Runde and try again.',
    ],
    [
      'another format',
      { ...file, format: 'runde-board' },
      'This is no workshop file: its "format" is "runde-board", and "runde-workshop" belongs there.',
    ],
    [
      'the results alone',
      emptyResults('en'),
      'This file holds the results only; whoever facilitates takes the whole workshop along beside them.',
    ],
    ['a list', [], 'This is no workshop file: its "format" is missing, and "runde-workshop" belongs there.'],
    ['a version that is a text', { ...file, version: '1' }, 'version: It must be 1.'],
    ['no events', { ...file, events: undefined }, 'events: It is missing.'],
    ['an empty log', { ...file, events: [] }, 'events: There must be one event at least.'],
    [
      'a person id that is none',
      { ...file, events: [created, { ...second, personId: 'ana' }, ...others] },
      'events[1].personId: A person id has 16 characters, digits and small letters.',
    ],
    [
      'a number that is a text',
      { ...file, events: [created, { ...second, at: '7' }] },
      'events[1].at: It must be a JSON number.',
    ],
    [
      'an event that this version does not know',
      { ...file, events: [created, { type: 'poll.exploded' }] },
      'events[1].type: This version of Runde knows no such kind.',
    ],
    [
      'a log without its beginning',
      { ...file, events: [second, ...others] },
      'events[0].type: A log begins with "workshop.created", and has it nowhere else.',
    ],
    [
      'a log that begins twice',
      { ...file, events: [created, created] },
      'events[1].type: A log begins with "workshop.created", and has it nowhere else.',
    ],
    [
      'an event that was left out for somebody',
      { ...file, events: [created, { type: 'withheld' }] },
      'events[1].type: Something was left out here, so the log is not whole.',
    ],
    [
      'a name with a line break',
      { ...file, names: { [ana.personId]: 'A\nna' } },
      `names.${ana.personId}: This text has a line break in it; write it on one line.`,
    ],
    [
      'a name of nobody',
      { ...file, names: { ana: 'Ana' } },
      'names.ana: A person id has 16 characters, digits and small letters.',
    ],
    [
      'a title that the log does not have',
      { ...file, workshop: { ...file.workshop, title: 'Kupfer' } },
      `workshop.title: The log says "${title}".`,
    ],
    [
      'an image without its bytes',
      { ...file, images: [{ imageId: 'a'.repeat(26), type: 'image/png' }] },
      'images[0].bytes: It is missing.',
    ],
    ['a cut file', text.slice(0, 400), 'This file is cut off after 400 characters; fetch it once more.'],
    [
      'a comma too many',
      text.replace('"version"', ',"version"'),
      'This file is no JSON from character 27 on; fetch it once more.',
    ],
    ['nothing', '', 'This file is cut off after 0 characters; fetch it once more.'],
  ])('%s', (_what, given, message) => {
    expect(messageOf(given)).toBe(message)
  })
})

test('wherever a file is cut off, it is refused', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: text.length - 1 }), (length) => {
      expect(problemOf(text.slice(0, length))?.code).toBe('broken')
    }),
  )
})

test('whatever stands in place of a part, the answer is a sentence and never a throw', () => {
  const keys = Object.keys(file)
  fc.assert(
    fc.property(fc.constantFrom(...keys), fc.jsonValue(), (key, value) => {
      const problem = problemOf({ ...file, [key]: value })
      if (problem) expect(problem.message).toMatch(/^\S.{5,}\.$/s)
    }),
  )
})
