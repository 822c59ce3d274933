// What can be answered, for those who do not answer: the words of a scale, the options, or what is asked for.
import { answerTexts } from '#client/facilitation/answer/texts-answer.ts'
import { useTexts } from '#client/ui/texts.ts'
import { type Question, stepsOf } from '#shared/facilitation/questions.ts'
import classes from './answer.module.css'
import { labelOf } from './answer-draft.ts'

export function AskedOptions({ question }: { question: Question }) {
  const t = useTexts(answerTexts)
  if (question.kind === 'scale')
    return (
      <dl className={classes.steps}>
        {stepsOf(question)
          .map((step) => ({ step, label: labelOf(question, step) }))
          .filter(
            ({ step, label }) => label !== '' || question.max - question.min < 6 || step === question.min,
          )
          .map(({ step, label }) => (
            <div key={step} style={{ display: 'contents' }}>
              <dt>{step}</dt>
              <dd>{label}</dd>
            </div>
          ))}
      </dl>
    )
  return (
    <>
      <p className={classes.hint}>{howTo()}</p>
      {'options' in question && (
        <ul className={classes.asked}>
          {question.options.map(({ optionId, label }) => (
            <li key={optionId}>{label}</li>
          ))}
        </ul>
      )}
    </>
  )

  function howTo(): string {
    switch (question.kind) {
      case 'multiple':
        return t('upTo', { count: question.most })
      case 'ranking':
        return t('askedRanking')
      case 'points':
        return t('askedPoints', { count: question.points })
      case 'words':
        return t('wordsHint', { count: question.most })
      case 'text':
        return t('askedText')
      default:
        return t('upTo', { count: 1 })
    }
  }
}
