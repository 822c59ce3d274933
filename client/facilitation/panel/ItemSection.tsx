// The agenda item the group is on and what it is for; before the agenda starts, what will happen.
import { CheckInNow } from '#client/facilitation/commitments/CheckInNow.tsx'
import { currentItem, isCheckInNow } from '#client/facilitation/selectors.ts'
import { agendaTexts } from '#client/facilitation/texts-agenda.ts'
import { useFacilitation, useMe } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import panel from './panel.module.css'
import { Script } from './Script.tsx'

export function ItemSection() {
  const t = useTexts(agendaTexts)
  const me = useMe()
  const agenda = useFacilitation((state) => state.view.agenda)
  const isCheckIn = useFacilitation(({ view }) => isCheckInNow(view))
  const { items, endedAt } = agenda
  if (!me) return null
  const item = currentItem(agenda)
  if (item)
    return (
      <section className={panel.section} aria-labelledby="item-heading" data-item>
        <div className={panel.heading}>
          <h2 id="item-heading">{item.title}</h2>
        </div>
        {item.purpose && <p className={`${panel.small} ${panel.dimmed}`}>{item.purpose}</p>}
        {item.script && <Script key={item.itemId} text={item.script} />}
        {isCheckIn && <CheckInNow />}
      </section>
    )
  const words = items.length === 0 ? t('none') : t(me.role === 'facilitator' ? 'waitsFacilitator' : 'waits')
  return (
    <section className={panel.section} aria-labelledby="item-heading">
      <div className={panel.heading}>
        <h2 id="item-heading">
          {endedAt === null ? (items.length === 0 ? t('agenda') : t('notStarted')) : t('ended')}
        </h2>
      </div>
      <p className={`${panel.small} ${panel.dimmed}`}>{endedAt === null ? words : t('endedWhat')}</p>
    </section>
  )
}
