// The map as a table of its touchpoints: a grid with one cell in focus, edited in place.
// biome-ignore-all lint/a11y/useSemanticElements: the grid pattern of ARIA: only part of the rows may be there, and one cell at a time has the focus, not its row.
// biome-ignore-all lint/a11y/useFocusableInteractive: as above.
import { VisuallyHidden } from '@mantine/core'
import { type KeyboardEvent, type MouseEvent, useCallback, useEffect, useRef, useState } from 'react'
import { Chunked } from '#client/board/twin/Chunked.tsx'
import type { PeerLook } from '#client/board/twin/PeerFlag.tsx'
import type { EndOfEdit } from '#client/board/twin/table/CellEditors.tsx'
import { CellField } from '#client/board/twin/table/CellField.tsx'
import { type Column, columns } from '#client/board/twin/table/columns.ts'
import {
  type GridAction,
  type GridPlace,
  gridAction,
  neighbourOf,
} from '#client/board/twin/table/grid-keys.ts'
import { TouchpointRow } from '#client/board/twin/table/TouchpointRow.tsx'
import classes from '#client/board/twin/table/table.module.css'
import { useTableRows } from '#client/board/twin/table/table-rows.ts'
import { useGridActions } from '#client/board/twin/table/use-grid-actions.ts'
import { useGridFocus } from '#client/board/twin/table/use-grid-focus.ts'
import type { TwinMap } from '#client/board/twin/twin-maps.ts'
import { twinTexts } from '#client/board/twin/twin-texts.ts'
import { useTwin } from '#client/board/twin/twin-tools.ts'
import { useSpokenChanges } from '#client/board/twin/use-spoken-changes.ts'
import { useTexts } from '#client/ui/texts.ts'

type Props = { map: TwinMap; peersAt: (id: string) => readonly PeerLook[] }
type Editing = GridPlace & { typed: string | null }

const nobody: readonly PeerLook[] = []

export function TouchpointTable({ map, peersAt }: Props) {
  const tools = useTwin()
  const { edits, isReadOnly } = tools
  const say = useTexts(twinTexts)
  const grid = useRef<HTMLDivElement>(null)
  const rows = useTableRows(map)
  const [editing, setEditing] = useState<Editing | null>(null)
  const [menu, setMenu] = useState<string | null>(null)
  const before = useRef(rows)

  const { place, focus, came, onBlur } = useGridFocus<GridPlace>({
    grid,
    initial: rows[0] ? { row: rows[0].id, column: 'title' } : null,
    settle: ({ row, column }) => {
      if (rows.some(({ id }) => id === row)) return { row, column }
      const next = neighbourOf(row, before.current, rows)
      return next === null ? null : { row: next, column }
    },
    elementOf,
    isSame,
  })
  useSpokenChanges(place?.row ?? null)
  useEffect(() => {
    before.current = rows
  }, [rows])

  const act = useGridActions({ map, rows, edit: setEditing, openMenu: setMenu, focus })
  const onMenu = useCallback(
    (row: string, isOpen: boolean) => {
      setMenu(isOpen ? row : null)
      if (!isOpen) focus({ row, column: 'more' })
    },
    [focus],
  )
  const isFixed = (row: string) => isReadOnly || !edits.canChange(row)

  const onKeyDown = (event: KeyboardEvent) => {
    const at = placeOf(event.target)
    if (!at || editing || event.defaultPrevented) return
    const action = gridAction(event.nativeEvent, at, rows)
    if (!action) return
    event.preventDefault()
    perform(action, at)
  }
  const perform = (action: GridAction, at: GridPlace) => {
    if (action.type === 'focus') return focus(action.place)
    act(action, at)
  }
  /** Where the pointer went down: a click on the cell that was in focus before begins to edit it. */
  const pressed = useRef<GridPlace | null>(null)
  const onMouseDown = (event: MouseEvent) => {
    const at = placeOf(event.target)
    const isFocused = at && place && isSame(at, place) && grid.current?.contains(document.activeElement)
    pressed.current = isFocused ? at : null
  }
  const onClick = (event: MouseEvent) => {
    const at = placeOf(event.target)
    const row = rows.find(({ id }) => id === at?.row)
    if (!at || !row || editing) return
    const isAdding = !row.card && at.column === 'title'
    const isButton = event.target instanceof Element && event.target.closest('button') !== null
    if (!isButton && (isAdding || event.detail === 2 || (pressed.current && isSame(pressed.current, at)))) {
      const action = gridAction({ ...noKeys, key: 'Enter' }, at, rows)
      if (action) perform(action, at)
    }
  }
  const endEdit = (at: GridPlace, { goTo, isDiscarded }: EndOfEdit) => {
    setEditing(null)
    const card = edits.now.shapes.get(at.row)
    const isNew =
      isDiscarded && at.column === 'title' && card?.type === 'touchpoint' && card.props.title === ''
    if (isNew && act.isJustAdded(at.row)) return edits.undo() // as if it had not been begun
    const by = goTo === 'next' ? 1 : goTo === 'previous' ? -1 : 0
    const column = columns[columns.indexOf(at.column) + by] ?? at.column
    if (goTo !== 'away') focus({ row: at.row, column })
  }

  return (
    <div
      ref={grid}
      role="grid"
      aria-label={say('asTable')}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      aria-readonly={isReadOnly || undefined}
      className={classes.grid}
      onKeyDown={onKeyDown}
      onMouseDown={onMouseDown}
      onClick={onClick}
      onFocus={({ target }) => {
        const at = placeOf(target)
        if (at) came(at)
        if (at) tools.beAt(at.row)
      }}
      onBlur={onBlur}
    >
      <Head />
      <Chunked
        items={rows}
        keyOf={({ id }) => id}
        keep={place?.row ?? null}
        estimate={56}
        few={240}
        render={(part, start) =>
          part.map((row, at) => (
            <TouchpointRow
              key={row.id}
              row={row}
              rowIndex={start + at + 2}
              focused={place?.row === row.id ? place.column : null}
              isLocked={row.card !== null && !isReadOnly && !edits.canChange(row.id)}
              peers={row.card ? peersAt(row.id) : nobody}
              editor={
                editing?.row === row.id && !isFixed(row.id)
                  ? {
                      column: editing.column,
                      field: (
                        <CellField
                          map={map}
                          row={row}
                          column={editing.column}
                          typed={editing.typed}
                          onEnd={(end) => endEdit(editing, end)}
                        />
                      ),
                    }
                  : null
              }
              isMenuOpen={menu === row.id}
              onMenu={onMenu}
            />
          ))
        }
      />
    </div>
  )
}

function Head() {
  const say = useTexts(twinTexts)
  return (
    <div role="row" aria-rowindex={1} className={classes.head}>
      {columns.map((column, at) => (
        <div
          key={column}
          role="columnheader"
          aria-colindex={at + 1}
          className={classes.header}
          data-column={column}
        >
          {column === 'more' ? (
            <VisuallyHidden>{say('column.more')}</VisuallyHidden>
          ) : (
            say(`column.${column}`)
          )}
        </div>
      ))}
    </div>
  )
}

const noKeys = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }

const isSame = (one: GridPlace, other: GridPlace) => one.row === other.row && one.column === other.column

function placeOf(target: EventTarget | null): GridPlace | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null
  const column = columns.find((each) => each === cell?.dataset.column)
  return cell?.dataset.row && column ? { row: cell.dataset.row, column } : null
}

const elementOf = (grid: HTMLElement, { row, column }: GridPlace) =>
  grid.querySelector<HTMLElement>(`[data-row="${CSS.escape(row)}"][data-column="${column satisfies Column}"]`)
