// Asks a facilitator without a name for one: the join page says who invites. Gone once there is one.
import { Button } from '@mantine/core'
import { type FormEvent, useId, useState } from 'react'
import { useFailureText } from '#client/app/failures.ts'
import { useFacilitation } from '#client/facilitation/use-facilitation.ts'
import { askWorkshop } from '#client/ui/api.ts'
import { announce } from '#client/ui/LiveRegion.tsx'
import { useTexts } from '#client/ui/texts.ts'
import { CurrentSeat } from '#shared/access/api.ts'
import type { RoomLink } from '#shared/access/role.ts'
import type { WorkshopId } from '#shared/ids.ts'
import classes from './InviteSheet.module.css'
import { inviteTexts } from './invite-texts.ts'

export function InvitedBy({ seat }: { seat: { workshopId: WorkshopId; role: RoomLink } }) {
  const t = useTexts(inviteTexts)
  const failureText = useFailureText()
  const fieldId = useId()
  const isNamed = useFacilitation(({ me, names }) => me === null || names[me.personId] !== undefined)
  const [name, setName] = useState('')
  const [failure, setFailure] = useState<unknown>(null)
  if (isNamed) return null

  const save = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    askWorkshop(CurrentSeat, seat, '/seat', { method: 'PATCH', body: { name: name.trim() } }).then(
      () => announce(t('nameSaved')),
      setFailure,
    )
  }
  return (
    <form onSubmit={save} className={classes.invitedBy}>
      <label htmlFor={fieldId}>{t('yourName')}</label>
      <input
        id={fieldId}
        value={name}
        maxLength={60}
        autoComplete="name"
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" variant="default">
        {t('saveName')}
      </Button>
      {failure !== null && (
        <p role="alert" className={classes.keep}>
          {failureText(failure)}
        </p>
      )}
    </form>
  )
}
