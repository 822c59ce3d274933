// A slide of one or two lists side by side: pain points and opportunities, concerns and promises.
import { counted } from '#client/results/files/office-words.ts'
import type { Section } from '#shared/results/report.ts'
import { body, colours, left, right, type Slide } from './deck.ts'
import { fullText } from './full-text.ts'
import { bothMessage, type Making, remarkOf } from './messages.ts'
import { listParts } from './parts.ts'
import { type Listed, listed, tableIn } from './reading-report.ts'

export type List = { section: Section | null; items: readonly Listed[]; colour: string }

/** Null where nothing is listed. */
export function listsSlide(lists: readonly List[], headline: string, making: Making): Slide | null {
  const told = lists.flatMap(({ section, ...list }) =>
    section && list.items.length > 0 ? [{ ...list, section }] : [],
  )
  if (told.length === 0) return null
  const boxes = told.length === 1 ? [body] : [left, right]
  const sections = told.map(({ section }) => section)
  return {
    label: sections.map(({ title }) => title).join(' · '),
    ...remarkOf(
      lists.map(({ section }) => section),
      making,
    ),
    headline,
    parts: listParts(
      told.map(({ section, items, colour }) => ({ title: section.title, items, colour })),
      boxes,
      making,
    ),
    notes: fullText(making.report, sections),
  }
}

export function notesSlide(pains: Section | null, chances: Section | null, making: Making): Slide | null {
  const { titles, words } = making
  const besides = [titles.stage, titles.department]
  const painful = listed(tableIn(pains, 'pain-points'), titles.painPoint, besides)
  const promising = listed(tableIn(chances, 'opportunities'), titles.opportunity, besides)
  const count = (items: readonly Listed[], what: 'painPoints' | 'opportunities') =>
    items.length === 0 ? null : counted(words, what, items.length)
  return listsSlide(
    [
      { section: pains, items: painful, colour: colours.pain },
      { section: chances, items: promising, colour: colours.chance },
    ],
    bothMessage(count(painful, 'painPoints'), count(promising, 'opportunities'), making),
    making,
  )
}
