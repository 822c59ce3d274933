// A stage of a map: the column's rule and title, pinned to its place; a double click renames it.
import type { ReactElement } from 'react'
import { mapView } from '#client/board/map-of.ts'
import { dropPart } from '#client/board/part-landing.ts'
import type { Scene } from '#client/board/scene.ts'
import { type Drawing, DrawnShapeUtil } from '#client/board/shapes/DrawnShapeUtil.tsx'
import { EditText } from '#client/board/shapes/EditText.tsx'
import { StageDrawing } from '#client/board/shapes/StageDrawing.tsx'
import { stageRowHeight } from '#shared/board/card-size.ts'
import {
  defaultProps,
  noMigrations,
  type StageProps,
  type StageShape,
  stageProps,
  textProps,
} from '#shared/board/shapes.ts'

export class StageUtil extends DrawnShapeUtil<StageShape> {
  static override type = 'stage' as const
  static override props = stageProps
  static override migrations = noMigrations

  override getDefaultProps(): StageProps {
    return defaultProps.stage
  }
  override size({ parentId, props }: StageShape) {
    const layout = parentId.startsWith('shape:')
      ? mapView(this.editor, parentId as StageShape['id'])?.layout
      : null // says its prefix
    return { width: props.width, height: layout?.stageHeight ?? stageRowHeight([props]) }
  }
  override draw({ props }: StageShape, { palette, isEditing }: Drawing): ReactElement {
    return <StageDrawing props={isEditing ? { ...props, title: '' } : props} palette={palette} />
  }
  override edit({ id, type, props }: StageShape, { say }: Scene) {
    return (
      <EditText
        shapeId={id}
        value={props.title}
        label={say('stage')}
        maxLength={textProps.stage.title ?? 0}
        isLine
        style={{ left: 0, top: 9, width: props.width, fontSize: 20, lineHeight: '26px', fontWeight: 600 }}
        onChange={(title) => this.editor.updateShape<StageShape>({ id, type, props: { title } })}
      />
    )
  }
  override onTranslate({ id, type, x, y }: StageShape) {
    return { id, type, x, y }
  }
  override onTranslateEnd(_before: StageShape, now: StageShape) {
    dropPart(this.editor, now)
  }
  override canEdit() {
    return true
  }
  override canBind() {
    return false
  }
  override getText({ props }: StageShape) {
    return props.title
  }
}
