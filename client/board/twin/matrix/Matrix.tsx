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
import { HeadRow, LaneRow } from '#client/board/twin/matrix/MatrixRows.tsx'
import classes from '#client/board/twin/matrix/matrix.module.css'
import { elementOf, isSame, placeOf } from '#client/board/twin/matrix/matrix-elements.ts'
import {
  type MatrixGrid,
  type MatrixPlace,
  matrixAction,
  partAt,
  settleIn,
} from '#client/board/twin/matrix/matrix-keys.ts'
import { useMatrixActions } from '#client/board/twin/matrix/use-matrix-actions.ts'
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
  useSpokenChanges(partAt(at))
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
        beAt(partAt(to))
      }}
    >
      <HeadRow map={map} at={at} peersAt={peersAt} act={act} />
      {map.lanes.map((lane) => (
        <LaneRow
          key={lane.id}
          map={map}
          lane={lane}
          at={at}
          menu={menu}
          peersAt={peersAt}
          act={act}
          onOpen={onOpen}
          onMenu={onMenu}
        />
      ))}
    </div>
  )
}

const gridOf = (map: TwinMap): MatrixGrid => ({
  stages: map.stages.map(({ id }) => id),
  lanes: map.lanes.map(({ id, props }) => ({ id, isEmotion: props.kind === 'emotion' })),
  cardsIn: (stageId, laneId) => map.cardsIn(stageId, laneId).map(({ id }) => id),
})
