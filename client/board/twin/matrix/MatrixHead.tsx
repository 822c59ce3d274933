// The head of a column or row of the matrix: a stage, a lane, or in the corner the map.
// biome-ignore-all lint/a11y/noStaticElementInteractions: its role says what it is.
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid answers to the keys of all of its cells.
import { HereOf } from '#client/board/together/HereMark.tsx'
import classes from '#client/board/twin/matrix/matrix.module.css'
import { titleOf } from '#client/board/twin/names.ts'
import { PeerFlag, type PeerLook } from '#client/board/twin/PeerFlag.tsx'
import { twinTexts } from '#client/board/twin/twin-texts.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { JourneyMapShape, LaneShape, StageShape } from '#shared/board/shapes.ts'

type Props = {
  role: 'columnheader' | 'rowheader'
  shape: JourneyMapShape | StageShape | LaneShape
  stageId?: string
  laneId?: string
  isFocused: boolean
  onOpen: () => void
  peers: readonly PeerLook[]
}

export function MatrixHead({ role, shape, stageId, laneId, isFocused, onOpen, peers }: Props) {
  const say = useTexts(twinTexts)
  return (
    <div
      role={role}
      tabIndex={isFocused ? 0 : -1}
      className={classes.header}
      data-cell
      data-stage={stageId}
      data-lane={laneId}
      data-type={shape.type}
      onClick={onOpen}
    >
      <span>
        {titleOf(shape, say)} <HereOf shapeId={shape.id} />
      </span>
      {peers.length > 0 && <PeerFlag peers={peers} />}
    </div>
  )
}
