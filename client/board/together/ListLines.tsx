// Before the list: the same company in words, for those who do not see the canvas.
import { usePeers } from '#client/board/presence-of.ts'
import { PickLine } from '#client/board/together/ActionCommands.tsx'
import { useWordsOf } from '#client/board/together/board-locks.ts'
import { DotsLine } from '#client/board/together/DotsLine.tsx'
import { Line, LineButton } from '#client/board/together/Line.tsx'
import { LockLine } from '#client/board/together/LockLine.tsx'
import { leadPlace } from '#client/board/together/lead-place.ts'
import classes from '#client/board/together/list-lines.module.css'
import { lookOf, useCompany } from '#client/board/together/together.ts'
import { togetherTexts } from '#client/board/together/together-texts.ts'
import { useTexts } from '#client/ui/texts.ts'

export function ListLines() {
  return (
    <div className={classes.lines}>
      <PickLine />
      <LeadInWords />
      <LitInWords />
      <LockLine />
      <DotsLine />
    </div>
  )
}

function LeadInWords() {
  const say = useTexts(togetherTexts)
  const company = useCompany()
  const { doc, awareness, me, together } = company
  const peers = usePeers(awareness)
  const { lead, act } = together
  if (!lead) return null
  if (lead.personId === me)
    return (
      <Line text={say('leadingUnseen')}>
        <LineButton onUse={act.endLead}>{say('end')}</LineButton>
      </Line>
    )
  const { name } = lookOf(company, lead.personId)
  const view = peers.find((peer) => peer.personId === lead.personId && peer.view !== null)?.view
  if (!view) return <Line text={say('leadAway', { name })} />
  const place = leadPlace(doc, view)
  if (place.kind === 'stage')
    return <Line text={say('leadShows', { name, title: place.title || say('untitled') })} />
  return <Line text={say(place.kind === 'all' ? 'leadShowsAll' : 'leadShowsElsewhere', { name })} />
}

function LitInWords() {
  const say = useTexts(togetherTexts)
  const { doc, together } = useCompany()
  const title = useWordsOf(doc, together.spotlight)
  return title === null ? null : <Line text={say('lit', { title: title || say('untitled') })} />
}
