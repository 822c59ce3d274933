// What people promised, with their names as everyone in the room saw them.
import { useLanguage } from '#client/ui/language.ts'
import { useTexts } from '#client/ui/texts.ts'
import { personName } from '#shared/results/reading.ts'
import type { SessionResult } from '#shared/results/session-results.ts'
import { fill, reportWords } from '#shared/results/words.ts'
import classes from './CommitmentsSection.module.css'
import { DepartmentLabel } from './DepartmentLabel.tsx'
import { resultsTexts } from './results-texts.ts'
import { Section } from './Section.tsx'
import { Typed } from './Typed.tsx'

type Props = Pick<SessionResult, 'commitments' | 'attendance'>

export function CommitmentsSection({ commitments, attendance }: Props) {
  const t = useTexts(resultsTexts)
  const words = reportWords[useLanguage()]
  const { accepted, people, promises, rules, kept } = commitments
  return (
    <Section
      title={t('commitments')}
      hint={people > 0 ? t('accepted', { count: accepted, people }) : undefined}
    >
      {kept && <p>{fill(words.kept, { ...kept, all: kept.kept + kept.partly + kept.notKept })}</p>}
      {promises.length === 0 ? (
        <p>{t('noPromises')}</p>
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
                {one.name !== null && one.department && (
                  <DepartmentLabel department={one.department} attendance={attendance} />
                )}
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
    </Section>
  )
}
