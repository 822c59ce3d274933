// Concerns that were written in secret, under the agenda item they are about, each with what was answered.
import { useLanguage } from '#client/ui/language.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { ConcernResult } from '#shared/results/concern-results.ts'
import { wordsIn } from '#shared/results/report/words-in.ts'
import { fill } from '#shared/results/words.ts'
import { AuditWords } from './AuditWords.tsx'
import classes from './ConcernBoxes.module.css'
import type { Heading } from './PerSession.tsx'
import { resultsTexts } from './results-texts.ts'
import { Typed } from './Typed.tsx'

type Props = { boxes: readonly ConcernResult[]; heading: Heading }

export function ConcernBoxes({ boxes, heading: Heading }: Props) {
  return boxes.map((box, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: an item may have been asked about twice
    <article key={place} className={classes.box}>
      <Heading className={classes.item}>
        <Typed>{box.itemTitle}</Typed>
      </Heading>
      <Outcome outcome={box.outcome} />
    </article>
  ))
}

function Outcome({ outcome }: Pick<ConcernResult, 'outcome'>) {
  const t = useTexts(resultsTexts)
  const language = useLanguage()
  const words = wordsIn(language)
  switch (outcome.kind) {
    case 'suppressed':
      return <p className={classes.withheld}>{fill(words.suppressed, { count: outcome.minimumGroup })}</p>
    case 'running':
      return <p className={classes.withheld}>{words.concernsRunning}</p>
    case 'unreadable':
      return <p className={classes.withheld}>{words.unreadable}</p>
    case 'released':
      return (
        <>
          <ul className={classes.concerns}>
            {outcome.concerns.map(({ text, answered, answer }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: they stand in a shuffled order that stays
              <li key={place}>
                <p className={classes.text}>
                  <Typed>{text}</Typed>
                </p>
                <p className={classes.answer}>
                  <span>{answered ? words.answered : words.unanswered}</span>
                  {answer !== null && (
                    <>
                      {': '}
                      <Typed>{answer}</Typed>
                    </>
                  )}
                </p>
              </li>
            ))}
          </ul>
          <p className={classes.audit}>
            {t('withoutConcern', { count: outcome.without })}{' '}
            <AuditWords label={words.auditWords} words={outcome.auditWords} />
          </p>
        </>
      )
  }
}
