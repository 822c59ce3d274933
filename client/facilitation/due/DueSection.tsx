// What a session begins with: what is due since the last one, for everybody, before the start and during its first item.
import { useMemo } from 'react'
import { useResultsNow } from '#client/facilitation/closing/use-results-now.ts'
import panel from '#client/facilitation/panel/panel.module.css'
import { TextButton } from '#client/facilitation/panel/TextButton.tsx'
import { useFacilitation } from '#client/facilitation/use-facilitation.ts'
import { formatNumber } from '#client/ui/format.ts'
import { useLanguage } from '#client/ui/language.ts'
import { useTexts } from '#client/ui/texts.ts'
import { openTopics } from '#shared/facilitation/parking-lot.ts'
import type { Results } from '#shared/results/results.ts'
import { DueActions } from './DueActions.tsx'
import classes from './due.module.css'
import { dueExpectations, duePromises, earlierActions, isDue } from './due-view.ts'
import { dueTexts } from './texts-due.ts'

/** When the next session is prepared, everybody who is there asks. */
const wholeRoomMs = 2_000

export function DueSection() {
  const isNow = useFacilitation(({ view }) => isDue(view))
  const t = useTexts(dueTexts)
  if (!isNow) return null
  return (
    <section className={panel.section} aria-labelledby="due-heading" data-due>
      <div className={panel.heading}>
        <h2 id="due-heading">{t('title')}</h2>
      </div>
      <Due />
    </section>
  )
}

export function Due() {
  const t = useTexts(dueTexts)
  // Once: what changes meanwhile is in the room's own state.
  const { results, hasFailed, retry } = useResultsNow('once', wholeRoomMs)
  const hasActions = useFacilitation(({ view }) => earlierActions(view).length > 0)
  const hasParked = useFacilitation(({ view }) => openTopics(view.parkingLot).length > 0)
  const hasPromises = useFacilitation(({ view }) => duePromises(view, results).kind !== 'none')
  const hasExpectations = results !== null && dueExpectations(results).length > 0
  const isNothing = !(hasActions || hasParked || hasPromises || hasExpectations)
  return (
    <>
      {hasActions && <DueActions results={results} />}
      {hasPromises && <Promises results={results} />}
      {results && <Expectations results={results} />}
      <Parked />
      {isNothing && results && <p className={`${panel.small} ${panel.dimmed}`}>{t('nothing')}</p>}
      {!results && !hasFailed && <p className={`${panel.small} ${panel.dimmed}`}>{t('loading')}</p>}
      {hasFailed && (
        <p role="alert" className={panel.small}>
          {t('failed')} <TextButton onClick={retry}>{t('retry')}</TextButton>
        </p>
      )}
    </>
  )
}

function Promises({ results }: { results: Results | null }) {
  const t = useTexts(dueTexts)
  const view = useFacilitation((state) => state.view)
  const promises = duePromises(view, results)
  const words = () => {
    switch (promises.kind) {
      case 'kept': {
        const { kept, partly, notKept } = promises.totals
        return t('kept', { kept, partly, notKept, all: kept + partly + notKept })
      }
      case 'too-few':
        return t('keptTooFew')
      default:
        return t('keptUnasked')
    }
  }
  return (
    <div className={classes.part}>
      <h3>{t('promises')}</h3>
      <p>{words()}</p>
    </div>
  )
}

function Expectations({ results }: { results: Results }) {
  const t = useTexts(dueTexts)
  const language = useLanguage()
  const expectations = useMemo(() => dueExpectations(results), [results])
  if (expectations.length === 0) return null
  const number = (mean: number) => formatNumber(mean, language)
  return (
    <div className={classes.part}>
      <h3>{t('expectations')}</h3>
      <dl className={classes.expectations}>
        {expectations.map(({ question, before, after, isSuppressed }) => {
          const means =
            before !== null && after !== null
              ? t('means', { before: number(before), after: number(after) })
              : before !== null
                ? t('meanBefore', { before: number(before) })
                : after !== null
                  ? t('meanAfter', { after: number(after) })
                  : null
          return (
            <div key={question}>
              <dt>{question}</dt>
              <dd className={`${panel.small} ${panel.dimmed} ${panel.figures}`}>
                {[means, isSuppressed ? t('suppressed') : null].filter((part) => part !== null).join('; ')}
              </dd>
            </div>
          )
        })}
      </dl>
    </div>
  )
}

function Parked() {
  const t = useTexts(dueTexts)
  const lot = useFacilitation((state) => state.view.parkingLot)
  const topics = openTopics(lot)
  if (topics.length === 0) return null
  return (
    <div className={classes.part}>
      <h3>{t('parked')}</h3>
      <ul className={classes.plain}>
        {topics.map(({ topicId, text }) => (
          <li key={topicId}>{text}</li>
        ))}
      </ul>
    </div>
  )
}
