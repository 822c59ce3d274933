// The rows of the matrix: the stages' heads with the map in the corner, and under them each lane with its cells.
// biome-ignore-all lint/a11y/useSemanticElements: the grid pattern of ARIA: one cell or card at a time has the focus.
// biome-ignore-all lint/a11y/useFocusableInteractive: as above.
import { MatrixCell } from '#client/board/twin/matrix/MatrixCell.tsx'
import { MatrixHead } from '#client/board/twin/matrix/MatrixHead.tsx'
import classes from '#client/board/twin/matrix/matrix.module.css'
import { isSame } from '#client/board/twin/matrix/matrix-elements.ts'
import type { MatrixAction, MatrixPlace } from '#client/board/twin/matrix/matrix-keys.ts'
import { titleOf } from '#client/board/twin/names.ts'
import type { PeerLook } from '#client/board/twin/PeerFlag.tsx'
import type { TwinMap } from '#client/board/twin/twin-maps.ts'
import { twinTexts } from '#client/board/twin/twin-texts.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { LaneShape } from '#shared/board/shapes.ts'

type Props = {
  map: TwinMap
  /** What has the focus. */
  at: MatrixPlace
  peersAt: (id: string) => readonly PeerLook[]
  act: (action: Exclude<MatrixAction, { type: 'focus' }>, at: MatrixPlace) => void
}

export function HeadRow({ map, at, peersAt, act }: Props) {
  const corner = { laneId: null, stageId: null, card: null }
  return (
    <div role="row" className={classes.headRow}>
      <MatrixHead
        role="columnheader"
        shape={map.map}
        isFocused={isSame(at, corner)}
        onOpen={() => act({ type: 'open' }, corner)}
        peers={[]}
      />
      {map.stages.map((stage) => {
        const head = { ...corner, stageId: stage.id }
        return (
          <MatrixHead
            key={stage.id}
            role="columnheader"
            shape={stage}
            stageId={stage.id}
            isFocused={isSame(at, head)}
            onOpen={() => act({ type: 'open' }, head)}
            peers={peersAt(stage.id)}
          />
        )
      })}
    </div>
  )
}

type LaneProps = Props & {
  lane: LaneShape
  /** Of which card the menu is open. */
  menu: MatrixPlace | null
  onOpen: (card: string) => void
  onMenu: (card: string, isOpen: boolean) => void
}

export function LaneRow({ map, lane, at, menu, peersAt, act, onOpen, onMenu }: LaneProps) {
  const say = useTexts(twinTexts)
  const head = { laneId: lane.id, stageId: null, card: null }
  return (
    <div role="row" className={classes.row}>
      <MatrixHead
        role="rowheader"
        shape={lane}
        laneId={lane.id}
        isFocused={isSame(at, head)}
        onOpen={() => act({ type: 'open' }, head)}
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
  )
}
