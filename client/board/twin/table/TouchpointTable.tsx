// The map as a table of its touchpoints: a grid with one cell in focus, edited in place.
// biome-ignore-all lint/a11y/useSemanticElements: the grid pattern of ARIA: only part of the rows may be there, and one cell at a time has the focus, not its row.
// biome-ignore-all lint/a11y/useFocusableInteractive: as above.
import { VisuallyHidden } from '@mantine/core'
import { useCallback, useEffect, useRef, useState } from 'react'
import { Chunked } from '#client/board/twin/Chunked.tsx'
import type { PeerLook } from '#client/board/twin/PeerFlag.tsx'
import type { EndOfEdit } from '#client/board/twin/table/CellEditors.tsx'
import { CellField } from '#client/board/twin/table/CellField.tsx'
import { columns } from '#client/board/twin/table/columns.ts'
import { elementOf, isSame, placeOf } from '#client/board/twin/table/grid-elements.ts'
import { type GridPlace, neighbourOf } from '#client/board/twin/table/grid-keys.ts'
import { TouchpointRow } from '#client/board/twin/table/TouchpointRow.tsx'
import classes from '#client/board/twin/table/table.module.css'
import { type TableRow, useTableRows } from '#client/board/twin/table/table-rows.ts'
import { useCellEditing } from '#client/board/twin/table/use-cell-editing.ts'
import { useGridFocus } from '#client/board/twin/table/use-grid-focus.ts'
import type { TwinMap } from '#client/board/twin/twin-maps.ts'
import { twinTexts } from '#client/board/twin/twin-texts.ts'
import { useTwin } from '#client/board/twin/twin-tools.ts'
import { useSpokenChanges } from '#client/board/twin/use-spoken-changes.ts'
import { useTexts } from '#client/ui/texts.ts'

type Props = { map: TwinMap; peersAt: (id: string) => readonly PeerLook[] }

const nobody: readonly PeerLook[] = []

export function TouchpointTable({ map, peersAt }: Props) {
  const tools = useTwin()
  const { edits, isReadOnly } = tools
  const say = useTexts(twinTexts)
  const grid = useRef<HTMLDivElement>(null)
  const rows = useTableRows(map)
  const before = useRef(rows)
  const [menu, setMenu] = useState<string | null>(null)

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
  const { editing, endEdit, ...byHand } = useCellEditing({ map, rows, grid, place, focus, openMenu: setMenu })
  const onMenu = useCallback(
    (row: string, isOpen: boolean) => {
      setMenu(isOpen ? row : null)
      if (!isOpen) focus({ row, column: 'more' })
    },
    [focus],
  )
  const editorIn = (row: TableRow) => {
    if (editing?.row !== row.id || isReadOnly || !edits.canChange(row.id)) return null
    const { column, typed } = editing
    const onEnd = (end: EndOfEdit) => endEdit(editing, end)
    return { column, field: <CellField map={map} row={row} column={column} typed={typed} onEnd={onEnd} /> }
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
      {...byHand}
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
              editor={editorIn(row)}
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
