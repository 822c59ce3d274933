// Our sticky note on the canvas: plain text that several people can type at once.
import type { ReactElement } from 'react'
import { dropCard } from '#client/board/drop-cards.ts'
import { cardWidth } from '#client/board/map-of.ts'
import { dropIfUnwritten, nextNote } from '#client/board/next-note.ts'
import type { Scene } from '#client/board/scene.ts'
import { type Drawing, DrawnShapeUtil } from '#client/board/shapes/DrawnShapeUtil.tsx'
import { EditText } from '#client/board/shapes/EditText.tsx'
import { NoteDrawing } from '#client/board/shapes/NoteDrawing.tsx'
import { cardPadding, cardTextWidth, hasHead, lineHeight, noteHeight } from '#shared/board/card-size.ts'
import {
  defaultProps,
  type NoteProps,
  type NoteShape,
  noMigrations,
  noteProps,
  textProps,
} from '#shared/board/shapes.ts'

export class NoteUtil extends DrawnShapeUtil<NoteShape> {
  static override type = 'sticky-note' as const
  static override props = noteProps
  static override migrations = noMigrations

  override getDefaultProps(): NoteProps {
    return defaultProps['sticky-note']
  }
  override size(shape: NoteShape) {
    const width = cardWidth(this.editor, shape)
    return { width, height: noteHeight(shape.props, width) }
  }
  override draw(shape: NoteShape, drawing: Drawing): ReactElement {
    return <NoteDrawing props={shape.props} width={cardWidth(this.editor, shape)} {...drawing} />
  }
  override edit(shape: NoteShape, { say }: Scene) {
    const { id, type, props } = shape
    const top = cardPadding.top + (hasHead(props) ? lineHeight + 2 : 0)
    return (
      <EditText
        shapeId={id}
        value={props.text}
        label={say('note')}
        maxLength={textProps['sticky-note'].text ?? 0}
        style={{
          left: cardPadding.side,
          top,
          width: cardTextWidth(cardWidth(this.editor, shape)),
          fontSize: 14,
          lineHeight: '18px',
          fontStretch: '96%',
          color: 'var(--runde-note-ink)',
        }}
        onChange={(text) => this.editor.updateShape<NoteShape>({ id, type, props: { text } })}
        onNext={() => nextNote(this.editor, id)}
      />
    )
  }
  override onEditEnd(shape: NoteShape) {
    dropIfUnwritten(this.editor, shape)
  }
  override onTranslateEnd(_before: NoteShape, now: NoteShape) {
    dropCard(this.editor, now)
  }
  override canEdit() {
    return true
  }
  override getText({ props }: NoteShape) {
    return props.text
  }
}
