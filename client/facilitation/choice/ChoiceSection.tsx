// On whom the lot fell, calmly, for all to see; facilitators give them the floor from here.
import { Button } from '@mantine/core'
import { IconDice5 } from '@tabler/icons-react'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import panel from '#client/facilitation/panel/panel.module.css'
import { TextButton } from '#client/facilitation/panel/TextButton.tsx'
import rows from '#client/facilitation/queue/queue-rows.module.css'
import { PersonDepartment, Who } from '#client/facilitation/queue/Who.tsx'
import { useFacilitation, useMe, useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { isUnderWay } from '#shared/facilitation/feedback-round.ts'
import type { PersonId } from '#shared/ids.ts'
import classes from './ChoiceSection.module.css'
import { choiceTexts } from './texts-choice.ts'

export function ChoiceSection() {
  const t = useTexts(choiceTexts)
  const me = useMe()
  const choice = useFacilitation((state) => state.view.choice)
  if (!choice || !me) return null
  const { personId } = choice
  const isMe = personId === me.personId
  return (
    <section className={panel.section} aria-labelledby="choice-heading" data-choice>
      <div className={panel.heading}>
        <h2 id="choice-heading">{t(isMe ? 'you' : 'heading')}</h2>
      </div>
      <div className={rows.row} data-me={isMe || undefined}>
        <span className={rows.place}>
          <IconDice5 {...iconProps} />
        </span>
        <Who personId={personId} below={isMe ? t('youWhat') : null} />
        <PersonDepartment personId={personId} isTitleHidden={isMe} />
      </div>
      {me.role === 'facilitator' && <Leading personId={personId} />}
    </section>
  )
}

function Leading({ personId }: { personId: PersonId }) {
  const t = useTexts(choiceTexts)
  const { send } = useRoom()
  const isRound = useFacilitation((state) => isUnderWay(state.view.feedback))
  return (
    // A refusal is told by the store's notice.
    <div className={classes.actions}>
      {!isRound && (
        <Button variant="default" onClick={() => void send({ type: 'floor.give', personId })}>
          {t('give')}
        </Button>
      )}
      <TextButton onClick={() => void send({ type: 'choice.draw', notHeardFirst: false })}>
        {t('again')}
      </TextButton>
      <TextButton onClick={() => void send({ type: 'choice.clear' })}>{t('hide')}</TextButton>
    </div>
  )
}
