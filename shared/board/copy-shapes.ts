// Copies of our shapes that point at each other where the originals do: a card's copy lies in the copy of its stage.
import { emotionKey, type OwnShape, personaEmotions } from '#shared/board/shapes.ts'

type Id = OwnShape['id']

/** What is not copied along is pointed at as before: a card that is copied alone stays in its cell. */
export function copyShapes(shapes: readonly OwnShape[], newId: () => Id): OwnShape[] {
  const copies = new Map<string, Id>(shapes.map(({ id }) => [id, newId()]))
  return shapes.map((shape) => ({ ...pointedAnew(shape, copies), id: copies.get(shape.id) ?? shape.id }))
}

/** As `shape`, with `copies` in the place of what it points at. */
export function pointedAnew(shape: OwnShape, copies: ReadonlyMap<string, Id>): OwnShape {
  const props: Record<string, unknown> = { ...shape.props }
  for (const key of ['stageId', 'laneId'] as const) {
    const to = props[key]
    if (typeof to === 'string') props[key] = copies.get(to) ?? to
  }
  const meta = { ...shape.meta }
  for (const [personaId, emotion] of personaEmotions(shape.meta)) {
    const copy = copies.get(personaId)
    if (!copy) continue
    delete meta[emotionKey(personaId)]
    meta[emotionKey(copy)] = emotion
  }
  const parentId = copies.get(shape.parentId) ?? shape.parentId
  return { ...shape, parentId, props, meta } as OwnShape // the same props, by the same names
}
