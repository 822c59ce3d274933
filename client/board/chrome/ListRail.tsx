// The rail beside the list: the way back to the board. Without tldraw, so that the list can come without it.
import { IconLayoutBoard } from '@tabler/icons-react'
import { boardTexts } from '#client/board/board-texts.ts'
import { RailTool } from '#client/board/chrome/RailTool.tsx'
import classes from '#client/board/chrome/rail.module.css'
import { useTexts } from '#client/ui/texts.ts'

export function ListRail({ onBoard }: { onBoard: () => void }) {
  const say = useTexts(boardTexts)
  return (
    <div className={classes.rail} role="toolbar" aria-label={say('tools')} aria-orientation="vertical">
      <span className={classes.space} />
      <RailTool label={say('board')} Icon={IconLayoutBoard} onUse={onBoard} />
    </div>
  )
}
