// The room: opens the facilitation connection and fits the frame to the window it is given.
import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useLocation } from 'react-router'
import { DeletedPage } from '#client/app/data/DeletedPage.tsx'
import { EndedPage } from '#client/app/data/EndedPage.tsx'
import { ErasedPage } from '#client/app/data/ErasedPage.tsx'
import { MessagePage } from '#client/app/pages/MessagePage.tsx'
import { isPanelOnly } from '#client/app/panel-only.ts'
import { HasBoardContext } from '#client/facilitation/board-place.ts'
import { FacilitationProvider } from '#client/facilitation/FacilitationProvider.tsx'
import { useFacilitation } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { KeysOverview } from './KeysOverview.tsx'
import { PhoneRoom } from './PhoneRoom.tsx'
import type { RoomSeat } from './room-seat.ts'
import { roomTexts } from './room-texts.ts'
import { WideRoom } from './WideRoom.tsx'

export function Room({ seat }: { seat: RoomSeat }) {
  return (
    <FacilitationProvider workshopId={seat.workshopId} role={seat.role}>
      <title>{`${seat.title} · Runde`}</title>
      <RoomOrEnd seat={seat} />
    </FacilitationProvider>
  )
}

function RoomOrEnd({ seat }: { seat: RoomSeat }) {
  const t = useTexts(roomTexts)
  const { search } = useLocation()
  const hasEnded = useFacilitation((state) => state.status === 'ended')
  const isRemoved = useFacilitation((state) => state.ended?.code === 'removed')
  const isErased = useFacilitation((state) => state.ended?.code === 'erased')
  const isDeleted = useFacilitation((state) => state.ended?.code === 'workshop-deleted')
  // Read before the first frame, so that no phone ever mounts the board's canvas by accident.
  const isPhone = useMediaQuery('(max-width: 37.49em)', false, { getInitialValueInEffect: false })
  if (isRemoved)
    return (
      <MessagePage title={t('removedTitle')}>
        <p role="alert">{t('removedText')}</p>
        <Button variant="default" onClick={() => location.reload()}>
          {t('tryAgain')}
        </Button>
      </MessagePage>
    )
  if (isErased) return <ErasedPage seat={seat} />
  if (isDeleted) return <DeletedPage workshopId={seat.workshopId} />
  if (hasEnded) return <EndedPage seat={seat} />
  if (isPanelOnly(search))
    return (
      <HasBoardContext value={false}>
        <PhoneRoom seat={seat} isPanelOnly />
        <KeysOverview seat={seat} hasBoard={false} />
      </HasBoardContext>
    )
  return (
    <>
      {isPhone ? <PhoneRoom seat={seat} /> : <WideRoom seat={seat} />}
      <KeysOverview seat={seat} hasBoard={!isPhone} />
    </>
  )
}
