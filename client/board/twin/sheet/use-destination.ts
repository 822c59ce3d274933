// Where a card could go: the map, stage, lane and place that are chosen so far, and what there is to choose from.
import { useState } from 'react'
import { boardOf, mapOf } from '#client/board/twin/twin-maps.ts'
import { twinTexts } from '#client/board/twin/twin-texts.ts'
import { useTwin } from '#client/board/twin/twin-tools.ts'
import { useTexts } from '#client/ui/texts.ts'
import { takes } from '#shared/board/lane-for.ts'
import type { CardShape } from '#shared/board/shapes.ts'

/** Null while the board has no map. Where nothing is chosen yet, it is where the card lies now. */
export function useDestination(shape: CardShape) {
  const { edits } = useTwin()
  const say = useTexts(twinTexts)
  const board = boardOf(edits.now)
  const home = mapOf(board, shape)
  const [mapId, chooseMap] = useState(() => home?.map.id ?? board.maps[0]?.map.id ?? '')
  const [stageId, chooseStage] = useState<string>()
  const [laneId, chooseLane] = useState<string>()
  const [beforeId, chooseBefore] = useState<string>('')
  const map = board.maps.find((each) => each.map.id === mapId) ?? board.maps[0]
  if (!map) return null

  const now = home?.whereIs(shape.id)?.cell
  const kind = shape.type === 'touchpoint' ? 'touchpoint' : 'note'
  const lanes = map.lanes.filter(({ id, props }) => id === now?.laneId || takes(props.kind, kind))
  const stage = find(map.stages, stageId ?? now?.stageId)
  const lane = find(lanes, laneId ?? now?.laneId)
  const others = stage && lane ? map.cardsIn(stage.id, lane.id).filter(({ id }) => id !== shape.id) : []
  return {
    maps: board.maps,
    map,
    lanes,
    stage,
    lane,
    /** Each before the card that is there; at last behind all of them. */
    places: [
      ...others.map(({ id }, at) => ({ value: id, label: String(at + 1) })),
      { value: '', label: say('lastOf', { place: others.length + 1 }) },
    ],
    /** Empty: behind all others. */
    before: others.some(({ id }) => id === beforeId) ? beforeId : '',
    isOnMap: home !== null,
    chooseMap,
    chooseStage,
    chooseLane,
    chooseBefore,
  }
}

const find = <Part extends { id: string }>(parts: readonly Part[], id: string | undefined) =>
  parts.find((part) => part.id === id) ?? parts[0]
