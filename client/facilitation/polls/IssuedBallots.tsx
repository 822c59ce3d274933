// How many ballots are out, and to whom: anybody who sees a stranger on the list knows before the count.
import { Collapse } from '@mantine/core'
import { useId, useState } from 'react'
import { BallotSlips } from '#client/facilitation/ballots/BallotSlips.tsx'
import { TextButton } from '#client/facilitation/panel/TextButton.tsx'
import { pollTexts } from '#client/facilitation/texts-poll.ts'
import { useFacilitation, usePersonName } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import classes from './polls.module.css'

/** For a form: those of its first question, for everyone receives all of them. */
export function IssuedBallots({ polls }: { polls: readonly SecretPoll[] }) {
  const t = useTexts(pollTexts)
  const personName = usePersonName()
  const listId = useId()
  const [isOpen, setOpen] = useState(false)
  const [first] = polls
  const issued = useFacilitation(({ issued }) => (first ? issued[first.pollId] : undefined) ?? none)
  // By name and not by time: the order must not tell who was quick.
  const names = issued.map(personName).sort((a, b) => a.localeCompare(b))
  return (
    <div className={classes.issued}>
      <BallotSlips issued={issued.length} total={first?.eligible.length ?? 0} />
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
