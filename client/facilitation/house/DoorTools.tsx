// Above and below the people, for facilitators: lock and unlock the room, and take a removal back.
import { Button } from '@mantine/core'
import { IconLock, IconLockOpen } from '@tabler/icons-react'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import panel from '#client/facilitation/panel/panel.module.css'
import { TextButton } from '#client/facilitation/panel/TextButton.tsx'
import { useFacilitation, useMe, usePersonName, useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { EraseName } from './EraseName.tsx'
import { ErasePerson } from './ErasePerson.tsx'
import classes from './house.module.css'
import { houseTexts } from './texts-house.ts'

export function RoomLock() {
  const t = useTexts(houseTexts)
  const { send } = useRoom()
  const me = useMe()
  const isLocked = useFacilitation(({ view }) => view.door.lockedAt !== null)
  if (me?.role !== 'facilitator') return null
  const Icon = isLocked ? IconLockOpen : IconLock
  return (
    <div className={classes.lock}>
      <p className={panel.small}>
        {isLocked && <span className={classes.strong}>{t('locked')}. </span>}
        {t(isLocked ? 'lockedWhat' : 'lockWhat')}
      </p>
      <Button
        variant="default"
        leftSection={<Icon {...iconProps} />}
        onClick={() => void send({ type: isLocked ? 'door.unlock' : 'door.lock' })}
      >
        {t(isLocked ? 'unlock' : 'lock')}
      </Button>
    </div>
  )
}

export function RemovedPeople() {
  const t = useTexts(houseTexts)
  const { send } = useRoom()
  const me = useMe()
  const name = usePersonName()
  const removed = useFacilitation(({ view }) => view.door.removed)
  // Whoever was erased is not shown: there is nobody to call back.
  const ids = Object.values(removed).flatMap(({ personId, isErased }) => (isErased ? [] : [personId]))
  if (me?.role !== 'facilitator' || ids.length === 0) return null
  return (
    <section className={classes.apart} aria-labelledby="removed-heading">
      <div className={panel.heading}>
        <h3 id="removed-heading">{t('removedHeading')}</h3>
      </div>
      <ul>
        {ids.map((personId) => (
          <li key={personId} className={classes.removed}>
            <span>{name(personId)}</span>
            <EraseName personId={personId} />
            <TextButton
              aria-label={t('takeBackName', { name: name(personId) })}
              onClick={() => void send({ type: 'person.readmit', personId })}
            >
              {t('takeBack')}
            </TextButton>
            <ErasePerson personId={personId} />
          </li>
        ))}
      </ul>
      <p className={`${panel.small} ${panel.dimmed}`}>{t('removedHint')}</p>
    </section>
  )
}
