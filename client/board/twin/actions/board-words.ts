// What every action needs: the board as it is, what things on it are called, and a way to say what was done.
import { type Say, type SayBoard, titleOf } from '#client/board/twin/names.ts'
import { boardOf, mapOf, type TwinMap } from '#client/board/twin/twin-maps.ts'
import type { TwinTools } from '#client/board/twin/twin-tools.ts'
import type { OwnShape } from '#shared/board/shapes.ts'

export type BoardWords = ReturnType<typeof boardWords>

export function boardWords(tools: TwinTools, say: Say, sayBoard: SayBoard) {
  const { edits } = tools
  const shapeOf = (id: string): OwnShape | undefined => edits.now.shapes.get(id)
  const mapWith = (id: string): TwinMap | null => {
    const shape = shapeOf(id)
    return shape ? mapOf(boardOf(edits.now), shape) : null
  }
  const nameOf = (id: string): string => {
    const shape = shapeOf(id)
    return shape ? titleOf(shape, say) : ''
  }
  /** Says where a card is now. */
  const tellPlace = (id: string): void => {
    const where = mapWith(id)?.whereIs(id)
    if (!where) return
    const words = { stage: nameOf(where.cell.stageId), lane: nameOf(where.cell.laneId), place: where.place }
    tools.tell(say(shapeOf(id)?.type === 'touchpoint' ? 'movedTouchpoint' : 'movedNote', words))
  }
  return { ...tools, say, sayBoard, shapeOf, mapWith, nameOf, tellPlace }
}
