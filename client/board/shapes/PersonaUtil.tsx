// A persona's card above the stages: whose journey this is; pinned to its place, a double click renames it.

import type { SvgExportContext } from '@tldraw/tldraw'
import type { ReactElement } from 'react'
import { mapView } from '#client/board/map-of.ts'
import { exportPalette } from '#client/board/palette.ts'
import { dropPart } from '#client/board/part-landing.ts'
import { pictureData, pictureUrl } from '#client/board/persona-picture.ts'
import { type Scene, sceneOf } from '#client/board/scene.ts'
import { type Drawing, DrawnShapeUtil } from '#client/board/shapes/DrawnShapeUtil.tsx'
import { EditText } from '#client/board/shapes/EditText.tsx'
import { PersonaDrawing } from '#client/board/shapes/PersonaDrawing.tsx'
import {
  personaHeight,
  personaName,
  personaPadding,
  personaTextX,
  personaWidth,
} from '#shared/board/card-size.ts'
import {
  defaultProps,
  noMigrations,
  type PersonaProps,
  type PersonaShape,
  personaProps,
  textProps,
} from '#shared/board/shapes.ts'

export class PersonaUtil extends DrawnShapeUtil<PersonaShape> {
  static override type = 'persona' as const
  static override props = personaProps
  static override migrations = noMigrations

  override getDefaultProps(): PersonaProps {
    return defaultProps.persona
  }
  override size({ props }: PersonaShape) {
    return { width: personaWidth, height: personaHeight(props) }
  }
  override draw(shape: PersonaShape, { scene, ...drawing }: Drawing): ReactElement {
    return this.#drawn(shape, drawing, pictureUrl(scene.images, shape.props.imageId))
  }
  override async toSvg(shape: PersonaShape, { isDarkMode }: SvgExportContext): Promise<ReactElement> {
    const palette = exportPalette(isDarkMode ? 'dark' : 'light')
    const { images } = sceneOf(this.editor).get()
    const picture = await pictureData(images, shape.props.imageId)
    return this.#drawn(shape, { palette, isEditing: false }, picture)
  }
  #drawn(
    { id, parentId, props }: PersonaShape,
    { palette, isEditing }: Omit<Drawing, 'scene'>,
    picture: string | null,
  ): ReactElement {
    const siblings = mapView(this.editor, parentId as PersonaShape['id'])?.children.personas ?? [] // none on the page
    const order = siblings.length > 1 ? siblings.findIndex((persona) => persona.id === id) : null
    return (
      <PersonaDrawing
        {...{ id, palette, picture, order }}
        props={isEditing ? { ...props, name: ' ' } : props}
      />
    )
  }
  override edit({ id, type, props }: PersonaShape, { say }: Scene) {
    return (
      <EditText
        shapeId={id}
        value={props.name}
        label={say('persona')}
        maxLength={textProps.persona.name ?? 0}
        isLine
        style={{
          left: personaTextX,
          top: personaPadding - 2,
          width: personaName.width,
          fontSize: 16,
          lineHeight: '22px',
          fontWeight: 600,
        }}
        onChange={(name) => this.editor.updateShape<PersonaShape>({ id, type, props: { name } })}
      />
    )
  }
  override onTranslate({ id, type, x, y }: PersonaShape) {
    return { id, type, x, y }
  }
  override onTranslateEnd(_before: PersonaShape, now: PersonaShape) {
    dropPart(this.editor, now)
  }
  override canEdit() {
    return true
  }
  override canBind() {
    return false
  }
  override getText({ props }: PersonaShape) {
    return [props.name, props.goal, props.quote].filter((text) => text !== '').join('\n')
  }
}
