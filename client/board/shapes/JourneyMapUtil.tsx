// The journey map: a frame that cannot be seen, the parent of its stages, lanes and cards.
import { Rectangle2d, type TLShape } from '@tldraw/tldraw'
import type { ReactElement } from 'react'
import { mapView } from '#client/board/map-of.ts'
import { type Drawing, DrawnShapeUtil } from '#client/board/shapes/DrawnShapeUtil.tsx'
import { MapDrawing } from '#client/board/shapes/MapDrawing.tsx'
import { firstColumn } from '#shared/board/card-size.ts'
import { isOwnShapeType, type JourneyMapShape, journeyMapProps, noMigrations } from '#shared/board/shapes.ts'

export class JourneyMapUtil extends DrawnShapeUtil<JourneyMapShape> {
  static override type = 'journey-map' as const
  static override props = journeyMapProps
  static override migrations = noMigrations

  override getDefaultProps() {
    return { title: '' }
  }
  override size({ id }: JourneyMapShape) {
    const { width = firstColumn, height = firstColumn } = mapView(this.editor, id)?.layout ?? {}
    return { width, height }
  }
  /** Hollow: a click into an empty cell selects nothing, a brush inside selects cards. */
  override getGeometry(shape: JourneyMapShape) {
    const { width, height } = this.size(shape)
    return new Rectangle2d({ width, height, isFilled: false })
  }
  override draw(shape: JourneyMapShape, { palette, scene }: Drawing): ReactElement {
    const view = mapView(this.editor, shape.id)
    return <g>{view && <MapDrawing view={view} palette={palette} scene={scene} />}</g>
  }
  // tldraw 3 also asks for the map's own type while one is being made.
  override canReceiveNewChildrenOfType(_shape: JourneyMapShape, type: TLShape['type']): boolean {
    return isOwnShapeType(type)
  }
  override onTranslate({ id, type, x, y }: JourneyMapShape) {
    return { id, type, x, y } // pinned: dragging it away by accident would take the room's map with it
  }
  override canBind(): boolean {
    return false
  }
  override getAriaDescriptor({ props }: JourneyMapShape) {
    return props.title
  }
}
