// Does what a key or a click in the matrix asks for.
import { useMemo } from 'react'
import type { MatrixAction, MatrixPlace } from '#client/board/twin/matrix/matrix-keys.ts'
import type { TwinMap } from '#client/board/twin/twin-maps.ts'
import { twinTexts } from '#client/board/twin/twin-texts.ts'
import { useTwin } from '#client/board/twin/twin-tools.ts'
import { useActions } from '#client/board/twin/use-actions.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { CardKind } from '#shared/board/lane-for.ts'
import { noteKinds } from '#shared/board/shapes.ts'

type Options = {
  map: TwinMap
  focus: (place: MatrixPlace) => void
  openMenu: (place: MatrixPlace) => void
}
type Act = (action: Exclude<MatrixAction, { type: 'focus' }>, at: MatrixPlace) => void

export function useMatrixActions({ map, focus, openMenu }: Options): Act {
  const tools = useTwin()
  const actions = useActions()
  const say = useTexts(twinTexts)
  return useMemo<Act>(() => {
    const { edits, isReadOnly, open, tell } = tools
    return (action, at) => {
      const { stageId, laneId, card } = at
      /** A cell of the curve stands for its stage. */
      const part = card ?? (stageId === null ? laneId : stageId)
      if (action.type === 'open')
        return open(part === null ? { kind: 'structure', mapId: map.map.id } : { kind: 'shape', id: part })
      if (action.type === 'menu') return card === null ? undefined : openMenu(at)
      if (isReadOnly) return
      if (!edits.canChange(card ?? map.map.id)) return tell(say('cardLockedHere'))
      switch (action.type) {
        case 'add-card':
        case 'add-note': {
          const kind = action.type === 'add-note' ? 'note' : kindOf(laneId)
          const id = actions.addCard(map.map.id, kind, placeFor(kind))
          if (id) open({ kind: 'shape', id, isNew: true })
          return
        }
        case 'move-card':
          if (card !== null) actions.moveBy(card, action.direction, 'lane')
          // With its card, wherever that is now.
          return focus(at)
        case 'move-part':
          if (part !== null) actions.movePart(part, action.by)
          return focus(at)
        case 'toggle-moment':
          return card === null ? undefined : actions.toggleMoment(card)
        case 'copy': {
          const copy = card === null ? null : actions.copy(card)
          return copy ? focus({ ...at, card: copy }) : undefined
        }
        case 'remove':
          if (card !== null) return actions.remove(card)
          return part === null ? undefined : actions.askToRemove(part)
      }

      /** In the cell in focus; a note on a lane for touchpoints, or on the curve, goes where notes belong. */
      function placeFor(kind: CardKind) {
        const lane = map.lanes.find(({ id }) => id === laneId)?.props.kind
        const isElsewhere = kind !== 'touchpoint' && (lane === 'touchpoints' || lane === 'emotion')
        return { stageId, ...(laneId === null || isElsewhere ? {} : { laneId }) }
      }
    }

    function kindOf(laneId: string | null): CardKind {
      const kind = map.lanes.find(({ id }) => id === laneId)?.props.kind
      if (kind === 'touchpoints') return 'touchpoint'
      return noteKinds.find((each) => each === kind) ?? 'note'
    }
  }, [tools, actions, say, map, focus, openMenu])
}
