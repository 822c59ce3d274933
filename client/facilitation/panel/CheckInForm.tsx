// The ground rules to accept, and an optional commitment of one's own; sent again, it replaces the commitment.
import { Button, Group, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { panelTexts } from '#client/facilitation/texts.ts'
import { useFacilitation, useMe, useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import classes from './CheckInForm.module.css'
import panel from './panel.module.css'

/** As the protocol allows (`check-in.accept`). */
const longestPromise = 280

type Props = {
  onDone?: () => void
  /** Without the reasons for each rule: the queue below must stay in sight. */
  isShort?: boolean
}

export function CheckInForm({ onDone, isShort = false }: Props) {
  const t = useTexts(panelTexts)
  const { send } = useRoom()
  const me = useMe()
  const { rules, commitments } = useFacilitation((state) => state.view.checkIn)
  const mine = me ? commitments[me.personId] : undefined
  const [promise, setPromise] = useState(mine?.promise ?? '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const text = promise.trim()
    if (!mine || mine.promise !== (text || null))
      void send({ type: 'check-in.accept', promise: text || null })
    onDone?.()
  }
  return (
    <form onSubmit={submit} className={classes.form} data-short={isShort || undefined}>
      {rules.length === 0 ? (
        <p>{t('checkInNoRules')}</p>
      ) : (
        <p className={`${panel.small} ${panel.dimmed}`}>{t('checkInHow')}</p>
      )}
      <ol className={classes.rules}>
        {rules.map(({ ruleId, rule, why }) => (
          <li key={ruleId} className={classes.rule}>
            <span className={classes.text}>{rule}</span>
            {why && !isShort && <span className={`${panel.small} ${panel.dimmed}`}>{why}</span>}
          </li>
        ))}
      </ol>
      <Textarea
        label={t('checkInPromise')}
        description={t('checkInPromiseHint')}
        value={promise}
        onChange={(event) => setPromise(event.currentTarget.value)}
        classNames={{ description: panel.description }}
        maxLength={longestPromise}
        autosize
        minRows={isShort ? 1 : 2}
        maxRows={5}
      />
      <Group gap="xs">
        <Button type="submit">{mine ? t('checkInSave') : t('checkInAccept')}</Button>
        {mine && onDone && (
          <Button variant="subtle" color="gray" onClick={onDone}>
            {t('checkInCancel')}
          </Button>
        )}
      </Group>
    </form>
  )
}
