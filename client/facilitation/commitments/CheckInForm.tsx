// The check-in of one person: the ground rules one by one, and an optional commitment of one's own.
import { Button, Group, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import panel from '#client/facilitation/panel/panel.module.css'
import { TextButton } from '#client/facilitation/panel/TextButton.tsx'
import { useFacilitation, useMe, useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { unansweredRules } from '#shared/facilitation/ground-rules.ts'
import classes from './CheckInForm.module.css'
import { RuleRow } from './RuleRow.tsx'
import { commitmentTexts } from './texts-commitments.ts'

/** As the protocol allows (`check-in.promise`). */
const longestPromise = 280

type Props = {
  onDone?: () => void
  /** In the panel, where the queue below must stay in sight. */
  isShort?: boolean
}

export function CheckInForm({ onDone, isShort = false }: Props) {
  const t = useTexts(commitmentTexts)
  const { send } = useRoom()
  const me = useMe()
  const checkIn = useFacilitation((state) => state.view.checkIn)
  const { rules, commitments, earlier } = checkIn
  const mine = me ? commitments[me.personId] : undefined
  const before = me ? earlier[me.personId]?.promise : null
  const [promise, setPromise] = useState(mine?.promise ?? '')
  if (!me) return null
  const left = unansweredRules(checkIn, me.personId).length
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const text = promise.trim() || null
    // A refusal is told by the room's notice.
    if (!mine || mine.promise !== text) void send({ type: 'check-in.promise', promise: text })
    onDone?.()
  }
  return (
    <form onSubmit={submit} className={classes.form} data-short={isShort || undefined}>
      <p className={rules.length === 0 ? undefined : `${panel.small} ${panel.dimmed}`}>
        {t(rules.length === 0 ? 'noRules' : 'how')}
      </p>
      {rules.length > 0 && (
        <ol>
          {rules.map((rule) => (
            <RuleRow key={rule.ruleId} rule={rule} />
          ))}
        </ol>
      )}
      <Textarea
        label={t('promise')}
        description={t('promiseHint')}
        value={promise}
        onChange={(event) => setPromise(event.currentTarget.value)}
        classNames={{ description: panel.description }}
        maxLength={longestPromise}
        autosize
        minRows={isShort ? 1 : 2}
        maxRows={5}
      />
      {before && promise === '' && (
        <TextButton onClick={() => setPromise(before)}>{t('promiseAgain')}</TextButton>
      )}
      {left > 0 ? (
        <p className={`${panel.small} ${panel.figures}`} role="status">
          {t('left', { count: left })}
        </p>
      ) : (
        <Group gap="xs">
          <Button type="submit">{t(mine ? 'save' : 'accept')}</Button>
          {mine && onDone && (
            <Button variant="subtle" color="gray" onClick={onDone}>
              {t('cancel')}
            </Button>
          )}
        </Group>
      )}
    </form>
  )
}
