// What every new shape of ours starts as, wherever it is made: on the canvas, in the table, by an import, by the server.
import { defaultProps, type OwnShape, type OwnShapeType } from '#shared/board/shapes.ts'

export type OwnShapeOf<Type extends OwnShapeType> = Extract<OwnShape, { type: Type }>

export type NewShape<Type extends OwnShapeType> = {
  id: OwnShape['id']
  type: Type
  parentId: OwnShape['parentId']
  index: OwnShape['index']
  props?: Partial<OwnShapeOf<Type>['props']>
}

export function newShape<Type extends OwnShapeType>({
  id,
  type,
  parentId,
  index,
  props,
}: NewShape<Type>): OwnShapeOf<Type> {
  const shape = {
    id,
    typeName: 'shape',
    type,
    parentId,
    index,
    x: 0,
    y: 0,
    rotation: 0,
    isLocked: false,
    opacity: 1,
    meta: {},
    props: { ...defaultProps[type], ...props },
  }
  return shape as unknown as OwnShapeOf<Type> // the props are those of its type, which the compiler cannot follow
}
