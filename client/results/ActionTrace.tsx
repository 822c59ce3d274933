// The way of one action: the card on the board it comes from, who does it until when, and what customers feel of it.
import { useLanguage } from '#client/ui/language.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { ActionResult } from '#shared/results/action-results.ts'
import { effectText, touchpointsText, waitsUntilFelt } from '#shared/results/report/decisions.ts'
import { documentWords } from '#shared/results/report/document-words.ts'
import { wordsIn } from '#shared/results/report/words-in.ts'
import { actionStateWords, fill } from '#shared/results/words.ts'
import classes from './ActionTrace.module.css'
import { CardPicture } from './CardPicture.tsx'
import { resultsTexts } from './results-texts.ts'
import { Typed } from './Typed.tsx'
import { useCardOrigin } from './use-card-origin.ts'
import { useReportFormats } from './use-report-formats.ts'

type Step = { label: string; value: string; isTyped?: boolean; isReached: boolean }

type Props = { action: ActionResult; hasBoard: boolean; isOnPaper?: boolean }

export function ActionTrace({ action, hasBoard, isOnPaper = false }: Props) {
  const t = useTexts(resultsTexts)
  const steps = useSteps(action)
  const { shapeId, card } = action
  const alt = fill(documentWords[useLanguage()].aroundCard, { card: card?.title ?? '' })
  return (
    <div className={classes.trace}>
      {shapeId && hasBoard && <CardPicture shapeId={shapeId} alt={alt} isOnPaper={isOnPaper} />}
      <ol className={classes.steps} aria-label={t('traceOf')}>
        {steps.map(({ label, value, isTyped, isReached }) => (
          <li key={label} data-reached={isReached || undefined}>
            <span className={classes.label}>{label}</span>
            <span className={classes.value}>{isTyped ? <Typed>{value}</Typed> : value}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}

/** What is not reached yet is said as what is planned. */
function useSteps(action: ActionResult): Step[] {
  const language = useLanguage()
  const words = wordsIn(language)
  const t = useTexts(resultsTexts)
  const format = useReportFormats()
  const origin = useCardOrigin(action.shapeId)
  const { title, owner, due, feltFrom, state, liveSince, card, touchpoints, decidedIn } = action
  const about = touchpointsText(action, { words })
  const states = actionStateWords[language]
  const isDone = state === 'done' || state === 'live'
  const effect = waitsUntilFelt(action) ? words.tooEarlyUntilThen : effectText(action, { words, format })
  const steps: (Step | null)[] = [
    card && { label: origin.kind ?? words.fromCard, value: card.title, isTyped: true, isReached: true },
    origin.place === null
      ? null
      : { label: words.stage, value: origin.place, isTyped: true, isReached: true },
    // Of a note; a touchpoint stands at the top itself.
    about === null || about === card?.title
      ? null
      : {
          label: touchpoints.length > 1 ? words.touchpointsOfStage : words.touchpoint,
          value: about,
          isTyped: true,
          isReached: true,
        },
    {
      label: decidedIn === null ? words.action : `${words.action}, ${words.session} ${decidedIn}`,
      value: title,
      isTyped: true,
      isReached: true,
    },
    {
      label: words.owner,
      value: owner ? (owner.name ?? words.somebody) : words.stillOpen,
      isTyped: Boolean(owner?.name),
      isReached: owner !== null,
    },
    { label: words.due, value: due ? format.day(due) : words.stillOpen, isReached: isDone },
    {
      label: state === 'live' ? words.liveSince : words.feltFrom,
      value: livePhrase(),
      isReached: state === 'live',
    },
    { label: words.effect, value: effect ?? t('noEffect'), isReached: action.effect.kind === 'measured' },
  ]
  return steps.filter((step) => step !== null)

  function livePhrase(): string {
    const day = state === 'live' ? (liveSince ?? feltFrom) : feltFrom
    return day ? format.day(day) : state === 'live' ? states.live : words.stillOpen
  }
}
