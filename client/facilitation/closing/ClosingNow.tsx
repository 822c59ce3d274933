// For facilitators, when the end is near: how much is missing, and the way to the closing view.
import { Button } from '@mantine/core'
import { useState } from 'react'
import panel from '#client/facilitation/panel/panel.module.css'
import { nextItem } from '#client/facilitation/selectors.ts'
import { useFacilitation, useMe } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { Me } from '#shared/facilitation/protocol.ts'
import { runningSession } from '#shared/facilitation/sessions.ts'
import type { Workshop } from '#shared/facilitation/workshop.ts'
import { ClosingDialog } from './ClosingDialog.tsx'
import { closingTexts } from './texts-closing.ts'
import { useOpenConcerns } from './use-open-concerns.ts'
import { countOf, whatIsMissing } from './what-is-missing.ts'

export function ClosingNow() {
  const me = useMe()
  const isNear = useFacilitation(({ view }) => isEndNear(view))
  return me?.role === 'facilitator' && isNear ? <Near me={me} /> : null
}

/** At the last item of a session, after its agenda, and after its end until the next one is prepared. */
export function isEndNear({ agenda, sessions }: Workshop): boolean {
  if (agenda.startedAt === null) return false
  if (!runningSession(sessions)) return sessions.all.length > 0
  return agenda.current === null || (agenda.items.length > 1 && nextItem(agenda) === null)
}

function Near({ me }: { me: Me }) {
  const t = useTexts(closingTexts)
  const [isOpened, setOpened] = useState(false)
  const missing = useFacilitation(({ view }) => view)
  const concerns = useOpenConcerns(me)
  const count = countOf(whatIsMissing(missing)) + concerns.length
  return (
    <section className={panel.section} aria-labelledby="closing-heading" data-closing>
      <div className={panel.heading}>
        <h2 id="closing-heading">{t('title')}</h2>
      </div>
      <p className={panel.small}>{count > 0 ? t('things', { count }) : t('noThings')}</p>
      <Button variant="default" mt="xs" onClick={() => setOpened(true)}>
        {t('open')}
      </Button>
      <ClosingDialog isOpened={isOpened} onClose={() => setOpened(false)} />
    </section>
  )
}
