// What was counted, drawn as its kind of question asks for, and beside it what the same question came to earlier.
import type { ReactNode } from 'react'
import { chartTexts } from '#client/ui/charts/chart-texts.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { Question } from '#shared/facilitation/questions.ts'
import type { Tally } from '#shared/facilitation/tally.ts'
import type { Newer } from './newer.ts'
import { OptionChart } from './OptionChart.tsx'
import { ScaleTally } from './ScaleTally.tsx'
import classes from './TallyChart.module.css'
import { TextAnswers } from './TextAnswers.tsx'
import { writtenTexts } from './tally-bars.ts'
import { WordCloud } from './WordCloud.tsx'

type Props = { question: Question; tally: Tally; before?: Tally | null; newer?: Newer }

export function TallyChart({ question, tally, before = null, newer = 'now' }: Props) {
  const t = useTexts(chartTexts)
  if (tally.votes === 0 && !before) return <p className={classes.hint}>{t('noAnswers')}</p>
  switch (tally.kind) {
    case 'scale':
      return (
        <ScaleTally
          question={question}
          tally={tally}
          before={before?.kind === 'scale' ? before : null}
          newer={newer}
        />
      )
    case 'words':
      return (
        <Beside
          newer={newer}
          now={<Words tally={tally} />}
          before={before?.kind === 'words' ? <Words tally={before} /> : null}
        />
      )
    case 'text':
      return (
        <Beside
          newer={newer}
          now={<Written tally={tally} />}
          before={before?.kind === 'text' ? <Written tally={before} /> : null}
        />
      )
    default:
      return <OptionChart question={question} tally={tally} before={before} newer={newer} />
  }
}

function Words({ tally }: { tally: Extract<Tally, { kind: 'words' }> }) {
  const t = useTexts(chartTexts)
  if (tally.words.length === 0) return <p className={classes.hint}>{t('noAnswers')}</p>
  return <WordCloud words={tally.words} label={t('words')} times={(count) => t('times', { count })} />
}

function Written({ tally }: { tally: Extract<Tally, { kind: 'text' }> }) {
  const t = useTexts(chartTexts)
  if (tally.texts.length === 0) return <p className={classes.hint}>{t('noAnswers')}</p>
  return (
    <>
      <p className={classes.hint}>{t('textsHint', { count: tally.texts.length })}</p>
      <TextAnswers texts={writtenTexts(tally)} label={t('texts')} />
    </>
  )
}

/** Side by side where there is room, before on the left as time goes; else one under the other. */
function Beside({ now, before, newer }: { now: ReactNode; before: ReactNode; newer: Newer }) {
  const t = useTexts(chartTexts)
  if (!before) return now
  return (
    <div className={classes.beside}>
      <div>
        <p className={classes.when}>{t('before')}</p>
        {before}
      </div>
      <div>
        <p className={classes.when}>{t(newer)}</p>
        {now}
      </div>
    </div>
  )
}
