// At the foot of the rail, for facilitators: locks the whole board for everyone else, and unlocks it.
import { IconLock, IconLockOpen } from '@tabler/icons-react'
import { RailTool } from '#client/board/chrome/RailTool.tsx'
import { useBoardLocked } from '#client/board/together/board-locks.ts'
import { useCompany } from '#client/board/together/together.ts'
import { togetherTexts } from '#client/board/together/together-texts.ts'
import { useTexts } from '#client/ui/texts.ts'
import { lockBoard } from '#shared/board/locks.ts'

export function LockBoardTool() {
  const say = useTexts(togetherTexts)
  const { doc, canEdit, together } = useCompany()
  const isLocked = useBoardLocked(doc)
  if (!together.isFacilitator || !canEdit) return null
  return (
    <RailTool
      label={say(isLocked ? 'unlockBoard' : 'lockBoard')}
      text={say(isLocked ? 'unlock' : 'lock')}
      Icon={isLocked ? IconLockOpen : IconLock}
      onUse={() => lockBoard(doc, !isLocked)}
    />
  )
}
