// Results for everybody's tests: something of everything, hostile words in every field, nothing at all, and 2,000 cards.

import { emptyWorkshop } from '#shared/facilitation/workshop.ts'
import { WorkshopId } from '#shared/ids.ts'
import type { Language } from '#shared/language.ts'
import { buildResults, type ResultsInput } from '#shared/results/build-results.ts'
import { touchpointsOf } from '#shared/results/kept-boards.ts'
import type { Results } from '#shared/results/results.ts'
import { dayIn } from '#shared/results/today.ts'
import { foundingCommand } from '#shared/templates/library.ts'
import { hugeBoard, type Say, sampleBoard } from './sample-board.ts'
import { sampleNames, sampleNow, sampleStory } from './sample-story.ts'

/** Stands before every text of `hostileResults`: a formula, a script, Arabic, Chinese, a picture of several code points. */
export const hostileWords = '=cmd()<script>1</script>مرحبا你好👩🏽‍🚒 '

const inLanguage =
  (language: Language): Say =>
  (de, en) =>
    language === 'de' ? de : en
const hostile: Say = (de) => hostileWords + de

/** Three sessions of one workshop; the next one is planned. */
export const sampleResults = (language: Language = 'de'): Results =>
  buildResults(sampleInput(language, inLanguage(language)))

export function hostileResults(): Results {
  const input = sampleInput('de', hostile)
  const names = Object.fromEntries(Object.entries(input.names).map(([id, name]) => [id, hostileWords + name]))
  return buildResults({ ...input, names })
}

export const hugeResults = (language: Language = 'de'): Results => {
  const say = inLanguage(language)
  return buildResults({ ...sampleInput(language, say), board: hugeBoard(language, say) })
}

/** A workshop that has just been made, without a map and without an agenda. */
export const emptyResults = (language: Language = 'de'): Results =>
  buildResults({
    ...nothing,
    workshop: {
      ...emptyWorkshop,
      info: {
        ...foundingCommand({ templateId: 'blank', language, title: language === 'de' ? 'Leer' : 'Empty' }),
        createdAt: sampleNow,
      },
    },
  })

/** What the results are built from, for those who want to change some of it. */
export const sampleInput = (language: Language, say: Say = inLanguage(language)): ResultsInput => ({
  ...nothing,
  ...sampleStory(language, say),
  names: sampleNames,
  board: sampleBoard(language, say),
  boards: new Map([1, 2].map((number) => [number, touchpointsOf(sampleBoard(language, say, number))])),
})

const nothing: Omit<ResultsInput, 'workshop'> = {
  workshopId: WorkshopId.parse('abcdefgh1234'),
  names: {},
  board: { maps: [], loose: [], looseClusters: [] },
  sealed: new Map(),
  sealedConcerns: new Map(),
  boards: new Map(),
  now: sampleNow,
  today: dayIn('UTC', sampleNow),
}
