// Who was there, by department, and who spoke how much, never by person.
import { DepartmentShape } from '#client/ui/DepartmentShape.tsx'
import { useTexts } from '#client/ui/texts.ts'
import type { SessionResult } from '#shared/results/session-results.ts'
import { placeOf } from './DepartmentLabel.tsx'
import classes from './InRoom.module.css'
import { resultsTexts } from './results-texts.ts'
import { Typed } from './Typed.tsx'
import { useReportFormats } from './use-report-formats.ts'

/** Above this, shapes in a row are harder to read than the number. */
const mostShapes = 6

export function InRoom({ attendance, speakingShares }: Pick<SessionResult, 'attendance' | 'speakingShares'>) {
  const t = useTexts(resultsTexts)
  const { facilitators, participants, observers, byDepartment, withoutDepartment } = attendance
  const people = facilitators + participants
  const parts = [
    people === 0 ? t('nobody') : t('peopleCount', { count: people }),
    people > 0 && facilitators > 0 && t('ledBy', { count: facilitators }),
    observers > 0 && t('watching', { count: observers }),
  ].filter((part) => part !== false)
  return (
    <section className={classes.room} aria-label={t('inRoom')}>
      <h3>{t('inRoom')}</h3>
      <p className={classes.counts}>{parts.join(', ')}</p>
      <ul>
        {byDepartment.map(({ department, people: there }, place) => (
          <li key={department.departmentId} className={there === 0 ? classes.absent : classes.row}>
            <span className={classes.name}>
              <Typed>{department.title}</Typed>
              {there === 0 && <>, {t('notInRoom')}</>}
            </span>
            <People count={there} place={place} />
          </li>
        ))}
        {withoutDepartment > 0 && (
          <li className={classes.row}>
            <span className={classes.name}>{t('noDepartment')}</span>
            <People count={withoutDepartment} place={-1} />
          </li>
        )}
      </ul>
      {speakingShares.length > 0 && <SpeakingShares shares={speakingShares} attendance={attendance} />}
    </section>
  )
}

function People({ count, place }: { count: number; place: number }) {
  const shapes = count > mostShapes ? 1 : Math.max(count, 1)
  return (
    <span className={classes.people}>
      <span className={classes.count}>{count}</span>
      {Array.from({ length: shapes }, (_, shape) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: shapes of one department are all alike
        <DepartmentShape key={shape} place={place} isFilled={count > 0} />
      ))}
    </span>
  )
}

type SharesProps = {
  shares: SessionResult['speakingShares']
  attendance: SessionResult['attendance']
}

function SpeakingShares({ shares, attendance }: SharesProps) {
  const t = useTexts(resultsTexts)
  const format = useReportFormats()
  return (
    <>
      <h3 className={classes.next}>{t('speaking')}</h3>
      <p className={classes.counts}>
        {t('speakingHint')} {t('tick')}
      </p>
      <ul>
        {shares.map(({ department, ofTime, ofPeople }) => (
          <li key={department?.title ?? ''} className={classes.share}>
            <span className={classes.row}>
              <DepartmentShape place={placeOf(department?.departmentId ?? null, attendance)} />
              <span className={classes.name}>
                {department ? <Typed>{department.title}</Typed> : t('others')}
              </span>
              <span className={classes.percent}>{format.share(ofTime)}</span>
            </span>
            <span className={classes.track} aria-hidden="true">
              <span className={classes.bar} style={{ width: `${ofTime * 100}%` }} />
              <span className={classes.tick} style={{ left: `${ofPeople * 100}%` }} />
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
