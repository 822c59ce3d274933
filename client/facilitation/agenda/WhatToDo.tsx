// One sentence on what everybody does now and where, by the kind of the item; on a phone, where that is on a phone.
import panel from '#client/facilitation/panel/panel.module.css'
import { useFacilitation, useServerNow } from '#client/facilitation/use-facilitation.ts'
import { formatTime } from '#client/ui/format.ts'
import { useLanguage } from '#client/ui/language.ts'
import { useTexts } from '#client/ui/texts.ts'
import { type AgendaItem, remainingMs } from '#shared/facilitation/agenda.ts'
import classes from './ItemSection.module.css'
import { itemTexts } from './texts-items.ts'

export function WhatToDo({ item }: { item: AgendaItem }) {
  const t = useTexts(itemTexts)
  const { kind } = item
  if (kind === 'break') return <Break />
  if (kind !== 'silent-writing' && kind !== 'mapping' && kind !== 'discussion')
    return <p className={classes.todo}>{t(`do ${kind}`)}</p>
  return (
    <>
      <p className={`${classes.todo} ${panel.desk}`}>{t(`do ${kind}`)}</p>
      <p className={`${classes.todo} ${panel.phone}`}>{t(`phone ${kind}`)}</p>
    </>
  )
}

/** When it goes on is all that matters in a break. */
function Break() {
  const t = useTexts(itemTexts)
  const language = useLanguage()
  const agenda = useFacilitation((state) => state.view.agenda)
  const now = useServerNow(1_000)
  const left = remainingMs(agenda, now) ?? 0
  return (
    <p className={classes.todo}>
      {left > 0 ? t('do break', { time: formatTime(now + left, language) }) : t('do break-over')}
    </p>
  )
}
