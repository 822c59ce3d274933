// Copies a card: next to itself, with everything on it; a heading with its notes.
import { type Cell, cellOf } from '#shared/board/layout.ts'
import type { MapEdit } from '#shared/board/map-edit.ts'
import { partsOf } from '#shared/board/map-parts.ts'
import type { CardShape } from '#shared/board/shapes.ts'

/** Loose things are copied so much further down and to the right. */
const aside = 24

/** The copy's id; null when there is nothing to copy any more. */
export function copyCard(edit: MapEdit, id: string): string | null {
  const card = edit.card(id)
  if (!card) return null
  const map = edit.shape(card.parentId, 'journey-map')
  const at = { x: card.x + aside, y: card.y + aside }
  if (!map) return copyOf(edit, card, { at })
  const cell = cellIn(edit, map.id, card)
  const cards = cell ? edit.cardsIn(map.id, cell) : []
  const before = cards[cards.findIndex((each) => each.id === id) + 1]?.id ?? null
  const copy = copyOf(edit, card, { mapId: map.id, cell })
  if (copy && cell) {
    edit.moveCard(copy, map.id, cell, before)
    // A lane may have made it something else than what it was copied from.
    if (card.type === 'sticky-note') edit.setProps(copy, 'sticky-note', { kind: card.props.kind })
  }
  return copy
}

type Place = Parameters<MapEdit['addNote']>[0]

function copyOf(edit: MapEdit, card: CardShape, place: Place): string | null {
  switch (card.type) {
    case 'touchpoint':
      return 'mapId' in place ? edit.addTouchpoint(place.mapId, place.cell, card.props) : null
    case 'sticky-note': {
      const copy = edit.addNote(place, card.props)
      edit.moveIntoCluster(copy, card.parentId) // where it lies in none, nothing happens
      return copy
    }
    case 'cluster': {
      const copies = edit.notesIn(card.id).map(({ props }) => edit.addNote(place, props))
      return edit.addCluster(copies, card.props.title)
    }
  }
}

function cellIn(edit: MapEdit, mapId: string, card: CardShape): Cell | null {
  const parts = partsOf({ ...edit.children(mapId), cards: [] })
  return cellOf({ ...card.props, isTouchpoint: card.type === 'touchpoint' }, parts)
}
