// Four words made of each poll's public key: read aloud, they show that everybody has the same.
import { Collapse } from '@mantine/core'
import { useId, useState } from 'react'
import type { Ballot } from '#client/facilitation/ballots/use-ballot.ts'
import { TextButton } from '#client/facilitation/panel/TextButton.tsx'
import { pollTexts } from '#client/facilitation/texts-poll.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import classes from './polls.module.css'

export function CheckWords({ polls, ballots }: { polls: readonly SecretPoll[]; ballots: readonly Ballot[] }) {
  const t = useTexts(pollTexts)
  const listId = useId()
  const [isOpen, setOpen] = useState(false)
  if (polls.length === 1)
    return (
      <p className={classes.words} title={t('wordsWhat')}>
        {t('words')} <strong translate="no">{ballots[0]?.keyWords.join(' ')}</strong>
      </p>
    )
  return (
    <>
      <TextButton aria-expanded={isOpen} aria-controls={listId} onClick={() => setOpen(!isOpen)}>
        {t('wordsOfAll')}
      </TextButton>
      <Collapse expanded={isOpen} id={listId}>
        <p className={classes.small}>{t('wordsWhat')}</p>
        <ol className={classes.list}>
          {polls.map((poll, place) => (
            <li key={poll.pollId} className={classes.small}>
              {poll.question} <strong translate="no">{ballots[place]?.keyWords.join(' ')}</strong>
            </li>
          ))}
        </ol>
      </Collapse>
    </>
  )
}
