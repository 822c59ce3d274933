// Above the map: its name, how it is shown, which of several, and what was undone.
import { ActionIcon, Button, NativeSelect, SegmentedControl } from '@mantine/core'
import {
  IconAdjustmentsHorizontal,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconLayoutBoard,
} from '@tabler/icons-react'
import { useSyncExternalStore } from 'react'
import { boardTexts } from '#client/board/board-texts.ts'
import { FilesTool } from '#client/board/exchange/FilesTool.tsx'
import { titleOf } from '#client/board/twin/names.ts'
import type { TwinView } from '#client/board/twin/Twin.tsx'
import classes from '#client/board/twin/twin.module.css'
import type { TwinBoard, TwinMap } from '#client/board/twin/twin-maps.ts'
import { twinTexts } from '#client/board/twin/twin-texts.ts'
import { useTwin } from '#client/board/twin/twin-tools.ts'
import { useTexts } from '#client/ui/texts.ts'

const icon = { size: 20, stroke: 1.6, 'aria-hidden': true } as const
const headings = { table: 'asTable', matrix: 'asMatrix', list: 'asList' } as const

type Props = {
  board: TwinBoard
  map: TwinMap | null
  view: TwinView
  onView: (view: TwinView) => void
  onMap: (id: string) => void
  onBoard: () => void
}

export function TwinHead({ board, map, view, onView, onMap, onBoard }: Props) {
  const { isPhone, isReadOnly, open } = useTwin()
  const say = useTexts(twinTexts)
  const sayBoard = useTexts(boardTexts)
  const count = map?.stages.reduce((sum, stage) => sum + map.touchpointsOf(stage.id).length, 0) ?? 0
  return (
    <div className={classes.head}>
      <h2 className={classes.title}>{isPhone && map ? titleOf(map.map, say) : say(headings[view])}</h2>
      {!isPhone && map && <p className={classes.same}>{say('sameAs', { count })}</p>}
      {board.maps.length > 1 && map && (
        <NativeSelect
          size="md"
          aria-label={say('chooseMap')}
          value={map.map.id}
          data={board.maps.map((each) => ({ value: each.map.id, label: titleOf(each.map, say) }))}
          onChange={(event) => onMap(event.currentTarget.value)}
        />
      )}
      <div className={classes.tools}>
        {isPhone ? (
          <Button variant="default" leftSection={<IconLayoutBoard {...icon} />} onClick={onBoard}>
            {sayBoard('board')}
          </Button>
        ) : (
          <SegmentedControl
            size="md"
            aria-label={say('views')}
            value={view}
            data={[
              { value: 'table', label: say('viewTable') },
              { value: 'matrix', label: say('viewMatrix') },
              { value: 'list', label: say('viewList') },
            ]}
            onChange={(value) => onView(value === 'table' || value === 'matrix' ? value : 'list')}
          />
        )}
        {map && (
          <Button
            variant="default"
            leftSection={<IconAdjustmentsHorizontal {...icon} />}
            onClick={() => open({ kind: 'structure', mapId: map.map.id })}
          >
            {say('structure')}
          </Button>
        )}
        {isPhone && <FilesTool isButton />}
        {!isReadOnly && <UndoButtons />}
      </div>
    </div>
  )
}

/** There while there is something to undo. */
function UndoButtons() {
  const { edits, tell } = useTwin()
  const say = useTexts(twinTexts)
  const canUndo = useSyncExternalStore(edits.onUndoChange, () => edits.canUndo)
  const canRedo = useSyncExternalStore(edits.onUndoChange, () => edits.canRedo)
  return (
    <>
      {canUndo && (
        <ActionIcon
          aria-label={say('undo')}
          title={`${say('undo')} (Ctrl+Z)`}
          onClick={() => {
            edits.undo()
            tell(say('undone'))
          }}
        >
          <IconArrowBackUp {...icon} />
        </ActionIcon>
      )}
      {canRedo && (
        <ActionIcon
          aria-label={say('redo')}
          title={`${say('redo')} (Ctrl+Shift+Z)`}
          onClick={() => {
            edits.redo()
            tell(say('redone'))
          }}
        >
          <IconArrowForwardUp {...icon} />
        </ActionIcon>
      )}
    </>
  )
}
