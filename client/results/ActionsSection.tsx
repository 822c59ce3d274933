// What was decided: each action with its owner, its dates, and the card it comes from. First, because it is what people came for.
import { useLanguage } from '#client/ui/language.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { ActionResult } from '#shared/results/action-results.ts'
import type { Attendance } from '#shared/results/attendance.ts'
import { actionStateWords, reportWords } from '#shared/results/words.ts'
import classes from './ActionsSection.module.css'
import { DepartmentLabel } from './DepartmentLabel.tsx'
import { resultsTexts } from './results-texts.ts'
import { Section } from './Section.tsx'
import { Typed } from './Typed.tsx'
import { useReportFormats } from './use-report-formats.ts'

type Props = { actions: readonly ActionResult[]; attendance: Attendance }

export function ActionsSection({ actions, attendance }: Props) {
  const t = useTexts(resultsTexts)
  if (actions.length === 0) return null
  return (
    <Section title={t('decided')}>
      <ol className={classes.actions}>
        {actions.map((action, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they stand in the order that the group gave them
          <Action key={place} action={action} number={place + 1} attendance={attendance} />
        ))}
      </ol>
    </Section>
  )
}

type ActionProps = { action: ActionResult; number: number; attendance: Attendance }

function Action({ action, number, attendance }: ActionProps) {
  const language = useLanguage()
  const words = reportWords[language]
  const format = useReportFormats()
  const { title, owner, department, due, feltFrom, state, liveSince, card } = action
  const scores =
    card && card.actual !== null && card.target !== null
      ? `${format.score(card.actual)} → ${format.score(card.target)}`
      : null
  const live = liveSince && `${actionStateWords[language].live}, ${format.day(liveSince)}`
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
          <div>
            <dt>{words.owner}</dt>
            <dd>
              {owner ? <Typed>{owner.name ?? words.somebody}</Typed> : words.stillOpen}
              {department && <DepartmentLabel department={department} attendance={attendance} />}
            </dd>
          </div>
          <div>
            <dt>{words.due}</dt>
            <dd>{due ? format.day(due) : words.stillOpen}</dd>
          </div>
          {feltFrom && (
            <div>
              <dt>{words.feltFrom}</dt>
              <dd>{format.day(feltFrom)}</dd>
            </div>
          )}
          {scores && (
            <div>
              <dt>{words.scoreToMove}</dt>
              <dd>{scores}</dd>
            </div>
          )}
          {state !== 'open' && (
            <div>
              <dt>{words.state}</dt>
              <dd>{live ?? actionStateWords[language][state]}</dd>
            </div>
          )}
        </dl>
        {card && (
          <p className={classes.card}>
            {words.fromCard}: <Typed>{card.title}</Typed>
          </p>
        )}
      </div>
    </li>
  )
}
