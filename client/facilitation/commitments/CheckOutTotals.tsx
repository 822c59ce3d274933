// What became of the promises, in totals: three rows of marks, or that there are too few to show.
import { IconCheck, IconCircleHalf2, IconX } from '@tabler/icons-react'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import panel from '#client/facilitation/panel/panel.module.css'
import { useTexts } from '#client/ui/texts.ts'
import classes from './CheckOutSection.module.css'
import type { CheckOutView } from './check-out-view.ts'
import { commitmentTexts } from './texts-commitments.ts'

type Props = { current: CheckOutView; minimumGroup: number }

export function CheckOutTotals({ current: { round, mine }, minimumGroup }: Props) {
  const t = useTexts(commitmentTexts)
  const { totals } = round
  const own = mine?.mark && { kept: t('kept'), partly: t('partly'), 'not-kept': t('notKept') }[mine.mark]
  return (
    <>
      <p className={`${panel.small} ${panel.dimmed}`}>
        {t(round.about === 'session' ? 'totals' : 'totalsEarlier')}
      </p>
      {totals ? (
        <dl className={classes.totals}>
          <Row icon={<IconCheck {...iconProps} />} label={t('kept')} count={totals.kept} of={totals} />
          <Row
            icon={<IconCircleHalf2 {...iconProps} />}
            label={t('partly')}
            count={totals.partly}
            of={totals}
          />
          <Row icon={<IconX {...iconProps} />} label={t('notKept')} count={totals.notKept} of={totals} />
        </dl>
      ) : (
        <p>{t('tooFew', { count: minimumGroup })}</p>
      )}
      {own && (
        <p className={`${panel.small} ${panel.dimmed}`}>
          {t('youSaid', { mark: own })}
          {mine?.sentence && <> · {mine.sentence}</>}
        </p>
      )}
    </>
  )
}

type RowProps = {
  icon: React.ReactNode
  label: string
  count: number
  of: { kept: number; partly: number; notKept: number }
}

function Row({ icon, label, count, of }: RowProps) {
  const share = count / Math.max(1, of.kept + of.partly + of.notKept)
  return (
    <div className={classes.row}>
      <dt>
        {icon}
        {label}
      </dt>
      <dd>
        <span className={classes.bar} aria-hidden="true">
          <span style={{ width: `${share * 100}%` }} />
        </span>
        <span className={panel.figures}>{count}</span>
      </dd>
    </div>
  )
}
