// Says that the whole board is locked; facilitators unlock it there.
import { useBoardLocked } from '#client/board/together/board-locks.ts'
import { Line, LineButton } from '#client/board/together/Line.tsx'
import { useCompany } from '#client/board/together/together.ts'
import { togetherTexts } from '#client/board/together/together-texts.ts'
import { useTexts } from '#client/ui/texts.ts'
import { lockBoard } from '#shared/board/locks.ts'

export function LockLine() {
  const say = useTexts(togetherTexts)
  const { doc, canEdit, together } = useCompany()
  if (!useBoardLocked(doc)) return null
  const mayUnlock = together.isFacilitator && canEdit
  return (
    <Line text={say(mayUnlock ? 'boardLockedForOthers' : 'boardLocked')}>
      {mayUnlock && <LineButton onUse={() => lockBoard(doc, false)}>{say('unlock')}</LineButton>}
    </Line>
  )
}
