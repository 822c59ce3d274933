// Joins facilitation to the board: whom to follow, where to look, which dots lie where, and what a click there commands.
import { useMemo } from 'react'
import type { Together } from '#client/board/together/together.ts'
import { useFacilitation, useRoom } from '#client/facilitation/use-facilitation.ts'
import type { RoomRole } from '#shared/access/role.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import { ShapeId } from '#shared/ids.ts'
import { useCardActions } from './use-card-actions.ts'

export function useTogether(role: RoomRole, goTo: Together['goTo']): Together {
  const { send } = useRoom()
  const lead = useFacilitation((state) => state.view.lead)
  const spotlight = useFacilitation((state) => state.view.spotlight)
  const round = useFacilitation((state) => state.view.dots)
  const actions = useCardActions(role)
  const act = useMemo(() => actsOf((command) => void send(command)), [send])
  return useMemo(
    () => ({
      lead,
      spotlight,
      dots: round && { ...round, isOpen: round.endedAt === null },
      goTo,
      isFacilitator: role === 'facilitator',
      mayVote: role !== 'observer',
      actions,
      act,
    }),
    [lead, spotlight, round, goTo, role, actions, act],
  )
}

/** A refusal is told by the room's notice. */
function actsOf(send: (command: Command) => void): Together['act'] {
  const about = (shapeId: string, command: (id: ShapeId) => Command) => {
    const id = ShapeId.safeParse(shapeId)
    if (id.success) send(command(id.data))
  }
  return {
    endLead: () => send({ type: 'lead.end' }),
    light(shapeId) {
      if (shapeId === null) send({ type: 'spotlight.clear' })
      else about(shapeId, (id) => ({ type: 'spotlight.set', shapeId: id }))
    },
    placeDot: (shapeId) => about(shapeId, (id) => ({ type: 'dots.place', shapeId: id })),
    takeDotBack: (shapeId) => about(shapeId, (id) => ({ type: 'dots.take-back', shapeId: id })),
    endDots: () => send({ type: 'dots.end' }),
    clearDots: () => send({ type: 'dots.clear' }),
  }
}
