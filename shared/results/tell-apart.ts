// Names for maps and touchpoints that are called the same: a report that names one of two says nothing.
import type { Language } from '#shared/language.ts'
import type { MapResult, TouchpointResult } from './map-results.ts'
import { documentWords } from './report/document-words.ts'
import type { Results } from './results.ts'
import { channelWords } from './words.ts'

/**
 * The same results, with whatever it takes added to titles that stand for two things: "Call (Order)" by the stage, else by
 * channel or department, by the map where two maps have it, by a number where nothing else differs. In a map only what
 * differs there counts: where all maps are listed, each has its map beside it.
 */
export function toldApart(results: Results, language: Language): Results {
  const maps = withOwnTitles(results.maps, language)
  const names = namesByTouchpoint(maps)
  const nameOf = (id: string | null, title: string) => (id === null ? undefined : names.get(id)) ?? title
  return {
    ...results,
    maps,
    actions: results.actions.map((action) => ({
      ...action,
      card: action.card && { ...action.card, title: nameOf(action.shapeId, action.card.title) },
      touchpoints: action.touchpoints.map(({ id, title }) => ({ id, title: nameOf(id, title) })),
    })),
    trends: {
      ...results.trends,
      scores: results.trends.scores.map((score) => ({
        ...score,
        title: nameOf(score.touchpointId, score.title),
      })),
    },
  }
}

/** What each touchpoint is called where nothing beside it says which map it is on. `maps` are told apart already. */
export function namesByTouchpoint(maps: readonly MapResult[]): ReadonlyMap<string, string> {
  const all = maps.flatMap((map) => map.touchpoints.map(({ id, title }) => ({ id, title, map: map.title })))
  const own = distinctNames(steadily(all), { nameOf: ({ title }) => title, tellers: [({ map }) => map] })
  return new Map(all.map(({ id, title }) => [id, own.get(id) ?? title]))
}

function withOwnTitles(maps: readonly MapResult[], language: Language): MapResult[] {
  const words = documentWords[language]
  const titles = distinctNames(maps, { nameOf: ({ title }) => title || words.mapTitle, tellers: [] })
  return maps.map((map) => {
    const title = titles.get(map.id) ?? map.title
    return { ...map, title, touchpoints: withOwnNames(map.touchpoints, language) }
  })
}

function withOwnNames(touchpoints: readonly TouchpointResult[], language: Language): TouchpointResult[] {
  const names = distinctNames(steadily(touchpoints), {
    nameOf: ({ title }) => title,
    tellers: [
      ({ stage }) => stage,
      ({ channel }) => channelWords[language][channel],
      ({ department }) => department?.title ?? null,
    ],
  })
  return touchpoints.map((touchpoint) => ({
    ...touchpoint,
    title: names.get(touchpoint.id) ?? touchpoint.title,
  }))
}

type Thing = { id: string }

/** By their ids: a number must not wander when a score changes, and with it the order in which they stand. */
const steadily = <Each extends Thing>(things: readonly Each[]): Each[] =>
  things.toSorted((one, other) => (one.id < other.id ? -1 : 1))

type Telling<Each> = {
  nameOf: (thing: Each) => string
  /** What may tell two of one name apart, what says most first. */
  tellers: readonly ((thing: Each) => string | null)[]
}

/** By id, new names for those that share theirs; numbers go by the order of `things`. What has no name gets none. */
function distinctNames<Each extends Thing>(
  things: readonly Each[],
  { nameOf, tellers }: Telling<Each>,
): ReadonlyMap<string, string> {
  const groups = Map.groupBy(things, (thing) => seen(nameOf(thing)))
  const taken = new Set(groups.keys())
  const names = new Map<string, string>()
  for (const [name, group] of groups) {
    if (name === '' || group.length === 1) continue
    const besidesOf = partsThatTell(group, tellers)
    for (const alike of Map.groupBy(group, (thing) => besidesOf(thing).join('\n')).values()) {
      let number = 0
      for (const thing of alike) {
        const besides = besidesOf(thing)
        let own = withBesides(nameOf(thing), besides)
        // The one that says nothing more than its name may keep it.
        const isDone = alike.length === 1 && (besides.length === 0 || !taken.has(seen(own)))
        if (!isDone)
          do {
            number += 1
            own = withBesides(nameOf(thing), [...besides, String(number)])
          } while (taken.has(seen(own)))
        taken.add(seen(own))
        names.set(thing.id, own)
      }
    }
  }
  return names
}

/** As few of the tellers as it takes, and none in which all are the same. */
function partsThatTell<Each>(
  group: readonly Each[],
  tellers: Telling<Each>['tellers'],
): (thing: Each) => string[] {
  const partsBy = (by: Telling<Each>['tellers']) => (thing: Each) =>
    by.flatMap((teller) => teller(thing)?.trim() || [])
  const countBy = (by: Telling<Each>['tellers']) =>
    new Set(group.map((thing) => seen(partsBy(by)(thing).join('\n')))).size
  let used: Telling<Each>['tellers'] = []
  for (const teller of tellers)
    if (countBy(used) < group.length && countBy([...used, teller]) > countBy(used)) used = [...used, teller]
  return partsBy(used)
}

const withBesides = (name: string, besides: readonly string[]): string =>
  besides.length === 0 ? name : `${name.trim()} (${besides.join(', ')})`

/** What a reader sees of a name. */
const seen = (name: string): string => name.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLowerCase()
