// Whom this view follows and the way out of it; for whoever leads, that all the others follow.
import { usePeers } from '#client/board/presence-of.ts'
import classes from '#client/board/together/board-lines.module.css'
import { Line, LineButton } from '#client/board/together/Line.tsx'
import { lookOf, useCompany } from '#client/board/together/together.ts'
import { togetherTexts } from '#client/board/together/together-texts.ts'
import { useFollowing } from '#client/board/together/use-following.ts'
import { useTexts } from '#client/ui/texts.ts'

export function FollowLine() {
  const say = useTexts(togetherTexts)
  const company = useCompany()
  const { awareness, me, together } = company
  const following = useFollowing(together.lead, me)
  const peers = usePeers(awareness)
  if (following.kind === 'nobody') return null
  if (following.kind === 'leading')
    return (
      <Line text={say('leading')}>
        <LineButton onUse={together.act.endLead}>{say('end')}</LineButton>
      </Line>
    )
  const look = lookOf(company, following.personId)
  const { name } = look
  if (following.kind === 'left')
    return (
      <Line text={null}>
        <LineButton label={say('followAgainOf', { name })} onUse={following.followAgain}>
          {say('followAgain')}
        </LineButton>
      </Line>
    )
  const isSeen = peers.some(({ personId, view }) => personId === following.personId && view !== null)
  if (!isSeen) return <Line text={say('leadAway', { name })} />
  return (
    <Line text={say('following', { name })} colors={look}>
      <LineButton onUse={following.leave}>
        {say('lookAround')} <span className={classes.key}>{say('escape')}</span>
      </LineButton>
    </Line>
  )
}
