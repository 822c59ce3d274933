// What stands in place of the room for somebody who was erased from it; and what this browser kept of them goes as well.
import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { Link } from 'react-router'
import { MessagePage } from '#client/app/pages/MessagePage.tsx'
import { forgetWorkshop } from '#client/app/recent.ts'
import type { RoomSeat } from '#client/app/room/room-seat.ts'
import { useTexts } from '#client/ui/texts.ts'
import { erasureTexts } from './erasure-texts.ts'
import { forgetCopies } from './forget-here.ts'

export function ErasedPage({ seat: { workshopId, personId, role } }: { seat: RoomSeat }) {
  const t = useTexts(erasureTexts)
  useEffect(() => {
    forgetWorkshop(workshopId, role)
    if (personId !== null) void forgetCopies(workshopId, personId)
  }, [workshopId, personId, role])
  return (
    <MessagePage title={t('erasedTitle')}>
      <p role="alert">{t('erasedText')}</p>
      <Button component={Link} to="/" variant="default">
        {t('toStart')}
      </Button>
    </MessagePage>
  )
}
