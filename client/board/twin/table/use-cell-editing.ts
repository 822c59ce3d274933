// Which cell of the table is being edited: begun by a key or by a click, and ended with the focus where the edit leads.
import { type KeyboardEvent, type MouseEvent, type RefObject, useRef, useState } from 'react'
import type { EndOfEdit } from '#client/board/twin/table/CellEditors.tsx'
import { columns } from '#client/board/twin/table/columns.ts'
import { isSame, placeOf } from '#client/board/twin/table/grid-elements.ts'
import { type GridAction, type GridPlace, gridAction } from '#client/board/twin/table/grid-keys.ts'
import type { TableRow } from '#client/board/twin/table/table-rows.ts'
import { useGridActions } from '#client/board/twin/table/use-grid-actions.ts'
import type { TwinMap } from '#client/board/twin/twin-maps.ts'
import { useTwin } from '#client/board/twin/twin-tools.ts'

type Editing = GridPlace & { typed: string | null }
type Options = {
  map: TwinMap
  rows: readonly TableRow[]
  grid: RefObject<HTMLElement | null>
  /** The cell that can have the focus. */
  place: GridPlace | null
  focus: (place: GridPlace) => void
  openMenu: (row: string) => void
}
type CellEditing = {
  editing: Editing | null
  endEdit(at: GridPlace, end: EndOfEdit): void
  onKeyDown(event: KeyboardEvent): void
  onMouseDown(event: MouseEvent): void
  onClick(event: MouseEvent): void
}

export function useCellEditing({ map, rows, grid, place, focus, openMenu }: Options): CellEditing {
  const { edits } = useTwin()
  const [editing, setEditing] = useState<Editing | null>(null)
  /** Where the pointer went down: a click on the cell that was in focus before begins to edit it. */
  const pressed = useRef<GridPlace | null>(null)
  const act = useGridActions({ map, rows, edit: setEditing, openMenu, focus })

  const perform = (action: GridAction, at: GridPlace) => {
    if (action.type === 'focus') return focus(action.place)
    act(action, at)
  }
  return {
    editing,
    onKeyDown(event) {
      const at = placeOf(event.target)
      if (!at || editing || event.defaultPrevented) return
      const action = gridAction(event.nativeEvent, at, rows)
      if (!action) return
      event.preventDefault()
      perform(action, at)
    },
    onMouseDown(event) {
      const at = placeOf(event.target)
      const isFocused = at && place && isSame(at, place) && grid.current?.contains(document.activeElement)
      pressed.current = isFocused ? at : null
    },
    onClick(event) {
      const at = placeOf(event.target)
      const row = rows.find(({ id }) => id === at?.row)
      if (!at || !row || editing) return
      const isAdding = !row.card && at.column === 'title'
      const isButton = event.target instanceof Element && event.target.closest('button') !== null
      if (!isButton && (isAdding || event.detail === 2 || (pressed.current && isSame(pressed.current, at)))) {
        const action = gridAction(enterKey, at, rows)
        if (action) perform(action, at)
      }
    },
    endEdit(at, { goTo, isDiscarded }) {
      setEditing(null)
      const card = edits.now.shapes.get(at.row)
      const isNew =
        isDiscarded && at.column === 'title' && card?.type === 'touchpoint' && card.props.title === ''
      if (isNew && act.isJustAdded(at.row)) return edits.undo() // as if it had not been begun
      const by = goTo === 'next' ? 1 : goTo === 'previous' ? -1 : 0
      const column = columns[columns.indexOf(at.column) + by] ?? at.column
      if (goTo !== 'away') focus({ row: at.row, column })
    },
  }
}

const enterKey = { key: 'Enter', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
