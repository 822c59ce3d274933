// A touchpoint card on the canvas: snaps into its cell, is edited in place.
import type { ReactElement } from 'react'
import { dropCard } from '#client/board/drop-cards.ts'
import { cardWidth } from '#client/board/map-of.ts'
import type { Scene } from '#client/board/scene.ts'
import { type Drawing, DrawnShapeUtil } from '#client/board/shapes/DrawnShapeUtil.tsx'
import { EditText } from '#client/board/shapes/EditText.tsx'
import { TouchpointDrawing } from '#client/board/shapes/TouchpointDrawing.tsx'
import {
  cardPadding,
  cardTextWidth,
  lineHeight,
  momentTab,
  touchpointHeight,
} from '#shared/board/card-size.ts'
import {
  defaultProps,
  noMigrations,
  type TouchpointProps,
  type TouchpointShape,
  textProps,
  touchpointProps,
} from '#shared/board/shapes.ts'

export class TouchpointUtil extends DrawnShapeUtil<TouchpointShape> {
  static override type = 'touchpoint' as const
  static override props = touchpointProps
  static override migrations = noMigrations

  override getDefaultProps(): TouchpointProps {
    return defaultProps.touchpoint
  }
  override size(shape: TouchpointShape) {
    const width = cardWidth(this.editor, shape)
    return { width, height: touchpointHeight(shape.props, width) }
  }
  override draw(shape: TouchpointShape, drawing: Drawing): ReactElement {
    return <TouchpointDrawing props={shape.props} width={cardWidth(this.editor, shape)} {...drawing} />
  }
  override edit(shape: TouchpointShape, { say }: Scene) {
    const { id, type, props } = shape
    const top = (props.momentOfTruth ? momentTab : 0) + cardPadding.top + lineHeight + 4
    return (
      <EditText
        shapeId={id}
        value={props.title}
        label={say('title')}
        maxLength={textProps.touchpoint.title ?? 0}
        isLine
        style={{
          left: cardPadding.side,
          top,
          width: cardTextWidth(cardWidth(this.editor, shape)),
          fontSize: 14,
          lineHeight: '18px',
          fontWeight: 600,
          fontStretch: '94%',
        }}
        onChange={(title) => this.editor.updateShape<TouchpointShape>({ id, type, props: { title } })}
      />
    )
  }
  override onTranslateEnd(_before: TouchpointShape, now: TouchpointShape) {
    dropCard(this.editor, now)
  }
  override canEdit() {
    return true
  }
  override getText({ props }: TouchpointShape) {
    return props.title
  }
}
