// What facilitators choose before they pass the results link on: which sections others see.
import { Checkbox } from '@mantine/core'
import { useLanguage } from '#client/ui/language.ts'
import { useTexts } from '#client/ui/texts.ts'
import { showsBoard } from '#shared/results/leave-out.ts'
import { SectionId } from '#shared/results/report.ts'
import { sectionTitle } from '#shared/results/section-titles.ts'
import { resultsTexts } from './results-texts.ts'
import classes from './ShownSections.module.css'
import type { LeftOutChoice } from './use-left-out.ts'

export function ShownSections({ leftOut, state, show }: LeftOutChoice) {
  const t = useTexts(resultsTexts)
  const language = useLanguage()
  const words = {
    'as-it-was': '',
    saving: t('shownSaving'),
    saved: t('shownSaved'),
    failed: t('shownFailed'),
  }
  return (
    <section className={classes.shown} aria-label={t('shown')}>
      <h2>{t('shown')}</h2>
      <p className={classes.hint}>{t('shownHint')}</p>
      <details>
        <summary>
          {leftOut.length === 0
            ? t('allShown')
            : t('someShown', {
                count: SectionId.options.length - leftOut.length,
                all: SectionId.options.length,
              })}
        </summary>
        <ul>
          {SectionId.options.map((id) => (
            <li key={id}>
              <Checkbox
                classNames={{ body: classes.body ?? '', labelWrapper: classes.label ?? '' }}
                checked={!leftOut.includes(id)}
                onChange={({ currentTarget }) => show(id, currentTarget.checked)}
                label={sectionTitle(id, language)}
              />
            </li>
          ))}
        </ul>
        {!showsBoard(leftOut) && <p className={classes.hint}>{t('pictureGoesToo')}</p>}
      </details>
      <p className={classes.state} role="status" data-failed={state === 'failed' || undefined}>
        {words[state]}
      </p>
    </section>
  )
}
