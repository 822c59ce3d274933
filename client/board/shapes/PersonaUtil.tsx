// A persona's card above the stages: whose journey this is; pinned to its place, a double click renames it.
import type { ReactElement } from 'react'
import { dropPart } from '#client/board/part-landing.ts'
import type { Scene } from '#client/board/scene.ts'
import { type Drawing, DrawnShapeUtil } from '#client/board/shapes/DrawnShapeUtil.tsx'
import { EditText } from '#client/board/shapes/EditText.tsx'
import { PersonaDrawing } from '#client/board/shapes/PersonaDrawing.tsx'
import {
  personaHeight,
  personaPadding,
  personaTextWidth,
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
  override draw({ props }: PersonaShape, { palette, isEditing }: Drawing): ReactElement {
    return <PersonaDrawing props={isEditing ? { ...props, name: '' } : props} palette={palette} />
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
          top: personaPadding,
          width: personaTextWidth,
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
