// One ground rule with its why: a box to tick, and a way to say that it is not possible, to the facilitators alone.
import { Button, Checkbox, Group, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import panel from '#client/facilitation/panel/panel.module.css'
import { TextButton } from '#client/facilitation/panel/TextButton.tsx'
import { useFacilitation, useMe, useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { declineOf, type GroundRule, hasAccepted } from '#shared/facilitation/ground-rules.ts'
import classes from './RuleRow.module.css'
import { commitmentTexts } from './texts-commitments.ts'

export function RuleRow({ rule: { ruleId, rule, why } }: { rule: GroundRule }) {
  const t = useTexts(commitmentTexts)
  const { send } = useRoom()
  const me = useMe()
  const checkIn = useFacilitation((state) => state.view.checkIn)
  const [isDeclining, setDeclining] = useState(false)
  if (!me) return null
  const isAccepted = hasAccepted(checkIn, me.personId, ruleId)
  const declined = declineOf(checkIn, me.personId, ruleId)
  const answer = () => {
    if (isAccepted) return setDeclining(true)
    setDeclining(false)
    // A refusal is told by the room's notice.
    void send({ type: 'rule.accept', ruleId })
  }
  return (
    <li className={classes.rule}>
      <Checkbox
        size="md"
        checked={isAccepted}
        onChange={answer}
        label={rule}
        description={why}
        classNames={{ root: classes.box, label: classes.label, description: classes.why, body: classes.body }}
      />
      {isDeclining ? (
        <DeclineForm
          ruleId={ruleId}
          reason={declined?.reason ?? ''}
          label={t(isAccepted ? 'takeBack' : 'reason')}
          onDone={() => setDeclining(false)}
        />
      ) : (
        !isAccepted && (
          <div className={classes.below}>
            {declined && (
              <span className={`${panel.small} ${panel.dimmed}`}>
                {declined.reason ? t('declinedWhy', { reason: declined.reason }) : t('declined')}
              </span>
            )}
            <TextButton
              aria-label={`${t(declined ? 'changeReason' : 'decline')}: ${rule}`}
              onClick={() => setDeclining(true)}
            >
              {t(declined ? 'changeReason' : 'decline')}
            </TextButton>
          </div>
        )
      )}
    </li>
  )
}

type FormProps = { ruleId: GroundRule['ruleId']; reason: string; label: string; onDone: () => void }

function DeclineForm({ ruleId, reason: before, label, onDone }: FormProps) {
  const t = useTexts(commitmentTexts)
  const { send } = useRoom()
  const [reason, setReason] = useState(before)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // It may stand inside the form of the check-in.
    event.stopPropagation()
    decline()
  }
  const decline = () => {
    void send({ type: 'rule.decline', ruleId, reason: reason.trim() || null }, { explains: ['already-done'] })
    onDone()
  }
  return (
    <div className={classes.decline}>
      <Textarea
        label={label}
        description={t('reasonHint')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event)
        }}
        classNames={{ description: panel.description }}
        maxLength={280}
        autosize
        minRows={1}
        maxRows={4}
        data-autofocus
        // The click that opened it asked for it.
        autoFocus
      />
      <Group gap="xs" mt="xs">
        <Button variant="default" onClick={decline}>
          {t('declineNow')}
        </Button>
        <Button variant="subtle" color="gray" onClick={onDone}>
          {t('keep')}
        </Button>
      </Group>
    </div>
  )
}
