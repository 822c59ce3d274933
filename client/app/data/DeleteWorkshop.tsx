// Deletes the workshop with everything: the one thing that cannot be undone, so its title has to be written first.
import { Button, Group, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useFailureText } from '#client/app/failures.ts'
import type { RoomSeat } from '#client/app/room/room-seat.ts'
import { useFacilitation, useMe } from '#client/facilitation/use-facilitation.ts'
import { sendToWorkshop } from '#client/ui/api.ts'
import { useTexts } from '#client/ui/texts.ts'
import { isHost } from '#shared/facilitation/people.ts'
import classes from './data.module.css'
import { dataTexts } from './data-texts.ts'

export function DeleteWorkshop({ seat }: { seat: RoomSeat }) {
  const t = useTexts(dataTexts)
  const mayDelete = useFacilitation(({ me, view }) => me !== null && isHost(view.people, me))
  // Nothing is said of it before the server has said who one is.
  const isKnown = useMe() !== null
  const [isAsking, setAsking] = useState(false)
  return (
    <section className={classes.part} aria-labelledby="data-delete">
      <h3 id="data-delete">{t('delete')}</h3>
      <p>{t('deleteText')}</p>
      {isKnown && !mayDelete && <p>{t('deleteHost')}</p>}
      {mayDelete && !isAsking && (
        <div className={classes.deed}>
          <Button variant="default" onClick={() => setAsking(true)}>
            {t('delete')}
          </Button>
        </div>
      )}
      {mayDelete && isAsking && <Confirm seat={seat} onCancel={() => setAsking(false)} />}
    </section>
  )
}

function Confirm({ seat, onCancel }: { seat: RoomSeat; onCancel: () => void }) {
  const t = useTexts(dataTexts)
  const failureText = useFailureText()
  const title = useFacilitation(({ view }) => view.info.title)
  const [written, setWritten] = useState('')
  const [step, setStep] = useState<'writing' | 'differs' | 'deleting'>('writing')
  const [failure, setFailure] = useState<unknown>(null)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])

  const confirm = (event: FormEvent) => {
    event.preventDefault()
    if (step === 'deleting') return
    if (!isSame(written, title)) return setStep('differs')
    setStep('deleting')
    setFailure(null)
    // The room hears that it is gone, like everybody in it.
    sendToWorkshop(seat, '', { method: 'DELETE', body: { title } }).catch((reason: unknown) => {
      setStep('writing')
      setFailure(reason)
    })
  }
  const problem = step === 'differs' ? t('notYet') : failure === null ? null : failureText(failure)
  return (
    <form onSubmit={confirm} className={classes.confirm}>
      <TextInput
        ref={field}
        size="lg"
        label={t('deleteConfirm', { title })}
        value={written}
        autoComplete="off"
        error={problem}
        onChange={({ currentTarget }) => {
          setWritten(currentTarget.value)
          setStep('writing')
        }}
      />
      <Group gap="xs">
        <Button type="submit" color="red" aria-disabled={step === 'deleting'}>
          {step === 'deleting' ? t('deleting') : t('deleteNow')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </Group>
    </form>
  )
}

/** What a phone's keyboard makes of spaces and of letters with accents is no mistake. */
const isSame = (one: string, other: string): boolean => plain(one) === plain(other)
const plain = (text: string): string => text.normalize('NFC').trim().replace(/\s+/g, ' ')
