// The summary as plain text, in either language: to be copied, or opened as an e-mail.
import { Button, Group, SegmentedControl, Textarea } from '@mantine/core'
import { useMemo, useState } from 'react'
import panel from '#client/facilitation/panel/panel.module.css'
import { useFacilitation } from '#client/facilitation/use-facilitation.ts'
import { CopyButton } from '#client/ui/CopyButton.tsx'
import { useTexts } from '#client/ui/texts.ts'
import { browserTimeZone } from '#client/ui/time-zone.ts'
import { Language } from '#shared/language.ts'
import type { Results } from '#shared/results/results.ts'
import { mailLink, summaryOf } from '#shared/results/summary.ts'
import classes from './closing.module.css'
import { closingTexts } from './texts-closing.ts'
import { useResultsNow } from './use-results-now.ts'

/** Not before the link is known: copied in that moment, the summary would lack it, and nobody would notice. */
export function SummaryToSend({ resultsLink }: { resultsLink: string | null | undefined }) {
  const t = useTexts(closingTexts)
  const actions = useFacilitation((state) => state.confirmed.actions)
  const sessions = useFacilitation((state) => state.confirmed.sessions)
  const parkingLot = useFacilitation((state) => state.confirmed.parkingLot)
  const of = useMemo(() => ({ actions, sessions, parkingLot }), [actions, sessions, parkingLot])
  const { results, hasFailed, retry } = useResultsNow(of)
  return (
    <section className={classes.part} aria-labelledby="closing-summary">
      <h3 id="closing-summary">{t('summary')}</h3>
      {results && resultsLink !== undefined && <Summary results={results} resultsLink={resultsLink} />}
      {(!results || resultsLink === undefined) && !hasFailed && (
        <p role="status" className={panel.dimmed}>
          {t('loading')}
        </p>
      )}
      {hasFailed && (
        <div role="alert">
          <p>{t('failed')}</p>
          <Button variant="default" mt="xs" onClick={retry}>
            {t('retry')}
          </Button>
        </div>
      )}
    </section>
  )
}

function Summary({ results, resultsLink }: { results: Results; resultsLink: string | null }) {
  const t = useTexts(closingTexts)
  const [language, setLanguage] = useState<Language>(results.workshop.language)
  const options = { language, timeZone: browserTimeZone(), resultsLink }
  const summary = summaryOf(results, options)
  return (
    <>
      <SegmentedControl
        aria-label={t('language')}
        value={language}
        onChange={(value) => setLanguage(Language.parse(value))}
        data={[
          { value: 'de', label: 'Deutsch' },
          { value: 'en', label: 'English' },
        ]}
        classNames={{ label: panel.segment ?? '' }}
      />
      <Textarea
        aria-label={t('summaryText')}
        lang={language}
        value={summary.text}
        readOnly
        autosize
        minRows={6}
        maxRows={12}
      />
      <Group gap="xs">
        <CopyButton value={summary.text} what={t('copied')} label={t('copy')} />
        <Button component="a" variant="default" href={mailLink(summary, options)}>
          {t('mail')}
        </Button>
      </Group>
    </>
  )
}
