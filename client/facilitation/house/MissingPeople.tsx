// Under the links, for facilitators: people of the workshop whom no browser is yet, with a link for each, or for all at once.
import { Button } from '@mantine/core'
import { useCallback, useEffect, useState } from 'react'
import panel from '#client/facilitation/panel/panel.module.css'
import { departmentOf } from '#client/facilitation/selectors.ts'
import {
  type Asker,
  useAsker,
  useFacilitation,
  usePersonName,
} from '#client/facilitation/use-facilitation.ts'
import { CopyButton } from '#client/ui/CopyButton.tsx'
import { formatDate } from '#client/ui/format.ts'
import { announce } from '#client/ui/LiveRegion.tsx'
import { useLanguage } from '#client/ui/language.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { MissingSeats, OfferedSeat } from '#shared/access/api.ts'
import type { PersonId } from '#shared/ids.ts'
import classes from './house.module.css'
import { missingSeats, offerSeat } from './offer-seat.ts'
import { seatTexts } from './texts-seats.ts'

type Missing = MissingSeats['missing'][number]
type Made = Readonly<Record<PersonId, OfferedSeat>>

export function MissingPeople() {
  const t = useTexts(seatTexts)
  const asker = useAsker()
  const missing = useMissing(asker)
  const [made, setMade] = useState<Made>({})
  const keep = useCallback(
    (personId: PersonId, offered: OfferedSeat) => setMade((before) => ({ ...before, [personId]: offered })),
    [],
  )
  if (missing.length === 0) return null
  return (
    <section className={classes.missing} aria-labelledby="missing-heading">
      <h3 id="missing-heading">{t('missing')}</h3>
      <p className={panel.dimmed}>{t('missingWhat')}</p>
      {missing.length > 1 && <ForAll missing={missing} made={made} onMade={keep} />}
      <ul>
        {missing.map((one) => (
          <MissingRow key={one.personId} one={one} made={made[one.personId] ?? null} onMade={keep} />
        ))}
      </ul>
    </section>
  )
}

/** Asked again whenever somebody has come back. Where it cannot be had nothing is shown: the links above are what counts. */
function useMissing(asker: Asker): readonly Missing[] {
  const cameBack = useFacilitation(({ confirmed }) =>
    Object.values(confirmed.people).reduce((sum, { takenUpAt = 0 }) => sum + takenUpAt, 0),
  )
  const [missing, setMissing] = useState<readonly Missing[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `cameBack` asks again.
  useEffect(() => {
    let isGone = false
    missingSeats(asker).then(
      (answer) => {
        if (!isGone) setMissing(answer.missing)
      },
      () => {},
    )
    return () => {
      isGone = true
    }
  }, [asker, cameBack])
  return missing
}

type RowProps = {
  one: Missing
  made: OfferedSeat | null
  onMade: (id: PersonId, offered: OfferedSeat) => void
}

function MissingRow({ one: { personId, offeredUntil }, made, onMade }: RowProps) {
  const t = useTexts(seatTexts)
  const language = useLanguage()
  const asker = useAsker()
  const name = usePersonName()(personId)
  const department = useDepartmentTitles()(personId)
  const [step, setStep] = useState<'waiting' | 'making' | 'made' | 'failed'>('waiting')
  const make = () => {
    if (step === 'making') return
    setStep('making')
    offerSeat(asker, personId).then(
      (offered) => {
        setStep('made')
        onMade(personId, offered)
        announce(t('made', { name }))
      },
      () => setStep('failed'),
    )
  }
  return (
    <li className={classes.missingRow}>
      <span className={classes.missingName}>
        <span>{name}</span>
        {department !== '' && <span className={`${panel.small} ${panel.dimmed}`}>{department}</span>}
        {(made || offeredUntil !== null) && (
          <span className={`${panel.small} ${panel.dimmed}`}>
            {made
              ? t('ready', { until: formatDate(made.until, language) })
              : t('waiting', { until: formatDate(offeredUntil ?? 0, language) })}
          </span>
        )}
        {step === 'failed' && (
          <span className={panel.small} role="alert">
            {t('failed')}
          </span>
        )}
      </span>
      {made ? (
        <span ref={step === 'made' ? takeFocusWithin : null}>
          <CopyButton value={made.link} what={t('linkOf', { name })} />
        </span>
      ) : (
        <Button
          variant="default"
          aria-label={t('makeFor', { name })}
          aria-disabled={step === 'making'}
          onClick={make}
        >
          {t(step === 'making' ? 'making' : 'make')}
        </Button>
      )}
    </li>
  )
}

/** One after the other: the links of a whole team are some dozen requests, and each is seen to be made. */
function ForAll({
  missing,
  made,
  onMade,
}: {
  missing: readonly Missing[]
  made: Made
  onMade: RowProps['onMade']
}) {
  const t = useTexts(seatTexts)
  const asker = useAsker()
  const personName = usePersonName()
  const titleOf = useDepartmentTitles()
  const [step, setStep] = useState<'waiting' | 'making' | 'failed'>('waiting')
  const left = missing.filter(({ personId }) => !made[personId])
  const makeAll = async () => {
    if (step === 'making') return
    setStep('making')
    for (const { personId } of left) onMade(personId, await offerSeat(asker, personId))
    setStep('waiting')
    announce(t('allMade'))
  }
  if (left.length === 0) {
    const lines = missing.map(({ personId }) =>
      [personName(personId), titleOf(personId), made[personId]?.link ?? ''].join('\t'),
    )
    return (
      <div className={classes.made} ref={takeFocusWithin}>
        <p className={panel.small}>{t('allMade')}</p>
        <CopyButton value={lines.join('\n')} what={t('list')} label={t('copyList')} isPrimary />
      </div>
    )
  }
  const done = missing.length - left.length
  return (
    <div className={classes.made}>
      {step === 'failed' && (
        <p className={panel.small} role="alert">
          {t('failed')}
        </p>
      )}
      <Button
        variant="default"
        aria-disabled={step === 'making'}
        onClick={() => void makeAll().catch(() => setStep('failed'))}
      >
        {step === 'making'
          ? t('madeSome', { done, count: missing.length })
          : t('makeAll', { count: left.length })}
      </Button>
    </div>
  )
}

function useDepartmentTitles(): (personId: PersonId) => string {
  const people = useFacilitation(({ view }) => view.people)
  const departments = useFacilitation(({ view }) => view.info.departments)
  return (personId) => departmentOf(people, departments, personId)?.title ?? ''
}

/** One and the same function: it is called when the element comes, not each time it is drawn. */
const takeFocusWithin = (element: HTMLElement | null) => element?.querySelector('button')?.focus()
