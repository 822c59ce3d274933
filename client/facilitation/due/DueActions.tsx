// Actions of earlier sessions by their state, which changes right there; no judgement before customers can notice anything.
import { NativeSelect } from '@mantine/core'
import { formatDay, today } from '#client/facilitation/actions/days.ts'
import panel from '#client/facilitation/panel/panel.module.css'
import { useFacilitation, useMe, usePersonName, useRoom } from '#client/facilitation/use-facilitation.ts'
import { formatNumber } from '#client/ui/format.ts'
import { useLanguage } from '#client/ui/language.ts'
import { useTexts } from '#client/ui/texts.ts'
import { type Action, ActionState, mayEdit } from '#shared/facilitation/actions.ts'
import type { Results } from '#shared/results/results.ts'
import classes from './due.module.css'
import { type DueAction, dueActions, earlierActions } from './due-view.ts'
import { dueTexts } from './texts-due.ts'

export function DueActions({ results }: { results: Results | null }) {
  const t = useTexts(dueTexts)
  const view = useFacilitation((state) => state.view)
  const groups = dueActions(earlierActions(view), results, today())
  return (
    <div className={classes.part}>
      <h3>{t('actions')}</h3>
      {groups.map(({ state, actions }) => (
        <div key={state} className={classes.group}>
          <h4 className={`${panel.small} ${panel.dimmed} ${panel.figures}`}>
            {t(state)}: {actions.length}
          </h4>
          <ul className={classes.actions}>
            {actions.map((due) => (
              <DueRow key={due.action.actionId} due={due} />
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}

function DueRow({ due: { action, isOverdue, effect } }: { due: DueAction }) {
  const t = useTexts(dueTexts)
  const language = useLanguage()
  const personName = usePersonName()
  const me = useMe()
  const { title, ownerId, due, state, liveSince } = action
  const day = (date: string) => ({ date: formatDay(date, language) })
  const score = (value: number) => formatNumber(value, language)
  const dated = due === null ? t('noDate') : t(isOverdue ? 'overdue' : 'due', day(due))
  const when = state === 'open' || state === 'in-progress' ? dated : null
  const outcome =
    effect.kind === 'measured'
      ? t('effect', { before: score(effect.before), now: score(effect.now) })
      : effect.kind === 'too-early'
        ? effect.until === null
          ? t('tooEarly')
          : t('tooEarlyUntil', day(effect.until))
        : null
  return (
    <li className={classes.action}>
      <div className={classes.words}>
        <p>{title}</p>
        <p className={`${panel.small} ${panel.dimmed} ${panel.figures} ${classes.facts}`}>
          <span>{ownerId === null ? t('noOwner') : personName(ownerId)}</span>
          {when && <span className={isOverdue ? classes.overdue : undefined}>{when}</span>}
          {state === 'live' && liveSince && <span>{t('since', day(liveSince))}</span>}
          {outcome && <span>{outcome}</span>}
        </p>
      </div>
      {me && mayEdit(action, me) && <StateField action={action} />}
    </li>
  )
}

function StateField({ action: { actionId, title, state } }: { action: Action }) {
  const t = useTexts(dueTexts)
  const { send } = useRoom()
  return (
    <NativeSelect
      className={classes.state}
      aria-label={t('stateOf', { title })}
      value={state}
      onChange={(event) => {
        const next = ActionState.parse(event.currentTarget.value)
        const change = next === 'live' ? { state: next, liveSince: today() } : { state: next }
        void send({ type: 'action.change', actionId, change }, { explains: ['already-done'] })
      }}
      data={ActionState.options.map((value) => ({ value, label: t(value) }))}
    />
  )
}
