// The polls, oldest first: what was asked, whether in secret, how many answered, and what came out.
import { TallyChart } from '#client/ui/charts/TallyChart.tsx'
import { useTexts } from '#client/ui/texts.ts'
import { meanOf, type PollResult } from '#shared/results/poll-results.ts'
import { AuditWords } from './AuditWords.tsx'
import { PollChart } from './PollChart.tsx'
import classes from './Polls.module.css'
import { resultsTexts } from './results-texts.ts'
import { Typed } from './Typed.tsx'
import { useReportFormats } from './use-report-formats.ts'

export function Polls({ polls }: { polls: readonly PollResult[] }) {
  return polls.map((poll) => <PollArticle key={poll.pollId} poll={poll} />)
}

function PollArticle({ poll }: { poll: PollResult }) {
  const t = useTexts(resultsTexts)
  const format = useReportFormats()
  const kind = poll.anonymous ? t('secret') : t('notSecret')
  return (
    <article className={classes.poll}>
      <h3 className={classes.question}>
        <Typed>{poll.question}</Typed>
      </h3>
      <p className={classes.kind}>
        {t('asked', { kind, time: format.moment(poll.closedAt ?? poll.openedAt) })}
      </p>
      <Outcome poll={poll} />
    </article>
  )
}

function Outcome({ poll }: { poll: PollResult }) {
  const { outcome, asks, auditWords, invited } = poll
  const mean = meanOf(poll)
  const t = useTexts(resultsTexts)
  const format = useReportFormats()
  switch (outcome.kind) {
    case 'running':
      return <p>{t('running')}</p>
    case 'suppressed':
      return <p className={classes.withheld}>{t('suppressed', { count: outcome.minimumGroup })}</p>
    case 'unreadable':
      return <p className={classes.warning}>{t('unreadable')}</p>
    case 'counted':
      return (
        <>
          <div className={classes.figures}>
            {mean !== null && (
              <p className={classes.mean}>
                <strong>{format.score(mean)}</strong> <span>{t('mean')}</span>
              </p>
            )}
            <p className={classes.answers}>
              {t('answers', { count: outcome.answers })}
              {outcome.blank > 0 && <>, {t('blank', { count: outcome.blank })}</>},{' '}
              {t('invited', { count: invited })}
            </p>
          </div>
          {asks.kind === 'scale' && outcome.tally.kind === 'scale' ? (
            <PollChart scale={asks} counts={outcome.tally.counts} />
          ) : (
            <div className={classes.chart}>
              <TallyChart question={asks} tally={outcome.tally} />
            </div>
          )}
          {auditWords && (
            <p className={classes.proof}>
              <AuditWords label={t('auditWords')} words={auditWords} /> {t('auditHint')}
            </p>
          )}
        </>
      )
  }
}
