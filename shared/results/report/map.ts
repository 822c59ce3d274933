// The map as a picture and as tables, and its scores: where it is furthest from where it should be.
import { ShapeId } from '#shared/ids.ts'
import type { ActionResult } from '#shared/results/action-results.ts'
import { showsBoard } from '#shared/results/leave-out.ts'
import type { MapResult, TouchpointResult } from '#shared/results/map-results.ts'
import type { Block, Chart } from '#shared/results/report.ts'
import { namesByTouchpoint } from '#shared/results/tell-apart.ts'
import { channelWords, fill } from '#shared/results/words.ts'
import { column, tableFrom, textOrNull, type Writing } from './writing.ts'

type OnMap<Thing> = Thing & { map: MapResult }
const allOf = <Thing>(
  maps: readonly MapResult[],
  things: (map: MapResult) => readonly Thing[],
): OnMap<Thing>[] => maps.flatMap((map) => things(map).map((thing) => ({ ...thing, map })))

export function map(writing: Writing): Block[] {
  const { results, words, language } = writing
  const { maps } = results
  const several = maps.length > 1
  const touchpoints = allOf(maps, (map) => map.touchpoints)
  return [
    ...(showsBoard(results.leftOut) ? maps.flatMap((map) => pictureOf(map, several, writing)) : []),
    ...(several ? [{ kind: 'heading', text: words.onTheMaps } satisfies Block] : []),
    ...tableFrom(
      'stages',
      words.stages,
      allOf(maps, ({ stages }) => stages),
      [
        column(words.mapTitle, 'text', ({ map }) => map.title, several),
        column(words.stage, 'text', ({ title }) => title),
        column(words.emotionScale, 'signed', ({ emotion }) => emotion),
      ],
    ),
    ...tableFrom('touchpoints', words.touchpoints, touchpoints, [
      column(words.mapTitle, 'text', ({ map }) => map.title, several),
      column(words.touchpoint, 'text', ({ title }) => title),
      column(words.stage, 'text', ({ stage }) => stage),
      column(words.channel, 'text', ({ channel }) => channelWords[language][channel]),
      column(words.department, 'text', ({ department }) => department?.title ?? null),
      column(
        words.momentOfTruth,
        'text',
        ({ momentOfTruth }) => (momentOfTruth ? words.yes : null),
        touchpoints.some(({ momentOfTruth }) => momentOfTruth),
      ),
      column(
        words.notes,
        'text',
        ({ notes }) => textOrNull(notes),
        touchpoints.some(({ notes }) => textOrNull(notes) !== null),
      ),
    ]),
  ]
}

/** One map is shown with what lies beside it on the board; of several, each alone. */
function pictureOf(map: MapResult, several: boolean, { words, results }: Writing): Block[] {
  const { id, title } = map
  const alt = title === '' ? words.boardPicture : fill(words.mapPicture, { map: title })
  const shapeId = several ? ShapeId.safeParse(id).data : 'board'
  const heading: Block[] = several || title !== '' ? [{ kind: 'heading', text: title || words.mapTitle }] : []
  if (!shapeId) return heading
  const one = several && {
    map: { title, actions: actionsFrom(map, results.actions) },
  }
  return [...heading, { kind: 'picture', of: shapeId, alt, ...one }]
}

function actionsFrom({ touchpoints, notes }: MapResult, actions: readonly ActionResult[]): number {
  const cards = new Set<string>([...touchpoints, ...notes].map(({ id }) => id))
  return actions.filter(({ shapeId }) => shapeId !== null && cards.has(shapeId)).length
}

// More bars than that nobody can read; the table has them all.
const mostBars = 15

export function scores({ results: { maps }, words }: Writing): Block[] {
  const several = maps.length > 1
  const scored = allOf(maps, (map) =>
    map.touchpoints.filter(({ actual, target }) => actual !== null || target !== null),
  ).sort((one, other) => gapOf(other) - gapOf(one) || 0)
  const shown = scored.filter(({ actual }) => actual !== null).slice(0, mostBars)
  const names = namesByTouchpoint(maps)
  const chart: Chart = {
    kind: 'chart',
    id: 'scores-chart',
    title: words.scores,
    shape: 'bars',
    categoryTitle: words.touchpoint,
    categories: shown.map(({ id, title }) => names.get(id) ?? title),
    series: [
      { name: words.actual, values: shown.map(({ actual }) => actual) },
      { name: words.target, values: shown.map(({ target }) => target) },
    ],
    type: 'score',
    max: 10,
    tableId: 'scores',
  }
  return [
    ...(shown.length > 0 ? [chart] : []),
    ...tableFrom<OnMap<TouchpointResult>>('scores', words.scores, scored, [
      column(words.mapTitle, 'text', ({ map }) => map.title, several),
      column(words.touchpoint, 'text', ({ title }) => title),
      column(words.stage, 'text', ({ stage }) => stage),
      column(words.department, 'text', ({ department }) => department?.title ?? null),
      column(words.actual, 'score', ({ actual }) => actual),
      column(words.target, 'score', ({ target }) => target),
      column(words.gap, 'signed', ({ gap }) => gap),
    ]),
  ]
}

const gapOf = ({ gap }: TouchpointResult): number => gap ?? -100
