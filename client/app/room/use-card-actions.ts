// Joins actions to the board: which cards they come from, what those say, and how a card becomes one or is picked for one.
import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { CardActions } from '#client/board/together/together.ts'
import { actionDraft, draftNew, pickCard, tellCard } from '#client/facilitation/actions/action-draft.ts'
import { useFacilitation } from '#client/facilitation/use-facilitation.ts'
import type { RoomRole } from '#shared/access/role.ts'
import { ShapeId } from '#shared/ids.ts'

export function useCardActions(role: RoomRole): CardActions {
  const list = useFacilitation((state) => state.view.actions.list)
  const isPicking = useStore(actionDraft, (state) => state.isPicking)
  const drafted = useStore(actionDraft, (state) => state.draft?.shapeId ?? null)
  return useMemo(() => {
    const on: Record<string, number> = {}
    for (const { shapeId } of list) if (shapeId) on[shapeId] = (on[shapeId] ?? 0) + 1
    const wanted = new Set([...Object.keys(on), ...(drafted ? [drafted] : [])])
    return { on, wanted: [...wanted], mayAdd: role !== 'observer', isPicking, ...acts }
  }, [list, isPicking, drafted, role])
}

const about = (shapeId: string, act: (id: ShapeId) => void) => {
  const id = ShapeId.safeParse(shapeId)
  if (id.success) act(id.data)
}
const acts: Pick<CardActions, 'tell' | 'make' | 'pick' | 'cancelPick'> = {
  tell: (shapeId, words) => about(shapeId, (id) => tellCard(id, words)),
  make: (shapeId) => about(shapeId, draftNew),
  pick: (shapeId) => about(shapeId, pickCard),
  cancelPick: () => pickCard(null),
}
