// What is going on for everybody on this board, at its lower edge: silent writing, whom one follows, that it is locked, one's dots.
import { VisuallyHidden } from '@mantine/core'
import { SilentLine } from '#client/board/silence/SilentLine.tsx'
import { PickLine } from '#client/board/together/ActionCommands.tsx'
import classes from '#client/board/together/board-lines.module.css'
import { useWordsOf } from '#client/board/together/board-locks.ts'
import { DotsLine } from '#client/board/together/DotsLine.tsx'
import { FollowLine } from '#client/board/together/FollowLine.tsx'
import { LockLine } from '#client/board/together/LockLine.tsx'
import { useCompany } from '#client/board/together/together.ts'
import { togetherTexts } from '#client/board/together/together-texts.ts'
import { useTexts } from '#client/ui/texts.ts'

export function BoardLines() {
  return (
    <div className={classes.lines} onPointerDown={(event) => event.stopPropagation()}>
      <LitAloud />
      <PickLine />
      <SilentLine />
      <DotsLine />
      <LockLine />
      <FollowLine />
    </div>
  )
}

/** The light is seen; for those who do not see it, it is said. */
function LitAloud() {
  const say = useTexts(togetherTexts)
  const { doc, together } = useCompany()
  const title = useWordsOf(doc, together.spotlight)
  return (
    <VisuallyHidden component="p" role="status">
      {title !== null && say('lit', { title: title || say('untitled') })}
    </VisuallyHidden>
  )
}
