// Corrects one's own name, or takes it back.
import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { z } from 'zod'
import { useFailureText } from '#client/app/failures.ts'
import { useFacilitation, useMe } from '#client/facilitation/use-facilitation.ts'
import { askWorkshop } from '#client/ui/api.ts'
import { Dialog } from '#client/ui/Dialog.tsx'
import { useTexts } from '#client/ui/texts.ts'
import classes from './dialogs.module.css'
import type { RoomSeat } from './room-seat.ts'
import { roomTexts } from './room-texts.ts'

type Props = { seat: RoomSeat; isOpen: boolean; onClose: () => void }

export function MyName({ seat, isOpen, onClose }: Props) {
  const t = useTexts(roomTexts)
  // An empty field would say that there is no name, and saved as it is would take the name back.
  const isKnown = useMe() !== null
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('myName')}>
      {isKnown ? <NameForm seat={seat} onDone={onClose} /> : <p role="status">{t('connecting')} …</p>}
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
        ref={takeFocus}
        error={failure === null ? null : failureText(failure)}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit">{t('save')}</Button>
    </form>
  )
}

/** Also where the field comes after the window. One and the same function: called when it comes, not each time it is drawn. */
function takeFocus(element: HTMLElement | null): void {
  element?.focus()
}
