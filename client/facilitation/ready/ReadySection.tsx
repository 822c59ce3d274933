// The ready check: one's own answer, how many have said so, and for facilitators who not yet.
import { Button } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import panel from '#client/facilitation/panel/panel.module.css'
import { TextButton } from '#client/facilitation/panel/TextButton.tsx'
import {
  useFacilitation,
  useMe,
  usePersonName,
  useRoom,
  useServerNow,
} from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { eligible } from '#shared/facilitation/people.ts'
import { isAsking, type ReadyCheck } from '#shared/facilitation/ready.ts'
import classes from './ReadySection.module.css'
import { readyTexts } from './texts-ready.ts'

/** How long it stands there that everyone is ready. */
const toldMs = 15_000

export function ReadySection() {
  const check = useFacilitation((state) => state.view.ready)
  if (isAsking(check)) return <Asking check={check} />
  return check?.isComplete && check.endedAt !== null ? <Complete at={check.endedAt} /> : null
}

function Complete({ at }: { at: number }) {
  const t = useTexts(readyTexts)
  const now = useServerNow(1_000)
  if (now - at > toldMs) return null
  return (
    <p className={`${panel.section} ${classes.complete}`}>
      <IconCheck {...iconProps} />
      {t('all')}
    </p>
  )
}

function Asking({ check }: { check: ReadyCheck }) {
  const t = useTexts(readyTexts)
  const { send } = useRoom()
  const me = useMe()
  const personName = usePersonName()
  const people = useFacilitation((state) => state.view.people)
  const present = useFacilitation((state) => state.present)
  const here = eligible(people, present)
  const all = Math.max(check.count, here.length)
  const isMarked = me !== null && check.personIds.includes(me.personId)
  const missing = here.filter((personId) => !check.personIds.includes(personId)).map(personName)
  return (
    <section className={panel.section} aria-labelledby="ready-heading" data-ready>
      <div className={panel.heading}>
        <h2 id="ready-heading">{t(check.question)}</h2>
        <span className={`${panel.aside} ${panel.small} ${panel.figures}`}>
          {t('count', { count: check.count, all })}
        </span>
      </div>
      {me?.role === 'participant' && (
        <Button
          fullWidth
          variant={isMarked ? 'default' : 'filled'}
          aria-pressed={isMarked}
          leftSection={isMarked && <IconCheck {...iconProps} />}
          // A refusal is told by the store's notice.
          onClick={() => void send({ type: isMarked ? 'ready.unmark' : 'ready.mark' })}
        >
          {t(check.question === 'ready' ? 'iAmReady' : 'iAmDone')}
        </Button>
      )}
      {me?.role === 'facilitator' ? (
        <>
          {missing.length > 0 && <p className={panel.small}>{t('missing', { names: missing.join(', ') })}</p>}
          <TextButton onClick={() => void send({ type: 'ready.end' })}>{t('end')}</TextButton>
        </>
      ) : (
        <p className={`${panel.small} ${panel.dimmed} ${classes.visible}`}>{t('visible')}</p>
      )}
    </section>
  )
}
