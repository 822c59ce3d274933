// Does what a key in the table asks for.
import { useMemo, useRef } from 'react'
import type { GridAction, GridPlace } from '#client/board/twin/table/grid-keys.ts'
import type { TableRow } from '#client/board/twin/table/table-rows.ts'
import type { TwinMap } from '#client/board/twin/twin-maps.ts'
import { twinTexts } from '#client/board/twin/twin-texts.ts'
import { useTwin } from '#client/board/twin/twin-tools.ts'
import { useActions } from '#client/board/twin/use-actions.ts'
import { useTexts } from '#client/ui/texts.ts'
import { type NoteKind, noteKinds, type TouchpointProps } from '#shared/board/shapes.ts'

type Options = {
  map: TwinMap
  rows: readonly TableRow[]
  edit: (place: GridPlace & { typed: string | null }) => void
  openMenu: (row: string) => void
  focus: (place: GridPlace) => void
}
type Act = ((action: Exclude<GridAction, { type: 'focus' }>, at: GridPlace) => void) & {
  /** Added here, and nothing done since. */
  isJustAdded(id: string): boolean
}

export function useGridActions({ map, rows, edit, openMenu, focus }: Options): Act {
  const tools = useTwin()
  const actions = useActions()
  const say = useTexts(twinTexts)
  const added = useRef<string | null>(null)
  return useMemo(() => {
    const { edits, isReadOnly, open, tell } = tools
    const act = (action: Exclude<GridAction, { type: 'focus' }>, at: GridPlace) => {
      const row = rows.find(({ id }) => id === at.row)
      if (!row) return
      const kind: NoteKind | undefined = noteKinds.find((each) => each === at.column)
      if (action.type === 'open' && kind)
        return open({ kind: 'notes', mapId: map.map.id, stageId: row.stageId, noteKind: kind })
      if (action.type === 'open' && at.column === 'stage') return open({ kind: 'shape', id: row.stageId })
      if (action.type === 'details') return open({ kind: 'shape', id: row.id })
      if (action.type === 'menu' || action.type === 'open') return row.isCard ? openMenu(row.id) : undefined
      if (isReadOnly) return
      const target = at.column === 'emotion' ? row.stageId : row.id
      const isNewThing = action.type === 'add-touchpoint' || action.type === 'add-note'
      if (!isNewThing && !edits.canChange(target)) return tell(say('cardLockedHere'))
      added.current = null
      switch (action.type) {
        case 'edit':
          return edit({ ...at, typed: action.typed })
        case 'toggle-moment':
          return actions.toggleMoment(row.id)
        case 'clear':
          return clear()
        case 'remove':
          return actions.remove(row.id)
        case 'copy': {
          const copy = actions.copy(row.id)
          return copy ? focus({ row: copy, column: at.column }) : undefined
        }
        case 'move':
          actions.moveBy(row.id, action.direction, 'stage')
          return focus(at)
        case 'add-note': {
          const id = actions.addCard(map.map.id, kind ?? 'note', { stageId: row.stageId })
          return id ? open({ kind: 'shape', id, isNew: true }) : undefined
        }
        case 'add-touchpoint': {
          const id = actions.addCard(map.map.id, 'touchpoint', afterThis())
          if (!id) return
          added.current = id
          edit({ row: id, column: 'title', typed: null })
          return
        }
      }

      function clear() {
        if (at.column === 'emotion')
          return edits.run((to) => to.setEmotion(target, map.personas[0]?.id ?? null, null))
        const empty: Partial<TouchpointProps> =
          at.column === 'department' ? { departmentId: null } : { [at.column]: null }
        return edits.run((to) => to.setProps(target, 'touchpoint', empty))
      }
      /** Below the touchpoint in focus. */
      function afterThis() {
        const where = row?.isCard ? map.whereIs(row.id) : null
        if (!row || !where) return { stageId: row?.stageId ?? null }
        const before = map.cardsIn(where.cell.stageId, where.cell.laneId)[where.place]?.id ?? null
        return { ...where.cell, before }
      }
    }
    return Object.assign(act, { isJustAdded: (id: string) => added.current === id })
  }, [tools, actions, say, map, rows, edit, openMenu, focus])
}
