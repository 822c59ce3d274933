// Corrects one's own name, or takes it back.
import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { z } from 'zod'
import { useFailureText } from '#client/app/failures.ts'
import { useFacilitation } from '#client/facilitation/use-facilitation.ts'
import { askWorkshop } from '#client/ui/api.ts'
import { Dialog } from '#client/ui/Dialog.tsx'
import { useTexts } from '#client/ui/texts.ts'
import classes from './dialogs.module.css'
import type { RoomSeat } from './room-seat.ts'
import { roomTexts } from './room-texts.ts'

type Props = { seat: RoomSeat; isOpen: boolean; onClose: () => void }

export function MyName({ seat, isOpen, onClose }: Props) {
  const t = useTexts(roomTexts)
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('myName')}>
      <NameForm seat={seat} onDone={onClose} />
    </Dialog>
  )
}

function NameForm({ seat, onDone }: { seat: RoomSeat; onDone: () => void }) {
  const t = useTexts(roomTexts)
  const failureText = useFailureText()
  // The directory, not the seat: the name may have been changed since this page was opened.
  const known = useFacilitation((state) => (seat.personId ? state.names[seat.personId] : undefined))
  const [name, setName] = useState(known ?? '')
  const [failure, setFailure] = useState<unknown>(null)

  const save = (event: FormEvent) => {
    event.preventDefault()
    askWorkshop(z.unknown(), seat, '/seat', { method: 'PATCH', body: { name: name.trim() || null } }).then(
      onDone,
      setFailure,
    )
  }
  return (
    <form onSubmit={save} className={classes.form}>
      <TextInput
        size="lg"
        label={t('myName')}
        description={t('myNameText')}
        value={name}
        maxLength={60}
        autoComplete="name"
        data-autofocus
        error={failure === null ? null : failureText(failure)}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit">{t('save')}</Button>
    </form>
  )
}
