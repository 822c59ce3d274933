// Before the locked door: knock, and go in by itself once it is open.
import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { z } from 'zod'
import { useFailureText } from '#client/app/failures.ts'
import { MessagePage } from '#client/app/pages/MessagePage.tsx'
import { askWorkshop } from '#client/ui/api.ts'
import { announce } from '#client/ui/LiveRegion.tsx'
import { useTexts } from '#client/ui/texts.ts'
import { type Key, Preview } from '#shared/access/api.ts'
import type { WorkshopId } from '#shared/ids.ts'
import { joinTexts } from './join-texts.ts'

const lookAgainMs = 5_000

type Props = { workshopId: WorkshopId; entryKey: Key; onOpen: () => void }

export function LockedDoor({ workshopId, entryKey, onOpen }: Props) {
  const t = useTexts(joinTexts)
  const failureText = useFailureText()
  const [hasKnocked, setHasKnocked] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const opened = t('opened')
  useEffect(() => {
    const look = () =>
      askWorkshop(Preview, { workshopId, role: null }, '/preview', { method: 'POST', body: entryKey }).then(
        ({ isLocked }) => {
          if (isLocked) return
          announce(opened)
          onOpen()
        },
        () => {}, // asked again in a moment
      )
    const timer = setInterval(look, lookAgainMs)
    return () => clearInterval(timer)
  }, [workshopId, entryKey, onOpen, opened])

  const knock = () => {
    setFailure(null)
    askWorkshop(z.unknown(), { workshopId, role: null }, '/knock', { method: 'POST', body: entryKey }).then(
      () => setHasKnocked(true),
      setFailure,
    )
  }
  return (
    <MessagePage title={t('locked')}>
      <p>{t('lockedText')}</p>
      {failure !== null && <p role="alert">{failureText(failure)}</p>}
      {hasKnocked ? <p role="status">{t('knocked')}</p> : <Button onClick={knock}>{t('knock')}</Button>}
    </MessagePage>
  )
}
