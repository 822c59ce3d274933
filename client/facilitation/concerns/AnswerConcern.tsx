// What a facilitator does with a concern: mark it as answered, add a written answer, or take it up again.
import { Button, Group, Textarea } from '@mantine/core'
import { useState } from 'react'
import { TextButton } from '#client/facilitation/panel/TextButton.tsx'
import { TheirText } from '#client/facilitation/two-writers/TheirText.tsx'
import { explainedHere, useWords } from '#client/facilitation/two-writers/use-words.ts'
import { useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { PollId } from '#shared/ids.ts'
import classes from './concerns.module.css'
import { concernTexts } from './texts-concerns.ts'

type Props = { pollId: PollId; t: string; answer: string | null | undefined }

export function AnswerConcern({ pollId, t: id, answer }: Props) {
  const t = useTexts(concernTexts)
  const { send } = useRoom()
  const [isWriting, setWriting] = useState(false)
  if (isWriting)
    return <WriteAnswer pollId={pollId} t={id} answer={answer} onDone={() => setWriting(false)} />
  return (
    <div className={classes.steps}>
      {answer === undefined ? (
        // A refusal is told by the store's notice.
        <TextButton
          onClick={() => void send({ type: 'concern.answer', pollId, t: id, answer: null, was: null })}
        >
          {t('markDone')}
        </TextButton>
      ) : (
        <TextButton onClick={() => void send({ type: 'concern.take-up', pollId, t: id })}>
          {t('takeUp')}
        </TextButton>
      )}
      <TextButton onClick={() => setWriting(true)}>{t(answer ? 'changeWords' : 'withWords')}</TextButton>
    </div>
  )
}

function WriteAnswer({ pollId, t: id, answer, onDone }: Props & { onDone: () => void }) {
  const t = useTexts(concernTexts)
  const { send } = useRoom()
  const [words, setWords] = useState(answer ?? '')
  const { theirs, isSaving, save } = useWords(answer, onDone)
  const text = words.trim() || null
  const say = () =>
    save(text, (before) => {
      const was = before === undefined ? null : { answer: before }
      return send({ type: 'concern.answer', pollId, t: id, answer: text, was }, explainedHere)
    })
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
      <TheirText theirs={theirs && (theirs.now ?? '')} onKeep={say} onTake={onDone} />
      <Group gap="xs">
        <Button loading={isSaving} onClick={say}>
          {t('saveAnswer')}
        </Button>
        <Button variant="subtle" color="gray" onClick={onDone}>
          {t('cancel')}
        </Button>
      </Group>
    </div>
  )
}
