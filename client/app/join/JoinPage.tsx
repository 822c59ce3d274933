// Joining: a name if one likes, a department, one button. Under fifteen seconds, without an account.
import { Button } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { useFailureText } from '#client/app/failures.ts'
import field from '#client/app/pages/field.module.css'
import { roomAddress } from '#client/app/panel-only.ts'
import { joinWorkshop } from '#client/app/seat.ts'
import { ApiFailure } from '#client/ui/api.ts'
import { formatTime } from '#client/ui/format.ts'
import { useLanguage } from '#client/ui/language.ts'
import { Brand } from '#client/ui/Mark.tsx'
import { useTexts } from '#client/ui/texts.ts'
import type { Key, Preview } from '#shared/access/api.ts'
import type { DepartmentId, WorkshopId } from '#shared/ids.ts'
import { DepartmentPicker } from './DepartmentPicker.tsx'
import classes from './JoinPage.module.css'
import { joinTexts } from './join-texts.ts'

type Props = { workshopId: WorkshopId; entryKey: Key; preview: Preview; onLocked: () => void }

export function JoinPage({ workshopId, entryKey, preview, onLocked }: Props) {
  const t = useTexts(joinTexts)
  const navigate = useNavigate()
  const { search } = useLocation()
  const failureText = useFailureText()
  const [name, setName] = useState('')
  const [department, setDepartment] = useState<DepartmentId | null>(null)
  const [isJoining, setIsJoining] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const { continuesAs, endsOtherSeats, role, title } = preview

  const join = (event: FormEvent) => {
    event.preventDefault()
    if (isJoining) return
    setIsJoining(true)
    setFailure(null)
    const self = continuesAs ? {} : { name: name.trim(), department }
    joinWorkshop({ workshopId, key: entryKey, ...self }).then(
      // A new history state without the key: the link has done its work.
      (joined) => navigate(roomAddress(workshopId, joined.role, search), { replace: true, state: null }),
      (reason: unknown) => {
        setIsJoining(false)
        if (reason instanceof ApiFailure && reason.code === 'room-locked') onLocked()
        else setFailure(reason)
      },
    )
  }

  return (
    <div className={classes.page}>
      <title>{`${title} · Runde`}</title>
      <header className={classes.header}>
        <Brand />
      </header>
      <main>
        <form onSubmit={join} className={classes.form}>
          <Invitation preview={preview} />
          <h1 className={classes.title}>
            <BrokenTitle title={title} />
          </h1>
          {role === 'facilitator' && <p className={classes.role}>{t('asFacilitator')}</p>}
          {role === 'co-facilitator' && <p className={classes.role}>{t('asCoFacilitator')}</p>}
          {role === 'observer' && <p className={classes.role}>{t('asObserver')}</p>}
          {continuesAs ? (
            <p className={classes.role}>
              {endsOtherSeats ? t('comeBackText', { name: nameOf(continuesAs) }) : t('continueText')}
            </p>
          ) : (
            <>
              <label className={classes.name}>
                <span className={classes.label}>
                  {t('name')} <span className={classes.optional}>{t('optional')}</span>
                </span>
                <input
                  className={field.field}
                  value={name}
                  maxLength={60}
                  autoComplete="name"
                  onChange={(event) => setName(event.currentTarget.value)}
                />
              </label>
              <DepartmentPicker
                departments={preview.departments}
                chosen={department}
                onChoose={setDepartment}
              />
            </>
          )}
          <div className={classes.foot}>
            {!continuesAs && (
              <p className={classes.whoSees}>
                <IconEye size={20} stroke={1.6} aria-hidden="true" />
                {role === 'participant' ? t('whoSees') : t('whoSeesPlain')}
              </p>
            )}
            {failure !== null && (
              <p role="alert" className={classes.failure}>
                {failureText(failure)}
              </p>
            )}
            <Button type="submit" size="lg" fullWidth aria-disabled={isJoining}>
              {isJoining ? t('joining') : buttonText()}
            </Button>
          </div>
        </form>
      </main>
    </div>
  )

  function buttonText(): string {
    return continuesAs ? t('continueAs', { name: nameOf(continuesAs) }) : t('join')
  }

  function nameOf({ name }: { name: string }): string {
    return name || t('nameless')
  }
}

function Invitation({ preview: { invitedBy, runningSince } }: { preview: Preview }) {
  const t = useTexts(joinTexts)
  const language = useLanguage()
  const time = runningSince === null ? '' : formatTime(runningSince, language)
  const text = () => {
    if (invitedBy !== null && time !== '') return t('invitesRunning', { name: invitedBy, time })
    if (invitedBy !== null) return t('invites', { name: invitedBy })
    return time === '' ? t('welcome') : t('running', { time })
  }
  return <p className={classes.invitation}>{text()}</p>
}

/** "Glasfaser: vom Auftrag bis online" breaks at its colon. */
function BrokenTitle({ title }: { title: string }) {
  const colon = title.indexOf(': ')
  if (colon < 0) return title
  return (
    <>
      {title.slice(0, colon + 1)} <br />
      {title.slice(colon + 2)}
    </>
  )
}
