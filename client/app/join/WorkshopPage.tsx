// The door of a workshop: whoever has a seat goes straight in, whoever has a link or a code is asked who they are.
import { type ComponentProps, lazy, Suspense, useCallback, useState } from 'react'
import { useLocation, useParams } from 'react-router'
import { LoadingPage } from '#client/app/pages/LoadingPage.tsx'
import { ClosedDoor } from './ClosedDoor.tsx'
import { JoinPage } from './JoinPage.tsx'
import { LockedDoor } from './LockedDoor.tsx'
import { SeatChooser } from './SeatChooser.tsx'
import { useEntrance } from './use-entrance.ts'

// The board and the sockets are some hundred kilobytes that nobody needs who is still typing a name.
const Room = lazy(async () => ({ default: (await import('#client/app/room/Room.tsx')).Room }))

type JoinProps = Omit<ComponentProps<typeof JoinPage>, 'onLocked'>

/** Locked while somebody looks, or while they were typing their name. */
function Entry(props: JoinProps) {
  const [isLocked, setIsLocked] = useState(props.preview.isLocked)
  const open = useCallback(() => setIsLocked(false), [])
  if (isLocked) return <LockedDoor workshopId={props.workshopId} entryKey={props.entryKey} onOpen={open} />
  return <JoinPage {...props} onLocked={() => setIsLocked(true)} />
}

export function WorkshopPage() {
  const { id } = useParams()
  const location = useLocation()
  const entrance = useEntrance(id, location)
  switch (entrance.kind) {
    case 'waiting':
      return <LoadingPage />
    case 'failed':
      return <ClosedDoor failure={entrance.failure} onRetry={entrance.retry} />
    case 'choose':
      return <SeatChooser seats={entrance.seats} />
    case 'join':
      return <Entry {...entrance} />
    case 'room':
      return (
        <Suspense fallback={<LoadingPage />}>
          <Room key={`${entrance.seat.workshopId}${entrance.seat.role}`} seat={entrance.seat} />
        </Suspense>
      )
  }
}
