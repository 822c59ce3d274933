// What is going on for everybody on this board, at its lower edge: whom one follows, that it is locked, one's dots.
import type { ReactNode } from 'react'
import { usePeers } from '#client/board/presence-of.ts'
import { useBoardLocked, useWordsOf } from '#client/board/together/board-locks.ts'
import classes from '#client/board/together/board-lines.module.css'
import { DotsLine } from '#client/board/together/DotsLine.tsx'
import { lookOf, useCompany } from '#client/board/together/together.ts'
import { togetherTexts } from '#client/board/together/together-texts.ts'
import { useFollowing } from '#client/board/together/use-following.ts'
import { useTexts } from '#client/ui/texts.ts'
import { lockBoard } from '#shared/board/locks.ts'

export function BoardLines() {
  return (
    <div className={classes.lines} onPointerDown={(event) => event.stopPropagation()}>
      <LitAloud />
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
    <p className={classes.aloud} role="status">
      {title !== null && say('lit', { title: title || say('untitled') })}
    </p>
  )
}

export function LockLine() {
  const say = useTexts(togetherTexts)
  const { doc, canEdit, together } = useCompany()
  if (!useBoardLocked(doc)) return null
  const mayUnlock = together.isFacilitator && canEdit
  return (
    <Line>
      {say(mayUnlock ? 'boardLockedForOthers' : 'boardLocked')}
      {mayUnlock && <LineButton onUse={() => lockBoard(doc, false)}>{say('unlock')}</LineButton>}
    </Line>
  )
}

function FollowLine() {
  const say = useTexts(togetherTexts)
  const company = useCompany()
  const { awareness, me, together } = company
  const following = useFollowing(together.lead, me)
  const peers = usePeers(awareness)
  if (following.kind === 'nobody') return null
  if (following.kind === 'leading')
    return (
      <Line>
        {say('leading')}
        <LineButton onUse={together.act.endLead}>{say('end')}</LineButton>
      </Line>
    )
  const look = lookOf(company, following.personId)
  const { name } = look
  if (following.kind === 'left')
    return (
      <Line>
        <LineButton label={say('followAgainOf', { name })} onUse={following.followAgain}>
          {say('followAgain')}
        </LineButton>
      </Line>
    )
  const isSeen = peers.some(({ personId, view }) => personId === following.personId && view !== null)
  if (!isSeen) return <Line>{say('leadAway', { name })}</Line>
  return (
    <Line colors={look}>
      {say('following', { name })}
      <LineButton onUse={following.leave}>{say('lookAround')}</LineButton>
    </Line>
  )
}

type LineProps = { children: ReactNode; colors?: { color: string; onColor: string } }

export function Line({ children, colors }: LineProps) {
  const style = colors && { background: colors.color, color: colors.onColor }
  return (
    <div className={classes.line} role="status" style={style}>
      {children}
    </div>
  )
}

type LineButtonProps = { children: ReactNode; label?: string; onUse: () => void }

export function LineButton({ children, label, onUse }: LineButtonProps) {
  return (
    <button type="button" className={classes.button} aria-label={label} onClick={onUse}>
      {children}
    </button>
  )
}
