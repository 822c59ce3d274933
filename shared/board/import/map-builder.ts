// Collects a map row by row: stages and lanes in the order in which they first come up, cards in theirs.
import type { FileCard, FileMap, FileNote } from '#shared/board/board-file.ts'
import { laneKindOf } from '#shared/board/import/cell-words.ts'
import { plainWord } from '#shared/board/import/plain-words.ts'
import type { LaneKind } from '#shared/board/model.ts'
import { stageWidths } from '#shared/board/shapes.ts'

type FileStage = FileMap['stages'][number]
type FileLane = FileMap['lanes'][number]
type FileCluster = Extract<FileCard, { type: 'cluster' }>
type Cell = { stageId: string; laneId: string }

export class MapBuilder {
  readonly #stages = new Map<string, FileStage>()
  readonly #lanes = new Map<string, FileLane>()
  readonly #cards: FileCard[] = []
  readonly #clusters = new Map<string, FileCluster>()
  /** In which order they are first spoken of, also in rows that are left out. */
  readonly #mentions = { stages: new Map<string, number>(), lanes: new Map<string, number>() }

  /** Says that a row names them, whatever becomes of the row. */
  mention(stage: string, lane: string): void {
    for (const [titles, title] of [
      [this.#mentions.stages, stage] as const,
      [this.#mentions.lanes, lane] as const,
    ])
      if (title !== '' && !titles.has(keyOf(title))) titles.set(keyOf(title), titles.size)
  }

  stage(title: string): FileStage {
    return partOf(this.#stages, title, (at) => ({
      id: `stage-${at}`,
      title,
      emotion: null,
      emotions: {},
      width: stageWidths.usual,
    }))
  }

  /** A lane that is new is for `kind`, else for what its title says. */
  lane(title: string, kind: LaneKind | null = null): FileLane {
    return partOf(this.#lanes, title, (at) => ({
      id: `lane-${at}`,
      title,
      kind: kind ?? laneKindOf(title),
      minHeight: 0,
    }))
  }
  /** Without making one. */
  kindOfLane(title: string): LaneKind {
    return this.#lanes.get(keyOf(title))?.kind ?? laneKindOf(title)
  }
  /** The first that is for this, else a new one. */
  laneFor(kind: LaneKind, title: string): FileLane {
    return [...this.#lanes.values()].find((lane) => lane.kind === kind) ?? this.lane(title, kind)
  }

  add(card: FileCard): void {
    this.#cards.push(card)
  }
  /** Into the group with this title in this cell; without a note the group stands there empty. */
  addToGroup(title: string, cell: Cell, note: FileNote | null): void {
    const cluster = partOf(this.#clusters, `${cell.stageId} ${cell.laneId} ${title}`, () => {
      const fresh: FileCluster = { type: 'cluster', ...cell, title, notes: [] }
      this.add(fresh)
      return fresh
    })
    if (note) cluster.notes.push(note)
  }

  build(title: string): FileMap {
    const stages = inOrder(this.#stages, this.#mentions.stages)
    const lanes = inOrder(this.#lanes, this.#mentions.lanes)
    return { title, place: null, personas: [], stages, lanes, cards: this.#cards }
  }
}

/** A part that no row names, as the curve's lane, comes last. */
function inOrder<Part extends { title: string }>(
  parts: ReadonlyMap<string, Part>,
  mentions: ReadonlyMap<string, number>,
): Part[] {
  const at = ({ title }: Part) => mentions.get(keyOf(title)) ?? Number.MAX_SAFE_INTEGER
  return [...parts.values()].sort((one, other) => at(one) - at(other))
}

/** Titles that differ in case, spaces or marks only are one; a title of marks alone is what it is. */
const keyOf = (title: string): string => plainWord(title) || title

function partOf<Part>(parts: Map<string, Part>, title: string, make: (at: number) => Part): Part {
  const known = parts.get(keyOf(title))
  if (known) return known
  const part = make(parts.size + 1)
  parts.set(keyOf(title), part)
  return part
}
