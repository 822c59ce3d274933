// Where a facilitator opens a poll: questions of their own, a ready-made set, or what they have prepared; secret unless they say otherwise.
import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { composer } from '#client/facilitation/panel/Composer.tsx'
import panel from '#client/facilitation/panel/panel.module.css'
import { useFacilitation } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { PreparedPoll } from '#shared/facilitation/prepared-polls.ts'
import classes from './compose.module.css'
import { type Refused, takeWish } from './composer-wish.ts'
import { draftFor, emptyForm, type FormDraft, fromForm, phaseNow } from './form-draft.ts'
import { OwnForm } from './OwnForm.tsx'
import { PreparedList } from './PreparedList.tsx'
import { ReadySets } from './ReadySets.tsx'
import { composeTexts } from './texts-compose.ts'

export const PollComposer = composer(composeTexts, (t) => t('compose'), Composer, 'lg')

type Tab = 'own' | 'ready' | 'prepared'

function Composer({ onClose }: { onClose: () => void }) {
  const t = useTexts(composeTexts)
  const agenda = useFacilitation((state) => state.view.agenda)
  const language = useFacilitation((state) => state.view.info.language)
  const prepared = useFacilitation((state) => state.view.prepared.length)
  const [wish] = useState(takeWish)
  /** The prepared poll that is being changed; null for a new one. */
  const [changing, setChanging] = useState<PreparedPoll | null>(wish?.changing ?? null)
  const [tab, setTab] = useState<Tab>('own')
  const [draft, setDraft] = useState<FormDraft>(() => wish?.draft ?? draftFor(agenda, language))
  const [refused, setRefused] = useState<Refused | null>(wish?.refused ?? null)
  const write = (next: FormDraft, why: Refused | null = null) => {
    setDraft(next)
    setChanging(null)
    setRefused(why)
    setTab('own')
  }
  const tabs: { value: Tab; label: string }[] = [
    { value: 'own', label: t('tabOwn') },
    { value: 'ready', label: t('tabReady') },
    { value: 'prepared', label: t('tabPrepared', { count: prepared }) },
  ]
  return (
    <>
      <SegmentedControl
        aria-label={t('tabs')}
        className={classes.tabs}
        classNames={{ label: panel.segment }}
        size="md"
        fullWidth
        data={tabs}
        value={tab}
        onChange={setTab}
      />
      {tab === 'own' && (
        <OwnForm
          draft={draft}
          setDraft={setDraft}
          refused={refused}
          setRefused={setRefused}
          changing={changing}
          onPrepared={() => {
            write(emptyForm(phaseNow(agenda)))
            setTab('prepared')
          }}
          onClose={onClose}
        />
      )}
      {tab === 'ready' && <ReadySets onEdit={write} onClose={onClose} />}
      {tab === 'prepared' && (
        <PreparedList
          onEdit={(one, why) => {
            write(fromForm(one.form), why)
            setChanging(one)
          }}
          onClose={onClose}
        />
      )}
    </>
  )
}
