// The journey map: a frame that cannot be seen, the parent of its stages, lanes and cards; its title stands above it.
import { Rectangle2d, type TLShape } from '@tldraw/tldraw'
import type { ReactElement } from 'react'
import { chosenPersona } from '#client/board/chosen-persona.ts'
import { emotionDrag } from '#client/board/emotion-drag.ts'
import { mapView } from '#client/board/map-of.ts'
import type { Scene } from '#client/board/scene.ts'
import { type Drawing, DrawnShapeUtil } from '#client/board/shapes/DrawnShapeUtil.tsx'
import { EditText } from '#client/board/shapes/EditText.tsx'
import { MapDrawing } from '#client/board/shapes/MapDrawing.tsx'
import { firstColumn, mapTitle } from '#shared/board/card-size.ts'
import {
  isOwnShapeType,
  type JourneyMapShape,
  journeyMapProps,
  noMigrations,
  textProps,
} from '#shared/board/shapes.ts'

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
    const y = -mapTitle.height
    return new Rectangle2d({ x: 0, y, width, height: height - y, isFilled: false })
  }
  override indicator(shape: JourneyMapShape): ReactElement {
    const { width, height } = this.size(shape)
    return (
      <rect x={-6} y={-mapTitle.height} width={width + 12} height={height + mapTitle.height + 6} rx={8} />
    )
  }
  override draw(shape: JourneyMapShape, { palette, scene, isEditing }: Drawing): ReactElement {
    const view = mapView(this.editor, shape.id)
    if (!view) return <g />
    const chosenId = chosenPersona(this.editor, shape.id, view.children.personas)?.id ?? null
    const drag = emotionDrag(this.editor).get()
    return (
      <g>
        <MapDrawing {...{ view, palette, scene, chosenId, drag }} hasTitle={!isEditing} />
      </g>
    )
  }
  override edit({ id, type, props }: JourneyMapShape, { say }: Scene) {
    return (
      <EditText
        shapeId={id}
        value={props.title}
        label={say('title')}
        maxLength={textProps['journey-map'].title ?? 0}
        isLine
        style={{
          left: 0,
          top: titleY,
          width: 400,
          fontSize: mapTitle.size,
          lineHeight: '22px',
          fontWeight: 600,
        }}
        onChange={(title) => this.editor.updateShape<JourneyMapShape>({ id, type, props: { title } })}
      />
    )
  }
  override canEdit() {
    return true
  }
  // tldraw 3 also asks for the map's own type while one is being made.
  override canReceiveNewChildrenOfType(_shape: JourneyMapShape, type: TLShape['type']): boolean {
    return isOwnShapeType(type)
  }
  override onTranslate({ id, type, x, y }: JourneyMapShape) {
    return { id, type, x, y } // pinned: it is moved by its title, and by nothing that may happen by accident
  }
  override canBind(): boolean {
    return false
  }
  override getText({ props }: JourneyMapShape) {
    return props.title
  }
  override getAriaDescriptor({ props }: JourneyMapShape) {
    return props.title
  }
}

/** Of the title's line, relative to the map. */
const titleY = -mapTitle.height + 6
