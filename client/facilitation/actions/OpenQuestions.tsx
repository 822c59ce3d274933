// What is still to be said about the actions: how many have no owner, how many no date.
import panel from '#client/facilitation/panel/panel.module.css'
import { currentItem } from '#client/facilitation/selectors.ts'
import { useFacilitation } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { openQuestions } from '#shared/facilitation/actions.ts'
import { actionTexts } from './texts-actions.ts'

type Props = {
  /** Also says when nothing is open. */
  isAlways?: boolean
}

export function OpenQuestions({ isAlways = false }: Props) {
  const t = useTexts(actionTexts)
  const actions = useFacilitation((state) => state.view.actions)
  const { withoutOwner, withoutDate } = openQuestions(actions)
  const what = [
    withoutOwner > 0 ? t('withoutOwner', { count: withoutOwner }) : null,
    withoutDate > 0 ? t('withoutDate', { count: withoutDate }) : null,
  ].filter((part) => part !== null)
  if (what.length === 0)
    return isAlways ? <p className={`${panel.small} ${panel.dimmed}`}>{t('allSaid')}</p> : null
  return (
    <p className={panel.small} data-testid="open-questions">
      {t('open', { what: what.join(', ') })}
    </p>
  )
}

/** In the panel when it matters: while the group is at its actions or its check-out, and when the session is over. */
export function ActionsNow() {
  const t = useTexts(actionTexts)
  const hasAny = useFacilitation(({ view }) => view.actions.list.length > 0)
  const isTime = useFacilitation(({ view: { agenda } }) => {
    const kind = currentItem(agenda)?.kind
    return kind === 'actions' || kind === 'check-out' || agenda.endedAt !== null
  })
  if (!hasAny || !isTime) return null
  return (
    <section className={panel.section} aria-labelledby="actions-now-heading" data-actions>
      <div className={panel.heading}>
        <h2 id="actions-now-heading">{t('actions')}</h2>
      </div>
      <OpenQuestions isAlways />
    </section>
  )
}
