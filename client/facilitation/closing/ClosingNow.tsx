// For facilitators, when the end is near: how much is missing, and the way to the closing view.
import { Button } from '@mantine/core'
import { useState } from 'react'
import panel from '#client/facilitation/panel/panel.module.css'
import { useFacilitation, useMe } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { Me } from '#shared/facilitation/protocol.ts'
import { ClosingDialog } from './ClosingDialog.tsx'
import { isEndNear } from './end-near.ts'
import { closingTexts } from './texts-closing.ts'
import { useOpenConcerns } from './use-open-concerns.ts'
import { countOf, whatIsMissing } from './what-is-missing.ts'

export function ClosingNow() {
  const me = useMe()
  const isNear = useFacilitation(({ view }) => isEndNear(view))
  return me?.role === 'facilitator' && isNear ? <Near me={me} /> : null
}

function Near({ me }: { me: Me }) {
  const t = useTexts(closingTexts)
  const [isOpened, setOpened] = useState(false)
  const missing = useFacilitation(({ view }) => view)
  const { concerns, isCounting } = useOpenConcerns(me)
  const count = countOf(whatIsMissing(missing)) + concerns.length
  return (
    <section className={panel.section} aria-labelledby="closing-heading" data-closing>
      <div className={panel.heading}>
        <h2 id="closing-heading">{t('title')}</h2>
      </div>
      {(count > 0 || !isCounting) && (
        <p className={panel.small}>{count > 0 ? t('things', { count }) : t('noThings')}</p>
      )}
      <Button variant="default" mt="xs" onClick={() => setOpened(true)}>
        {t('open')}
      </Button>
      <ClosingDialog isOpened={isOpened} onClose={() => setOpened(false)} />
    </section>
  )
}
