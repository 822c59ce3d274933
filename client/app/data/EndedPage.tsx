// What stands in place of a room whose seat leads nowhere any more: why, as far as it can be known, and the way back in.
import { useEffect, useState } from 'react'
import { LoadingPage } from '#client/app/pages/LoadingPage.tsx'
import { MessagePage } from '#client/app/pages/MessagePage.tsx'
import type { RoomSeat } from '#client/app/room/room-seat.ts'
import { roomTexts } from '#client/app/room/room-texts.ts'
import { CodeForm } from '#client/app/start/CodeForm.tsx'
import { useFacilitation } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { DeletedPage } from './DeletedPage.tsx'
import { ErasedPage } from './ErasedPage.tsx'
import { forgetWhatIsGone } from './forget-gone.ts'

export function EndedPage({ seat }: { seat: RoomSeat }) {
  const t = useTexts(roomTexts)
  const isTakenUp = useFacilitation((state) => state.ended?.code === 'taken-up')
  const gone = useWhatIsGone(seat)
  if (gone === undefined) return <LoadingPage />
  if (gone === 'workshop') return <DeletedPage workshopId={seat.workshopId} />
  if (gone === 'person') return <ErasedPage seat={seat} />
  return (
    <MessagePage title={t(isTakenUp ? 'takenUpTitle' : 'endedTitle')}>
      <p role="alert">{t(isTakenUp ? 'takenUpText' : 'endedText')}</p>
      <CodeForm />
    </MessagePage>
  )
}

type Gone = 'workshop' | 'person' | null

/**
 * Whoever was away when it happened was told nothing: their connection is refused, as with any seat that has ended. Undefined
 * until the server has been asked.
 */
function useWhatIsGone({ workshopId, personId }: RoomSeat): Gone | undefined {
  const [gone, setGone] = useState<Gone | undefined>()
  useEffect(() => {
    let isLeft = false
    void forgetWhatIsGone().then(
      (all) => {
        if (isLeft) return
        const mine = all.filter((one) => one.workshopId === workshopId)
        if (mine.some((one) => one.personId === null)) setGone('workshop')
        else setGone(mine.some((one) => one.personId === personId) ? 'person' : null)
      },
      (error: unknown) => {
        if (!isLeft) setGone(null)
        throw error // a bug of ours: the browser's console keeps it
      },
    )
    return () => {
      isLeft = true
    }
  }, [workshopId, personId])
  return gone
}
