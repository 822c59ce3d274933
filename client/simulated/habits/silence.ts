// Writes silent notes while a round is on; they lie face down until it is revealed.
import type { Habit, Self } from '#client/simulated/habit.ts'
import { writingRound } from '#shared/facilitation/silence.ts'

export function writeSilently({ person: { seat, board }, words, chance }: Self): Habit {
  return ({ view: { silence } }) => {
    const round = writingRound(silence)
    if (!round || !board || seat.role === 'observer' || !chance.is(0.5)) return null
    const note = words.nextNote()
    if (!note) return null
    return () => {
      const shapes = board.shapes()
      const stage = shapes.find((shape) => shape.type === 'stage' && shape.props.title === note.stage)
      const lane = shapes.find((shape) => shape.type === 'lane' && shape.props.title === note.lane)
      const { origin, workshopId, headers } = seat
      const url = `${origin}/api/workshops/${workshopId}/silence/${round.roundId}/drafts/${crypto.randomUUID()}?seat=${seat.role}`
      const content = {
        text: note.text,
        kind: null,
        stageId: stage?.id ?? null,
        laneId: lane?.id ?? null,
        departmentId: seat.departmentId,
      }
      return fetch(url, {
        method: 'PUT',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(content),
      })
    }
  }
}
