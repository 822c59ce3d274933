// What people promised in one session, with their names as everyone in the room saw them, and what became of it.
import { useLanguage } from '#client/ui/language.ts'
import { useTexts } from '#client/ui/texts.ts'
import { personName } from '#shared/results/reading.ts'
import { documentWords } from '#shared/results/report/document-words.ts'
import type { SessionResult } from '#shared/results/session-results.ts'
import { fill, reportWords } from '#shared/results/words.ts'
import classes from './Commitments.module.css'
import { DepartmentLabel } from './DepartmentLabel.tsx'
import { resultsTexts } from './results-texts.ts'
import { Typed } from './Typed.tsx'

export function Commitments({ commitments }: Pick<SessionResult, 'commitments'>) {
  const t = useTexts(resultsTexts)
  const language = useLanguage()
  const words = reportWords[language]
  const { accepted, people, promises, rules, kept, keptIsSuppressed } = commitments
  return (
    <>
      {people > 0 && <p className={classes.check}>{t('accepted', { count: accepted, people })}</p>}
      {kept && (
        <p className={classes.check}>
          {fill(words.kept, { ...kept, all: kept.kept + kept.partly + kept.notKept })}
        </p>
      )}
      {keptIsSuppressed && <p className={classes.check}>{documentWords[language].keptWithheld}</p>}
      {promises.length === 0 ? (
        <p className={classes.check}>{t('noPromises')}</p>
      ) : (
        <ul className={classes.promises}>
          {promises.map((one, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: they stand in the order in which they were made
            <li key={place}>
              <p className={classes.promise}>
                <Typed>{one.promise}</Typed>
              </p>
              <p className={classes.who}>
                <Typed>{personName(one, words)}</Typed>
                {one.name !== null && one.department && <DepartmentLabel department={one.department} />}
              </p>
            </li>
          ))}
        </ul>
      )}
      {rules.length > 0 && (
        <details className={classes.rules}>
          <summary>{t('rules')}</summary>
          <ul>
            {rules.map(({ rule, why }) => (
              <li key={rule}>
                <Typed>{rule}</Typed>
                {why !== null && (
                  <span className={classes.why}>
                    <Typed>{why}</Typed>
                  </span>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
