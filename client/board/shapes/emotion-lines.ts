// The emotion curves of a map: one line for each persona, or the map's own, with the points that lie on it.
import type { EmotionDrag } from '#client/board/emotion-drag.ts'
import type { MapView } from '#client/board/map-of.ts'
import { emotionPoint } from '#client/board/shapes/emotion-curve.ts'
import { personaEmotions, type StageShape } from '#shared/board/shapes.ts'

export type EmotionLine = {
  /** Null is the curve of a map without personas. */
  personaId: string | null
  name: string
  /** The persona's place among the map's: it decides about dash and marker. */
  order: number
  points: EmotionPointOf[]
}
type EmotionPointOf = {
  stageId: StageShape['id']
  x: number
  y: number
  emotion: number
  departmentId: string | null
}

/** `laneY`: of the lane in which they are drawn. What is being dragged lies where it is dragged to. */
export function emotionLines(view: MapView, laneY: number, drag: EmotionDrag | null): EmotionLine[] {
  const { personas } = view.children
  const owners = ownersOf(view)
  const line = (personaId: string | null, name: string, order: number): EmotionLine => ({
    personaId,
    name,
    order,
    points: view.children.stages.flatMap((stage) => {
      const place = view.layout.stages.get(stage.id)
      const isDragged = drag?.stageId === stage.id && drag.personaId === personaId
      const emotion = isDragged ? drag.value : storedEmotion(stage, personaId)
      if (emotion === null || !place) return []
      const point = emotionPoint(place.x + place.width / 2, laneY, emotion)
      return [{ stageId: stage.id, ...point, emotion, departmentId: owners.get(stage.id) ?? null }]
    }),
  })
  if (personas.length === 0) return [line(null, '', 0)]
  return personas.map(({ id, props }, order) => line(id, props.name, order))
}

export const storedEmotion = ({ props, meta }: StageShape, personaId: string | null): number | null =>
  personaId === null ? props.emotion : (personaEmotions(meta).get(personaId) ?? null)

/** A stage's point wears the shape of the department that owns its first touchpoint, or of its moment of truth. */
function ownersOf({ children }: MapView): Map<string, string | null> {
  const owners = new Map<string, { y: number; isMoment: boolean; departmentId: string | null }>()
  for (const card of children.cards) {
    if (card.type !== 'touchpoint' || card.props.stageId === null) continue
    const known = owners.get(card.props.stageId)
    const isMoment = card.props.momentOfTruth
    if (known && known.isMoment >= isMoment && (known.isMoment !== isMoment || known.y <= card.y)) continue
    owners.set(card.props.stageId, { y: card.y, isMoment, departmentId: card.props.departmentId })
  }
  return new Map([...owners].map(([stageId, { departmentId }]) => [stageId, departmentId]))
}
