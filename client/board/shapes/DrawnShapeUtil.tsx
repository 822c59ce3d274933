// What all our shapes share: one drawing for the canvas and for pictures, no resizing, no rotating.
import {
  Rectangle2d,
  ShapeUtil,
  SVGContainer,
  type SvgExportContext,
  type TLFontFace,
  useValue,
} from '@tldraw/tldraw'
import type { ReactElement } from 'react'
import { canvasPalette, exportPalette, type Palette } from '#client/board/palette.ts'
import { type Scene, sceneOf } from '#client/board/scene.ts'
import { ownFont } from '#client/board/shapes/own-font.ts'
import type { OwnShape } from '#shared/board/shapes.ts'

export type Drawing = { palette: Palette; scene: Scene; isEditing: boolean }

export abstract class DrawnShapeUtil<Shape extends OwnShape> extends ShapeUtil<Shape> {
  abstract size(shape: Shape): { width: number; height: number }
  abstract draw(shape: Shape, drawing: Drawing): ReactElement
  /** The text field over the drawing while the shape is being edited. */
  edit(_shape: Shape, _scene: Scene): ReactElement | null {
    return null
  }

  override getGeometry(shape: Shape): Rectangle2d {
    const { width, height } = this.size(shape)
    return new Rectangle2d({ width, height, isFilled: true })
  }
  override component(shape: Shape): ReactElement {
    return <OnCanvas util={this} shape={shape} />
  }
  override indicator(shape: Shape): ReactElement {
    const { width, height } = this.size(shape)
    return <rect x={-3} y={-3} width={width + 6} height={height + 6} rx={6} />
  }
  override toSvg(shape: Shape, { isDarkMode }: SvgExportContext): ReactElement | Promise<ReactElement> {
    const palette = exportPalette(isDarkMode ? 'dark' : 'light')
    return this.draw(shape, { palette, scene: sceneOf(this.editor).get(), isEditing: false })
  }
  override getFontFaces(_shape: Shape): TLFontFace[] {
    return ownFont
  }
  override canResize(_shape: Shape): boolean {
    return false
  }
  override hideResizeHandles(_shape: Shape): boolean {
    return true
  }
  override hideRotateHandle(_shape: Shape): boolean {
    return true
  }
  override hideSelectionBoundsFg(_shape: Shape): boolean {
    return true
  }
}

function OnCanvas<Shape extends OwnShape>({ util, shape }: { util: DrawnShapeUtil<Shape>; shape: Shape }) {
  const { editor } = util
  const isEditing = useValue('is editing', () => editor.getEditingShapeId() === shape.id, [editor, shape.id])
  // A drawing reads more than its own record (a map's is about its children): whatever it read draws it again.
  const drawing = useValue(
    'drawing',
    () => util.draw(shape, { palette: canvasPalette, scene: sceneOf(editor).get(), isEditing }),
    [util, editor, shape, isEditing],
  )
  const field = useValue('field', () => (isEditing ? util.edit(shape, sceneOf(editor).get()) : null), [
    util,
    editor,
    shape,
    isEditing,
  ])
  return (
    <>
      <SVGContainer>{drawing}</SVGContainer>
      {field}
    </>
  )
}
