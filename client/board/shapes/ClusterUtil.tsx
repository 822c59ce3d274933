// Notes under one heading: a card among cards, whose children are the notes; a double click changes the heading.
import type { ReactElement } from 'react'
import { dropCard } from '#client/board/drop-cards.ts'
import { cardWidth, clusterHeight } from '#client/board/map-of.ts'
import type { Scene } from '#client/board/scene.ts'
import { ClusterDrawing } from '#client/board/shapes/ClusterDrawing.tsx'
import { type Drawing, DrawnShapeUtil } from '#client/board/shapes/DrawnShapeUtil.tsx'
import { EditText } from '#client/board/shapes/EditText.tsx'
import { clusterMargin, clusterNoteWidth } from '#shared/board/card-size.ts'
import {
  type ClusterProps,
  type ClusterShape,
  clusterProps,
  defaultProps,
  noMigrations,
  textProps,
} from '#shared/board/shapes.ts'

export class ClusterUtil extends DrawnShapeUtil<ClusterShape> {
  static override type = 'cluster' as const
  static override props = clusterProps
  static override migrations = noMigrations

  override getDefaultProps(): ClusterProps {
    return defaultProps.cluster
  }
  override size(shape: ClusterShape) {
    return { width: cardWidth(this.editor, shape), height: clusterHeight(this.editor, shape) }
  }
  override draw(shape: ClusterShape, { palette, scene, isEditing }: Drawing): ReactElement {
    const props = isEditing ? { ...shape.props, title: '' } : shape.props
    const placeholder = isEditing ? '' : scene.say('cluster')
    return <ClusterDrawing {...{ props, palette, placeholder }} {...this.size(shape)} />
  }
  override edit(shape: ClusterShape, { say }: Scene) {
    const { id, type, props } = shape
    return (
      <EditText
        shapeId={id}
        value={props.title}
        label={say('cluster')}
        maxLength={textProps.cluster.title ?? 0}
        isLine
        style={{
          left: clusterMargin,
          top: clusterMargin,
          width: clusterNoteWidth(cardWidth(this.editor, shape)),
          fontSize: 14,
          lineHeight: '18px',
          fontWeight: 600,
          fontStretch: '94%',
        }}
        onChange={(title) => this.editor.updateShape<ClusterShape>({ id, type, props: { title } })}
      />
    )
  }
  override onTranslateEnd(_before: ClusterShape, now: ClusterShape) {
    dropCard(this.editor, now)
  }
  override canEdit() {
    return true
  }
  override getText({ props }: ClusterShape) {
    return props.title
  }
}
