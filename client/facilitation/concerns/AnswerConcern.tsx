// What a facilitator does with a concern: mark it as answered, add a written answer, or take it up again.
import { Button, Group, Textarea } from '@mantine/core'
import { useState } from 'react'
import { TextButton } from '#client/facilitation/panel/TextButton.tsx'
import { useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { PollId } from '#shared/ids.ts'
import classes from './concerns.module.css'
import { concernTexts } from './texts-concerns.ts'

type Props = { pollId: PollId; t: string; answer: string | null | undefined }

export function AnswerConcern({ pollId, t: id, answer }: Props) {
  const t = useTexts(concernTexts)
  const { send } = useRoom()
  /** null while nothing is being written. */
  const [words, setWords] = useState<string | null>(null)
  // A refusal is told by the store's notice.
  const say = (text: string | null) => {
    setWords(null)
    void send({ type: 'concern.answer', pollId, t: id, answer: text })
  }
  if (words !== null)
    return (
      <div className={classes.writing}>
        <Textarea
          label={t('yourAnswer')}
          value={words}
          maxLength={280}
          autosize
          minRows={2}
          maxRows={6}
          data-autofocus
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <Group gap="xs">
          <Button onClick={() => say(words.trim() || null)}>{t('saveAnswer')}</Button>
          <Button variant="subtle" color="gray" onClick={() => setWords(null)}>
            {t('cancel')}
          </Button>
        </Group>
      </div>
    )
  return (
    <div className={classes.steps}>
      {answer === undefined ? (
        <TextButton onClick={() => say(null)}>{t('markDone')}</TextButton>
      ) : (
        <TextButton onClick={() => void send({ type: 'concern.take-up', pollId, t: id })}>
          {t('takeUp')}
        </TextButton>
      )}
      <TextButton onClick={() => setWords(answer ?? '')}>
        {t(answer ? 'changeWords' : 'withWords')}
      </TextButton>
    </div>
  )
}
