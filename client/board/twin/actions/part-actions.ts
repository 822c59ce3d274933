// What can be done with stages, lanes, personas and whole maps.
import type { BoardWords } from '#client/board/twin/actions/board-words.ts'
import type { TwinMap } from '#client/board/twin/twin-maps.ts'
import { layoutMap } from '#shared/board/layout.ts'
import type { Fate, MapEdit } from '#shared/board/map-edit.ts'
import { partsOf } from '#shared/board/map-parts.ts'
import type { CardShape, LaneShape, StageShape } from '#shared/board/shapes.ts'

export function cardsOfPart(map: TwinMap, { id, type }: StageShape | LaneShape): CardShape[] {
  return type === 'stage'
    ? map.lanes.flatMap((lane) => map.cardsIn(id, lane.id))
    : map.stages.flatMap((stage) => map.cardsIn(stage.id, id))
}

export function partActions(words: BoardWords) {
  const { edits, tell, say, sayBoard, shapeOf, mapWith, nameOf, open } = words
  const removePart = (id: string, fate: Fate) => {
    const title = nameOf(id)
    const isStage = shapeOf(id)?.type === 'stage'
    edits.run((edit) => (isStage ? edit.removeStage(id, fate) : edit.removeLane(id, fate)))
    if (!shapeOf(id)) tell(say('removed', { title }), 'undo')
  }
  return {
    removePart,
    /** A stage or lane without cards goes at once. */
    askToRemove(id: string): void {
      const [map, shape] = [mapWith(id), shapeOf(id)]
      if (!map || (shape?.type !== 'stage' && shape?.type !== 'lane')) return
      if (cardsOfPart(map, shape).length > 0) open({ kind: 'fate', id })
      else removePart(id, 'remove')
    },
    movePart(id: string, by: -1 | 1): void {
      const [map, shape] = [mapWith(id), shapeOf(id)]
      if (!map || !shape) return
      const parts = shape.type === 'stage' ? map.stages : shape.type === 'lane' ? map.lanes : map.personas
      const at = parts.findIndex((part) => part.id === id)
      if (!parts[at + by]) {
        tell(say('cannotMove'))
        return
      }
      const before = parts[by < 0 ? at - 1 : at + 2]?.id ?? null
      edits.run((edit) => edit.movePart(id, before))
      tell(say('movedPart', { title: nameOf(id), place: at + by + 1, of: parts.length }))
    },
    addStage: (mapId: string) => edits.run((edit) => edit.addStage(mapId, sayBoard('untitledStage'))),
    addLane: (mapId: string) =>
      edits.run((edit) => edit.addLane(mapId, { title: sayBoard('untitledLane'), kind: 'free' })),
    addPersona: (mapId: string) => edits.run((edit) => edit.addPersona(mapId, { name: say('newPersona') })),
    /** Below the others, with a few stages and lanes to begin with. */
    addMap(): string | null {
      const id = edits.run((edit) => {
        const mapId = edit.addMap(sayBoard('untitledMap'), below(edit))
        for (const name of ['first', 'second', 'third'] as const)
          edit.addStage(mapId, sayBoard(`stageName.${name}`))
        for (const kind of ['touchpoints', 'emotion', 'pain-points', 'opportunities'] as const)
          edit.addLane(mapId, { title: sayBoard(`laneName.${kind}`), kind })
        return mapId
      })
      if (id) tell(say('added', { title: nameOf(id) }))
      return id
    },
    lock(id: string, isLocked: boolean): void {
      edits.lock(id, isLocked)
      tell(say(isLocked ? 'lockedNow' : 'unlockedNow', { title: nameOf(id) }))
    },
  }
}

/** Between two maps, px at 100 %. */
const gap = 160

function below(edit: MapEdit): { x: number; y: number } {
  const maps = edit.maps()
  const bottoms = maps.map(({ id, y }) => y + layoutMap(partsOf(edit.children(id))).height)
  return { x: maps[0]?.x ?? 0, y: maps.length === 0 ? 0 : Math.max(...bottoms) + gap }
}
