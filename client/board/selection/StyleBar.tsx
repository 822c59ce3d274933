// While a pen, an arrow or a text is in hand: in which colour and size it draws next.
import { useEditor, useValue } from '@tldraw/tldraw'
import classes from '#client/board/chrome/bar.module.css'
import { StyleFields } from '#client/board/selection/StyleFields.tsx'
import { toolTexts } from '#client/board/tools/tool-texts.ts'
import { useTexts } from '#client/ui/texts.ts'

const styled: readonly string[] = ['draw', 'highlight', 'arrow', 'text']

export function StyleBar() {
  const editor = useEditor()
  const say = useTexts(toolTexts)
  const isStyled = useValue('tool has styles', () => styled.includes(editor.getCurrentToolId()), [editor])
  if (!isStyled) return null
  return (
    <section
      className={classes.bar}
      style={{ left: 8, top: 8 }}
      aria-label={say('style')}
      onPointerDown={(event) => event.stopPropagation()}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <StyleFields />
    </section>
  )
}
