// Who was there, by department, and who spoke how much, never by person.
import { DepartmentShape } from '#client/ui/DepartmentShape.tsx'
import { useLanguage } from '#client/ui/language.ts'
import { useTexts } from '#client/ui/texts.ts'
import { documentWords } from '#shared/results/report/document-words.ts'
import { speakingText } from '#shared/results/report/room.ts'
import { wordsIn } from '#shared/results/report/words-in.ts'
import type { SessionResult } from '#shared/results/session-results.ts'
import { fill } from '#shared/results/words.ts'
import { useDepartmentPlace } from './DepartmentLabel.tsx'
import classes from './Room.module.css'
import { resultsTexts } from './results-texts.ts'
import { Typed } from './Typed.tsx'
import { useReportFormats } from './use-report-formats.ts'

/** Above this, shapes in a row are harder to read than the number. */
const mostShapes = 6

export function WhoWasThere({ attendance, silos }: Pick<SessionResult, 'attendance' | 'silos'>) {
  const t = useTexts(resultsTexts)
  const words = documentWords[useLanguage()]
  const { facilitators, participants, observers, byDepartment, withoutDepartment } = attendance
  const people = facilitators + participants
  const parts = [
    people === 0 ? t('nobody') : t('peopleCount', { count: people }),
    people > 0 && facilitators > 0 && t('ledBy', { count: facilitators }),
    observers > 0 && t('watching', { count: observers }),
  ].filter((part) => part !== false)
  return (
    <div className={classes.room}>
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
      {silos.length > 0 && (
        <p className={classes.silos}>
          {fill(words.silos, { departments: silos.map(({ title }) => title).join(', ') })}
        </p>
      )}
    </div>
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

type Spoken = Pick<SessionResult, 'speakingShares' | 'speaking'>

export function SpeakingShares({ speakingShares, speaking }: Spoken) {
  const t = useTexts(resultsTexts)
  const language = useLanguage()
  const format = useReportFormats()
  const place = useDepartmentPlace()
  const words = wordsIn(language)
  if (speaking !== 'shown') return <p className={classes.silos}>{speakingText({ speaking }, words)}</p>
  return (
    <>
      <ul className={classes.room} aria-label={t('speaking')}>
        {speakingShares.map(({ department, ofTime, ofPeople }) => (
          <li key={department?.departmentId ?? ''} className={classes.share}>
            <span className={classes.row}>
              <DepartmentShape place={place(department?.departmentId ?? null)} />
              <span className={classes.name}>
                {department ? <Typed>{department.title}</Typed> : t('others')}
              </span>
              <span className={classes.percent}>{format.share(ofTime)}</span>
              <span className={classes.percentOf}>{t('shareInRoom', { share: format.share(ofPeople) })}</span>
            </span>
            <span className={classes.track} aria-hidden="true">
              <span className={classes.bar} style={{ width: `${ofTime * 100}%` }} />
              <span className={classes.tick} style={{ left: `${ofPeople * 100}%` }} />
            </span>
          </li>
        ))}
      </ul>
      {speakingShares.some(({ department }) => department === null) && (
        <p className={classes.silos}>{words.othersTogether}</p>
      )}
    </>
  )
}
