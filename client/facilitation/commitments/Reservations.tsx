// For facilitators: which rules people have left open, and why.
import panel from '#client/facilitation/panel/panel.module.css'
import { useFacilitation, useMe, usePersonName } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { findRule } from '#shared/facilitation/ground-rules.ts'
import classes from './Reservations.module.css'
import { commitmentTexts } from './texts-commitments.ts'

export function Reservations() {
  const t = useTexts(commitmentTexts)
  const me = useMe()
  const personName = usePersonName()
  const checkIn = useFacilitation((state) => state.view.checkIn)
  const open = checkIn.declined.flatMap((one) => {
    const rule = findRule(checkIn, one.ruleId)
    return rule ? [{ ...one, rule: rule.rule }] : []
  })
  if (me?.role !== 'facilitator' || open.length === 0) return null
  return (
    <section className={classes.reservations} aria-labelledby="reservations-heading">
      <h3 id="reservations-heading">{t('reservations')}</h3>
      <p className={`${panel.small} ${panel.dimmed}`}>{t('reservationsHint')}</p>
      <ul>
        {open.map(({ personId, ruleId, rule, reason }) => (
          <li key={`${personId}/${ruleId}`}>
            <span className={classes.who}>{personId === me.personId ? t('you') : personName(personId)}</span>
            <span className={panel.small}>{reason ?? t('noReason')}</span>
            <span className={`${panel.small} ${panel.dimmed}`}>{rule}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
