// The rail beside the table: what can be added, and the way to the board. Without tldraw, as the table comes without it.
import {
  IconBulb,
  IconColumnInsertRight,
  IconLayoutBoard,
  IconListDetails,
  IconMoodSad,
  IconNote,
  IconQuote,
  IconRowInsertBottom,
  IconUserPlus,
  type TablerIcon,
} from '@tabler/icons-react'
import { boardTexts } from '#client/board/board-texts.ts'
import { RailTool } from '#client/board/chrome/RailTool.tsx'
import classes from '#client/board/chrome/rail.module.css'
import { FilesTool } from '#client/board/exchange/FilesTool.tsx'
import type { TwinMap } from '#client/board/twin/twin-maps.ts'
import { useTwin } from '#client/board/twin/twin-tools.ts'
import { useActions } from '#client/board/twin/use-actions.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { CardKind } from '#shared/board/lane-for.ts'

const icons: Record<CardKind, TablerIcon> = {
  note: IconNote,
  touchpoint: IconListDetails,
  'pain-points': IconMoodSad,
  opportunities: IconBulb,
  evidence: IconQuote,
}
const kinds = ['note', 'touchpoint', 'pain-points', 'opportunities', 'evidence'] as const

export function TwinRail({ map, onBoard }: { map: TwinMap | null; onBoard: () => void }) {
  const { edits, isReadOnly, open } = useTwin()
  const actions = useActions()
  const say = useTexts(boardTexts)
  const canAdd = map !== null && !isReadOnly && edits.canChange(map.map.id)
  const show = (id: string | null) => {
    if (id) open({ kind: 'shape', id, isNew: true })
  }
  return (
    <div className={classes.rail} role="toolbar" aria-label={say('tools')} aria-orientation="vertical">
      {canAdd && (
        <>
          {kinds.map((kind) => (
            <RailTool
              key={kind}
              label={say(kind)}
              text={kind === 'pain-points' ? say('painNarrow') : undefined}
              Icon={icons[kind]}
              onUse={() => show(actions.addCard(map.map.id, kind, { stageId: lastStage(map) }))}
            />
          ))}
          <hr />
          <RailTool
            label={say('stage')}
            Icon={IconColumnInsertRight}
            onUse={() => show(actions.addStage(map.map.id))}
          />
          <RailTool
            label={say('lane')}
            Icon={IconRowInsertBottom}
            onUse={() => show(actions.addLane(map.map.id))}
          />
          <RailTool
            label={say('persona')}
            Icon={IconUserPlus}
            onUse={() => show(actions.addPersona(map.map.id))}
          />
        </>
      )}
      <span className={classes.space} />
      <FilesTool />
      <RailTool label={say('board')} Icon={IconLayoutBoard} onUse={onBoard} />
    </div>
  )
}

/** Of what was last in focus in the table or the matrix. */
function lastStage(map: TwinMap): string | null {
  const cell = document.querySelector<HTMLElement>('[role="grid"] [tabindex="0"]')
  const { row, stage } = cell?.dataset ?? {}
  if (stage !== undefined) return stage
  return row === undefined ? null : (map.whereIs(row)?.cell.stageId ?? row)
}
