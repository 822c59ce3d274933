// The map as a picture; of several the most important ones, each on a slide, the others by name.
import { counted } from '#client/results/files/office-words.ts'
import type { Block, Section, Table } from '#shared/results/report.ts'
import { fill } from '#shared/results/words.ts'
import { type Box, body, gutter, margin, type Slide, wide } from './deck.ts'
import { fullText } from './full-text.ts'
import { journeyMessage, type Making } from './messages.ts'
import { tablePart, textPart } from './parts.ts'
import { reader, tableIn } from './reading-report.ts'

export type PictureBlock = Extract<Block, { kind: 'picture' }>
/** A map as it can be put on a slide; `map` says which of several. */
export type Picture = {
  bytes: Uint8Array
  width: number
  height: number
  alt: string
  of: PictureBlock['of']
  map?: PictureBlock['map']
}

// Narrower than this, in inches, the picture leaves room for a table.
const narrow = 7

/** Those from which most was decided come first, else those that stand first on the board. */
export function mapsByWeight(section: Section | null): PictureBlock[] {
  const blocks = section?.blocks.filter((block): block is PictureBlock => block.kind === 'picture') ?? []
  return blocks.toSorted((one, other) => (other.map?.actions ?? 0) - (one.map?.actions ?? 0))
}

export function mapSlides(section: Section | null, pictures: readonly Picture[], making: Making): Slide[] {
  if (!section) return []
  return pictures.map((picture, place) =>
    mapSlide(section, picture, { making, others: place === 0 ? othersThan(pictures, section) : [] }),
  )
}

/** Maps that have no slide. */
function othersThan(pictures: readonly Picture[], section: Section): NonNullable<Picture['map']>[] {
  const shown = pictures.map(({ of }) => of)
  return mapsByWeight(section).flatMap(({ of, map }) => (map && !shown.includes(of) ? [map] : []))
}

type Rest = { making: Making; others: readonly NonNullable<Picture['map']>[] }

function mapSlide(section: Section, picture: Picture, { making, others }: Rest): Slide {
  const scale = Math.min(body.w / picture.width, body.h / picture.height)
  const [w, h] = [picture.width * scale, picture.height * scale]
  const touchpoints = ofMap(tableIn(section, 'touchpoints'), picture, making)
  const stages = ofMap(tableIn(section, 'stages'), picture, making)
  const isBeside = w < narrow && stages !== null
  const x = isBeside ? margin : margin + (wide - w) / 2
  const room: Box = { ...body, x: margin + w + gutter, w: wide - w - gutter }
  const { map, bytes, alt } = picture
  return {
    label: map ? `${section.title} · ${map.title || making.titles.mapTitle}` : section.title,
    headline: journeyMessage(touchpoints, stages, making) ?? section.title,
    parts: [
      { kind: 'picture', box: { x, y: body.y + (body.h - h) / 2, w, h }, bytes, alt },
      ...(isBeside ? tablePart(stagesTable(stages, touchpoints, making), room, making) : []),
      ...(others.length > 0
        ? [textPart(otherMaps(others, making), { ...body, y: body.y + body.h, h: 0.2 }, 12)]
        : []),
    ],
    notes: fullText(making.report, [section]),
  }
}

/** "In the report too: “B” (2 actions decided), “C”". */
function otherMaps(others: Rest['others'], { words, titles }: Making): string {
  const maps = others.map(({ title, actions }) => {
    const map = title || titles.mapTitle
    return actions > 0
      ? fill(words.mapWith, { map, actions: counted(words, 'dueActions', actions) })
      : fill(words.mapNamed, { map })
  })
  return fill(words.otherMaps, { maps: maps.join(', ') })
}

/** The rows of one map of several. */
function ofMap(table: Table | null, { map }: Picture, { titles }: Making): Table | null {
  if (!table || !map) return table
  const mapOf = reader(table, titles.mapTitle)
  const rows = table.rows.filter((row) => mapOf(row) === map.title)
  const place = table.columns.findIndex(({ title }) => title === titles.mapTitle)
  const without = <Value>(values: readonly Value[]) => values.filter((_, at) => at !== place)
  return rows.length === 0 ? null : { ...table, columns: without(table.columns), rows: rows.map(without) }
}

/** Its stages as they are, and how many touchpoints each has. */
function stagesTable(stages: Table, touchpoints: Table | null, { titles }: Making): Table {
  const stage = reader(stages, titles.stage)
  const stageOf = touchpoints && reader(touchpoints, titles.stage)
  const countIn = (title: unknown) => touchpoints?.rows.filter((row) => stageOf?.(row) === title).length ?? 0
  return {
    ...stages,
    columns: [...stages.columns, { title: titles.touchpoints, type: 'count' }],
    rows: stages.rows.map((row) => [...row, countIn(stage(row))]),
  }
}
