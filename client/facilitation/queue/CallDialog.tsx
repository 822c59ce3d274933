// Where a facilitator gives the floor to anybody who is here, also without a raised hand.
import { Text } from '@mantine/core'
import { composer } from '#client/facilitation/panel/Composer.tsx'
import { TextButton } from '#client/facilitation/panel/TextButton.tsx'
import { useFacilitation, usePersonName, useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { isUnderWay } from '#shared/facilitation/feedback-round.ts'
import type { PersonId } from '#shared/ids.ts'
import classes from './queue-rows.module.css'
import { queueTexts } from './texts-queue.ts'
import { PersonDepartment, Who } from './Who.tsx'

export const CallDialog = composer(queueTexts, (t) => t('callAnybody'), People)

function People({ onClose }: { onClose: () => void }) {
  const t = useTexts(queueTexts)
  const people = useFacilitation((state) => state.view.people)
  const present = useFacilitation((state) => state.present)
  const speaking = useFacilitation((state) => state.view.hands.speaking?.personId)
  const isRound = useFacilitation((state) => isUnderWay(state.view.feedback))
  const personName = usePersonName()
  if (isRound) return <Text>{t('callRound')}</Text>
  const here = present
    .filter((personId) => people[personId] && people[personId].role !== 'observer' && personId !== speaking)
    .sort((a, b) => personName(a).localeCompare(personName(b)))
  if (here.length === 0) return <Text>{t('callNobody')}</Text>
  return (
    <ul className={classes.inDialog}>
      {here.map((personId) => (
        <PersonRow key={personId} personId={personId} onClose={onClose} />
      ))}
    </ul>
  )
}

function PersonRow({ personId, onClose }: { personId: PersonId; onClose: () => void }) {
  const t = useTexts(queueTexts)
  const { send } = useRoom()
  const name = usePersonName()(personId)
  const give = () => {
    // A refusal is told by the store's notice.
    void send({ type: 'floor.give', personId })
    onClose()
  }
  return (
    <li className={classes.row}>
      <PersonDepartment personId={personId} isTitleHidden />
      <Who personId={personId} below={null} />
      <span className={classes.end}>
        <TextButton aria-label={t('giveFloorName', { name })} onClick={give}>
          {t('giveFloor')}
        </TextButton>
      </span>
    </li>
  )
}
