// How many ballots are out, and to whom: anybody who sees a stranger on the list knows before the count.
import { Collapse } from '@mantine/core'
import { useId, useState } from 'react'
import { BallotSlips } from '#client/facilitation/ballots/BallotSlips.tsx'
import { pollTexts } from '#client/facilitation/texts-poll.ts'
import { useFacilitation, usePersonName } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import classes from './PollCard.module.css'
import { TextButton } from './TextButton.tsx'

export function IssuedBallots({ poll }: { poll: SecretPoll }) {
  const t = useTexts(pollTexts)
  const personName = usePersonName()
  const listId = useId()
  const [isOpen, setOpen] = useState(false)
  const issued = useFacilitation(({ issued }) => issued[poll.pollId] ?? none)
  // By name and not by time: the order must not tell who was quick.
  const names = issued.map(personName).sort((a, b) => a.localeCompare(b))
  return (
    <div className={classes.issued}>
      <BallotSlips issued={issued.length} total={poll.eligible.length} />
      {issued.length > 0 && (
        <>
          <TextButton aria-expanded={isOpen} aria-controls={listId} onClick={() => setOpen(!isOpen)}>
            {t('issuedTo')}
          </TextButton>
          <Collapse expanded={isOpen} id={listId} className={classes.issuedTo}>
            <p className={classes.words}>{names.join(', ')}</p>
          </Collapse>
        </>
      )}
    </div>
  )
}

const none: readonly never[] = []
