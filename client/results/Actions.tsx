// What was decided: each action with its owner, its dates, what has come of it, and the way back to the card it comes from.
import { type ReactNode, useContext, useState } from 'react'
import { useLanguage } from '#client/ui/language.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { ActionResult } from '#shared/results/action-results.ts'
import { effectText, touchpointsText, waitsUntilFelt } from '#shared/results/report/decisions.ts'
import { wordsIn } from '#shared/results/report/words-in.ts'
import { actionStateWords } from '#shared/results/words.ts'
import classes from './Actions.module.css'
import { ActionTrace } from './ActionTrace.tsx'
import { DepartmentLabel } from './DepartmentLabel.tsx'
import { resultsTexts } from './results-texts.ts'
import { Typed } from './Typed.tsx'
import { OnPaper } from './use-printing.ts'
import { useReportFormats } from './use-report-formats.ts'

type Props = {
  actions: readonly ActionResult[]
  /** Without it there is no picture of where an action comes from. */
  hasBoard: boolean
}

export function Actions({ actions, hasBoard }: Props) {
  return (
    <ol className={classes.actions}>
      {actions.map((action, place) => (
        <Action key={action.actionId} action={action} number={place + 1} hasBoard={hasBoard} />
      ))}
    </ol>
  )
}

type ActionProps = { action: ActionResult; number: number; hasBoard: boolean }

function Action({ action, number, hasBoard }: ActionProps) {
  const t = useTexts(resultsTexts)
  const language = useLanguage()
  const words = wordsIn(language)
  const format = useReportFormats()
  const [isOpen, setIsOpen] = useState(false)
  const isOnPaper = useContext(OnPaper)
  const { actionId, title, owner, department, due, feltFrom, state, liveSince, card } = action
  const scores =
    card && card.actual !== null && card.target !== null
      ? `${format.score(card.actual)} → ${format.score(card.target)}`
      : null
  const states = actionStateWords[language]
  // Then the day stands with what was measured.
  const isMeasured = action.effect.kind === 'measured'
  // Until the day that stands there already, it is said beside it.
  const isWaited = waitsUntilFelt(action)
  const effect = isWaited ? null : effectText(action, { words, format })
  const about = touchpointsText(action, { words })
  return (
    <li className={classes.action}>
      <span className={classes.number} aria-hidden="true">
        {number}
      </span>
      <div>
        <h3 className={classes.title}>
          <Typed>{title}</Typed>
        </h3>
        <dl className={classes.facts}>
          <Fact label={words.owner}>
            {owner ? <Typed>{owner.name ?? words.somebody}</Typed> : words.stillOpen}
            {department && (
              <span className={classes.department}>
                <DepartmentLabel department={department} />
              </span>
            )}
          </Fact>
          <Fact label={words.due}>{due ? format.day(due) : words.stillOpen}</Fact>
          {feltFrom && (
            <Fact label={words.feltFrom} isLong>
              {format.day(feltFrom)}
              {isWaited && <span className={classes.until}>{words.tooEarlyUntilThen}</span>}
            </Fact>
          )}
          {scores && <Fact label={words.scoreToMove}>{scores}</Fact>}
          <Fact label={words.state}>
            {state === 'live' && liveSince && !isMeasured
              ? `${states.live}, ${format.day(liveSince)}`
              : states[state]}
          </Fact>
          {about !== null && about !== card?.title && (
            <Fact label={words.touchpoint} isWide>
              <Typed>{about}</Typed>
            </Fact>
          )}
          {effect !== null && (
            <Fact label={words.effect} isWide>
              {effect}
            </Fact>
          )}
        </dl>
        {card && (
          <button
            type="button"
            className={classes.from}
            aria-expanded={isOpen}
            aria-controls={`trace-${actionId}`}
            onClick={() => setIsOpen(!isOpen)}
          >
            {words.fromCard}: <Typed>{card.title}</Typed>
            <span className={classes.more}>{isOpen ? t('hideTrace') : t('showTrace')}</span>
          </button>
        )}
        {card && (
          <div id={`trace-${actionId}`} className={classes.onScreen} hidden={!isOpen}>
            {isOpen && <ActionTrace action={action} hasBoard={hasBoard} />}
          </div>
        )}
        {card && isOnPaper && (
          <div className={classes.onPaper}>
            <ActionTrace action={action} hasBoard={hasBoard} isOnPaper />
          </div>
        )}
      </div>
    </li>
  )
}

type FactProps = { label: string; isWide?: boolean; isLong?: boolean; children: ReactNode }

const Fact = ({ label, isWide, isLong, children }: FactProps) => (
  <div className={isWide ? classes.wide : undefined} data-long={isLong}>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
)
