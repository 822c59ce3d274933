// Beside a person, for facilitators: what this person may do, and the way out. Opens in place, so that nothing is covered.
import { ActionIcon } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import panel from '#client/facilitation/panel/panel.module.css'
import { TextButton } from '#client/facilitation/panel/TextButton.tsx'
import { useFacilitation, useMe, usePersonName, useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { isHost, type Person } from '#shared/facilitation/people.ts'
import { EraseName } from './EraseName.tsx'
import { ErasePerson } from './ErasePerson.tsx'
import classes from './house.module.css'
import { OfferSeat } from './OfferSeat.tsx'
import { houseTexts } from './texts-house.ts'

export function PersonTools({ person }: { person: Person }) {
  const t = useTexts(houseTexts)
  const { send } = useRoom()
  const me = useMe()
  const amHost = useFacilitation(({ view, me }) => me !== null && isHost(view.people, me))
  const name = usePersonName()(person.personId)
  const [isOpen, setOpen] = useState(false)
  const { personId, role, isCo } = person
  if (me?.role !== 'facilitator' || personId === me.personId) return null
  // What only the facilitator decides is not offered to others.
  if (role === 'facilitator' && !amHost) return null
  const panelId = `tools-${personId}`
  return (
    <>
      <ActionIcon
        className={classes.more}
        aria-label={t('whatWith', { name })}
        aria-expanded={isOpen}
        aria-controls={panelId}
        onClick={() => setOpen(!isOpen)}
      >
        <IconDots {...iconProps} />
      </ActionIcon>
      {isOpen && (
        <div className={classes.tools} id={panelId}>
          {amHost && role === 'participant' && (
            <TextButton onClick={() => void send({ type: 'person.promote', personId })}>
              {t('promote')}
            </TextButton>
          )}
          {amHost && isCo && (
            <TextButton onClick={() => void send({ type: 'person.demote', personId })}>
              {t('demote')}
            </TextButton>
          )}
          <OfferSeat personId={personId} />
          <EraseName personId={personId} />
          <TextButton onClick={() => void send({ type: 'person.remove', personId })}>
            {t('remove')}
          </TextButton>
          <span className={`${panel.small} ${panel.dimmed}`}>{t('removeWhat')}</span>
          <ErasePerson personId={personId} />
        </div>
      )}
    </>
  )
}
