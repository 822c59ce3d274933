// The map as a matrix of stages and lanes: a grid whose cells hold their cards.
// biome-ignore-all lint/a11y/useSemanticElements: the grid pattern of ARIA: one cell or card at a time has the focus.
// biome-ignore-all lint/a11y/useFocusableInteractive: as above.
import {
  type CSSProperties,
  type KeyboardEvent,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { MatrixCell } from '#client/board/twin/matrix/MatrixCell.tsx'
import { MatrixHead } from '#client/board/twin/matrix/MatrixHead.tsx'
import classes from '#client/board/twin/matrix/matrix.module.css'
import {
  type MatrixGrid,
  type MatrixPlace,
  matrixAction,
  settleIn,
} from '#client/board/twin/matrix/matrix-keys.ts'
import { useMatrixActions } from '#client/board/twin/matrix/use-matrix-actions.ts'
import { titleOf } from '#client/board/twin/names.ts'
import type { PeerLook } from '#client/board/twin/PeerFlag.tsx'
import { useGridFocus } from '#client/board/twin/table/use-grid-focus.ts'
import type { TwinMap } from '#client/board/twin/twin-maps.ts'
import { twinTexts } from '#client/board/twin/twin-texts.ts'
import { useTwin } from '#client/board/twin/twin-tools.ts'
import { useSpokenChanges } from '#client/board/twin/use-spoken-changes.ts'
import { useTexts } from '#client/ui/texts.ts'

type Props = { map: TwinMap; peersAt: (id: string) => readonly PeerLook[] }

export function Matrix({ map, peersAt }: Props) {
  const { beAt, isReadOnly } = useTwin()
  const say = useTexts(twinTexts)
  const grid = useRef<HTMLDivElement>(null)
  const shape = useMemo(() => gridOf(map), [map])
  const before = useRef(shape)
  const [menu, setMenu] = useState<MatrixPlace | null>(null)
  const { place, focus, came, onBlur } = useGridFocus<MatrixPlace>({
    grid,
    initial: { laneId: map.lanes[0]?.id ?? null, stageId: map.stages[0]?.id ?? null, card: null },
    settle: (asked) => settleIn(asked, before.current, shape, (card) => map.whereIs(card)?.cell ?? null),
    elementOf,
    isSame,
  })
  const at = place ?? { laneId: null, stageId: null, card: null }
  useSpokenChanges(at.card ?? (at.laneId === null ? at.stageId : at.stageId === null ? at.laneId : null))
  useEffect(() => {
    before.current = shape
  }, [shape])
  const act = useMatrixActions({ map, focus, openMenu: setMenu })
  const acting = useRef(act)
  acting.current = act
  const onOpen = useCallback(
    (card: string) => acting.current({ type: 'open' }, { laneId: null, stageId: null, card }),
    [],
  )
  const placing = useRef(map.whereIs)
  placing.current = map.whereIs
  const onMenu = useCallback(
    (card: string, isOpen: boolean) => {
      const cell = placing.current(card)?.cell
      const to = cell ? { ...cell, card } : null
      setMenu(isOpen ? to : null)
      if (!isOpen && to) focus(to)
    },
    [focus],
  )

  const onKeyDown = (event: KeyboardEvent) => {
    const from = placeOf(event.target)
    if (!from || event.defaultPrevented || menu !== null) return
    const action = matrixAction(event.nativeEvent, from, shape)
    if (!action) return
    event.preventDefault()
    if (action.type === 'focus') focus(action.place)
    else act(action, from)
  }
  const isAt = (laneId: string | null, stageId: string | null) =>
    at.laneId === laneId && at.stageId === stageId && at.card === null

  return (
    <div
      ref={grid}
      role="grid"
      aria-label={say('asMatrix')}
      aria-readonly={isReadOnly || undefined}
      className={classes.matrix}
      style={{ '--stages': Math.max(1, map.stages.length) } as CSSProperties} // a property of our own
      onKeyDown={onKeyDown}
      onBlur={onBlur}
      onFocus={({ target }) => {
        const to = placeOf(target)
        if (!to) return
        came(to)
        beAt(to.card ?? (to.laneId === null ? to.stageId : to.stageId === null ? to.laneId : null))
      }}
    >
      <div role="row" className={classes.headRow}>
        <MatrixHead
          role="columnheader"
          shape={map.map}
          isFocused={isAt(null, null)}
          onOpen={() => act({ type: 'open' }, { laneId: null, stageId: null, card: null })}
          peers={[]}
        />
        {map.stages.map((stage) => (
          <MatrixHead
            key={stage.id}
            role="columnheader"
            shape={stage}
            stageId={stage.id}
            isFocused={isAt(null, stage.id)}
            onOpen={() => act({ type: 'open' }, { laneId: null, stageId: stage.id, card: null })}
            peers={peersAt(stage.id)}
          />
        ))}
      </div>
      {map.lanes.map((lane) => (
        <div key={lane.id} role="row" className={classes.row}>
          <MatrixHead
            role="rowheader"
            shape={lane}
            laneId={lane.id}
            isFocused={isAt(lane.id, null)}
            onOpen={() => act({ type: 'open' }, { laneId: lane.id, stageId: null, card: null })}
            peers={peersAt(lane.id)}
          />
          {map.stages.map((stage) => (
            <MatrixCell
              key={stage.id}
              map={map}
              lane={lane}
              stage={stage}
              label={say('cellOf', { stage: titleOf(stage, say), lane: titleOf(lane, say) })}
              focused={at.laneId === lane.id && at.stageId === stage.id ? (at.card ?? 'cell') : null}
              menu={menu?.laneId === lane.id && menu.stageId === stage.id ? menu.card : null}
              peersAt={peersAt}
              onAct={act}
              onOpen={onOpen}
              onMenu={onMenu}
            />
          ))}
        </div>
      ))}
    </div>
  )
}

const gridOf = (map: TwinMap): MatrixGrid => ({
  stages: map.stages.map(({ id }) => id),
  lanes: map.lanes.map(({ id, props }) => ({ id, isEmotion: props.kind === 'emotion' })),
  cardsIn: (stageId, laneId) => map.cardsIn(stageId, laneId).map(({ id }) => id),
})

const isSame = (one: MatrixPlace, other: MatrixPlace) =>
  one.card === other.card && one.laneId === other.laneId && one.stageId === other.stageId

function placeOf(target: EventTarget | null): MatrixPlace | null {
  if (!(target instanceof Element)) return null
  const cell = target.closest<HTMLElement>('[data-cell]')
  if (!cell) return null
  const card = target.closest<HTMLElement>('[data-id]')?.dataset.id ?? null
  return { laneId: cell.dataset.lane ?? null, stageId: cell.dataset.stage ?? null, card }
}

function elementOf(grid: HTMLElement, { laneId, stageId, card }: MatrixPlace): HTMLElement | null {
  if (card !== null) return grid.querySelector(`[data-id="${CSS.escape(card)}"]`)
  const part = (name: string, id: string | null) =>
    id === null ? `:not([data-${name}])` : `[data-${name}="${CSS.escape(id)}"]`
  return grid.querySelector(`[data-cell]${part('lane', laneId)}${part('stage', stageId)}`)
}
