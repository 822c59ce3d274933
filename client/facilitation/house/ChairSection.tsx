// First in the panel when it has something to say: the facilitator is gone, who leads instead, who knocks at the door.
import { Button } from '@mantine/core'
import panel from '#client/facilitation/panel/panel.module.css'
import { useFacilitation, useMe, usePersonName, useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { isVacant } from '#shared/facilitation/chair.ts'
import { isHost } from '#shared/facilitation/people.ts'
import { runningSession } from '#shared/facilitation/sessions.ts'
import classes from './house.module.css'
import { houseTexts } from './texts-house.ts'

export function ChairSection() {
  return (
    <>
      <WhoLeads />
      <Knocking />
    </>
  )
}

function WhoLeads() {
  const t = useTexts(houseTexts)
  const { send } = useRoom()
  const me = useMe()
  const name = usePersonName()
  const { chair, people, sessions } = useFacilitation((state) => state.view)
  const present = useFacilitation((state) => state.present)
  if (!me || !runningSession(sessions)) return null
  const take = () => void send({ type: 'chair.take' })
  if (isVacant(chair)) {
    const others = present.filter((personId) => people[personId]?.isCo && personId !== me.personId)
    return (
      <section className={classes.notice} aria-live="polite" data-chair="vacant">
        <p className={classes.strong}>{t('gone')}</p>
        {me.role === 'facilitator' ? (
          <Button onClick={take}>{t('goneTakeOver')}</Button>
        ) : (
          <p className={panel.small}>
            {others.length > 0 ? t('goneCo', { names: others.map(name).join(', ') }) : t('goneNobody')}
          </p>
        )}
      </section>
    )
  }
  if (chair.takenBy === null) return null
  if (chair.takenBy === me.personId)
    return <p className={`${classes.notice} ${classes.strong}`}>{t('iLead')}</p>
  return (
    <section className={classes.notice} data-chair="taken">
      <p className={classes.strong}>
        {t(isHost(people, me) ? 'leadsForYou' : 'leads', { name: name(chair.takenBy) })}
      </p>
      {isHost(people, me) && (
        <Button variant="default" onClick={take}>
          {t('leadAgain')}
        </Button>
      )}
    </section>
  )
}

function Knocking() {
  const t = useTexts(houseTexts)
  const { send } = useRoom()
  const me = useMe()
  const isKnocking = useFacilitation(({ view }) => view.door.knockedAt !== null)
  if (me?.role !== 'facilitator' || !isKnocking) return null
  return (
    <section className={classes.notice} aria-live="polite" data-knock>
      <p className={classes.strong}>{t('knocked')}</p>
      <Button variant="default" onClick={() => void send({ type: 'door.unlock' })}>
        {t('unlock')}
      </Button>
    </section>
  )
}
