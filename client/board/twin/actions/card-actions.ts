// What can be done with touchpoints, notes and headings.

import { silentNote } from '#client/board/silence/silent-note.ts'
import type { BoardWords } from '#client/board/twin/actions/board-words.ts'
import { type Direction, type Step, stepFrom } from '#client/board/twin/card-moves.ts'
import { boardOf, stageOf } from '#client/board/twin/twin-maps.ts'
import { copyCard } from '#shared/board/copy-card.ts'
import { type CardKind, laneFor } from '#shared/board/lane-for.ts'
import type { Cell } from '#shared/board/layout.ts'

/** Where a new card goes; without a lane, into the one that is for its kind. */
export type NewCardPlace = { stageId: string | null; laneId?: string; before?: string | null }

export function cardActions(words: BoardWords) {
  const { edits, me, tell, say, close, writeSilently, shapeOf, mapWith, nameOf, tellPlace } = words
  const moveCard = (id: string, mapId: string, { cell, before }: Step) => {
    edits.run((edit) => edit.moveCard(id, mapId, cell, before))
    tellPlace(id)
  }
  return {
    moveCard,
    /** False where it goes no further. */
    moveBy(id: string, direction: Direction, beyond: 'lane' | 'stage'): boolean {
      const map = mapWith(id)
      const step = map && edits.canChange(id) ? stepFrom(map, id, direction, beyond) : null
      if (map && step) moveCard(id, map.map.id, step)
      else tell(say('cannotMove'))
      return step !== null
    },
    /** Beside everything: notes without a place on a map. */
    takeOffMap(id: string): void {
      const { maps } = boardOf(edits.now)
      const y = Math.min(...maps.map(({ map }) => map.y)) - 240
      const x = Math.min(...maps.map(({ map }) => map.x))
      edits.run((edit) => edit.moveOut(id, maps.length > 0 ? { x, y } : { x: 0, y: 0 }))
      tell(say('takenOut', { title: nameOf(id) }))
    },
    copy(id: string): string | null {
      const copy = edits.run((edit) => copyCard(edit, id))
      if (copy) tell(say('copied', { title: nameOf(copy) }))
      return copy
    },
    /** A card, a persona, a map: what asks no question, as it can be undone. */
    remove(id: string): void {
      const title = nameOf(id)
      const isPersona = shapeOf(id)?.type === 'persona'
      edits.run((edit) => (isPersona ? edit.removePersona(id) : edit.remove(id)))
      if (!shapeOf(id)) tell(say('removed', { title }), 'undo')
    },
    toggleMoment(id: string): void {
      const card = shapeOf(id)
      if (card?.type !== 'touchpoint' || !edits.canChange(id)) return
      const momentOfTruth = !card.props.momentOfTruth
      edits.run((edit) => edit.setProps(id, 'touchpoint', { momentOfTruth }))
      tell(say(momentOfTruth ? 'momentOn' : 'momentOff', { title: nameOf(id) }))
    },
    addCard(mapId: string, kind: CardKind, at: NewCardPlace): string | null {
      const map = boardOf(edits.now).maps.find((each) => each.map.id === mapId)
      if (!map) return null
      const lanes = map.lanes.map(({ id, props }) => ({ id, kind: props.kind }))
      const stageId = stageOf(map, at.stageId ?? undefined)?.id ?? map.stages[0]?.id
      const laneId = at.laneId ?? laneFor(lanes, kind)
      const cell: Cell | null = stageId && laneId ? { stageId, laneId } : null
      const before = at.before ?? null
      if (writeSilently && kind !== 'touchpoint') {
        close() // the form stands before the map
        writeSilently(silentNote(lanes, cell, kind === 'note' ? null : kind))
        return null
      }
      return edits.run((edit): string => {
        if (kind === 'touchpoint')
          return edit.addTouchpoint(mapId, cell, { departmentId: me.departmentId }, before)
        const id = edit.addNote({ mapId, cell }, { kind: kind === 'note' ? null : kind })
        // The lane says what a plain note in it is.
        if (cell && kind === 'note') edit.moveCard(id, mapId, cell, before)
        return id
      })
    },
  }
}
