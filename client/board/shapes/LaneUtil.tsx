// A lane of a map: its label at the left, pinned to its place; a double click renames it.
import type { ReactElement } from 'react'
import { dropPart } from '#client/board/part-landing.ts'
import type { Scene } from '#client/board/scene.ts'
import { type Drawing, DrawnShapeUtil } from '#client/board/shapes/DrawnShapeUtil.tsx'
import { EditText } from '#client/board/shapes/EditText.tsx'
import { LaneDrawing } from '#client/board/shapes/StageDrawing.tsx'
import { laneLabelWidth, laneTitleHeight } from '#shared/board/card-size.ts'
import {
  defaultProps,
  type LaneProps,
  type LaneShape,
  laneProps,
  noMigrations,
  textProps,
} from '#shared/board/shapes.ts'

export class LaneUtil extends DrawnShapeUtil<LaneShape> {
  static override type = 'lane' as const
  static override props = laneProps
  static override migrations = noMigrations

  override getDefaultProps(): LaneProps {
    return defaultProps.lane
  }
  override size({ props }: LaneShape) {
    return { width: laneLabelWidth, height: 16 + laneTitleHeight(props.title) }
  }
  override draw({ props }: LaneShape, { palette, isEditing }: Drawing): ReactElement {
    return <LaneDrawing props={isEditing ? { ...props, title: '' } : props} palette={palette} />
  }
  override edit({ id, type, props }: LaneShape, { say }: Scene) {
    return (
      <EditText
        shapeId={id}
        value={props.title}
        label={say('lane')}
        maxLength={textProps.lane.title ?? 0}
        isLine
        style={{
          left: 0,
          top: 14,
          width: laneLabelWidth - 8,
          fontSize: 13,
          lineHeight: '16px',
          fontWeight: 600,
          fontStretch: '86%',
        }}
        onChange={(title) => this.editor.updateShape<LaneShape>({ id, type, props: { title } })}
      />
    )
  }
  override onTranslate({ id, type, x, y }: LaneShape) {
    return { id, type, x, y }
  }
  override onTranslateEnd(_before: LaneShape, now: LaneShape) {
    dropPart(this.editor, now)
  }
  override canEdit() {
    return true
  }
  override canBind() {
    return false
  }
  override getText({ props }: LaneShape) {
    return props.title
  }
}
