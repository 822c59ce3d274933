// What one's own browser found when it counted all questions of a form again: one line when all is well, else each by itself.
import { Collapse } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { AuditNote } from '#client/facilitation/ballots/AuditNote.tsx'
import type { Ballot } from '#client/facilitation/ballots/use-ballot.ts'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import { TextButton } from '#client/facilitation/panel/TextButton.tsx'
import { pollTexts } from '#client/facilitation/texts-poll.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import classes from './polls.module.css'

type Props = { polls: readonly SecretPoll[]; ballots: readonly Ballot[] }

export function FormProof({ polls, ballots }: Props) {
  const t = useTexts(pollTexts)
  const listId = useId()
  const [isOpen, setOpen] = useState(false)
  const audits = ballots.map(({ audit }) => audit)
  if (audits.some((audit) => audit === null)) return null
  // What is wrong, or was too late, is said for the one question it is about, and not behind a button.
  const isWell = ballots.every(({ audit, chosen }) => audit?.ok && (audit.counted || chosen === null))
  const each = polls.map((poll, place) => {
    const ballot = ballots[place]
    return (
      ballot && (
        <li key={poll.pollId}>
          <p className={classes.asked}>{poll.question}</p>
          <AuditNote poll={poll} ballot={ballot} />
        </li>
      )
    )
  })
  if (!isWell) return <ul className={classes.list}>{each}</ul>
  return (
    <div className={classes.proof}>
      <IconCircleCheck {...iconProps} />
      <div>
        <p>
          <strong>{t('allCounted', { count: polls.length })}</strong>{' '}
          {audits.some((audit) => audit?.counted) && t('allYours')}
        </p>
        <TextButton aria-expanded={isOpen} aria-controls={listId} onClick={() => setOpen(!isOpen)}>
          {t('lookAtEach')}
        </TextButton>
        <Collapse expanded={isOpen} id={listId}>
          <ul className={classes.list}>{each}</ul>
        </Collapse>
      </div>
    </div>
  )
}
