// Joins the board to the room: who I am there, what the others are called, light or dark. Loaded when first shown.
import { useComputedColorScheme } from '@mantine/core'
import { lazy, useCallback, useMemo } from 'react'
import type { Together } from '#client/board/together/together.ts'
import { useBackAgain } from '#client/facilitation/presence/use-back-again.ts'
import { useFacilitation, usePersonName } from '#client/facilitation/use-facilitation.ts'
import { useLanguage } from '#client/ui/language.ts'
import { canEditBoard } from '#shared/access/role.ts'
import type { PersonId } from '#shared/ids.ts'
import { type RoomSeat, useMyRole } from './room-seat.ts'
import { useTogether } from './use-together.ts'
import { useWriting } from './use-writing.ts'

const BoardView = lazy(async () => ({
  default: (await import('#client/board/BoardView.tsx')).BoardView,
}))

type Props = { seat: RoomSeat; goTo?: Together['goTo'] }

export function Board({ seat, goTo = null }: Props) {
  const language = useLanguage()
  const colorScheme = useComputedColorScheme('light', { getInitialValueInEffect: false })
  const people = useFacilitation((state) => state.view.people)
  const { title, language: written, templateId, departments } = useFacilitation((state) => state.view.info)
  const workshop = useMemo(() => ({ title, language: written, templateId }), [title, written, templateId])
  const personName = usePersonName()
  const role = useMyRole(seat)
  const { personId, department } = seat
  const together = useTogether(role, goTo)
  const writing = useWriting()
  // Nobody writes on the board while they are away.
  const backAgain = useBackAgain()
  const lookUp = useCallback(
    (other: PersonId) => ({ name: personName(other), departmentId: people[other]?.departmentId ?? null }),
    [personName, people],
  )
  const me = useMemo(
    () => (personId ? { personId, name: personName(personId), departmentId: department } : null),
    [personId, personName, department],
  )
  if (!me) return null
  return (
    <BoardView
      workshopId={seat.workshopId}
      seat={seat.role}
      me={me}
      people={lookUp}
      departments={departments}
      workshop={workshop}
      canEdit={canEditBoard(role)}
      together={together}
      writing={writing}
      onWrite={backAgain}
      language={language}
      colorScheme={colorScheme}
    />
  )
}
