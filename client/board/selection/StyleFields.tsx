// Colour and size of what tldraw draws: of what is selected and of what is drawn next.
import { SegmentedControl } from '@mantine/core'
import { DefaultColorStyle, DefaultSizeStyle, useEditor, useValue } from '@tldraw/tldraw'
import { offeredColors, offeredSizes } from '#client/board/own-theme.ts'
import { Swatches } from '#client/board/selection/Swatches.tsx'
import { toolTexts } from '#client/board/tools/tool-texts.ts'
import { useTexts } from '#client/ui/texts.ts'

export function StyleFields() {
  const editor = useEditor()
  const say = useTexts(toolTexts)
  const styles = useValue('shared styles', () => editor.getSharedStyles(), [editor])
  const color = styles.get(DefaultColorStyle)
  const size = styles.get(DefaultSizeStyle)
  const set = <Value,>(style: Parameters<typeof editor.setStyleForNextShapes<Value>>[0], value: Value) => {
    editor.markHistoryStoppingPoint('style')
    editor.setStyleForSelectedShapes(style, value)
    editor.setStyleForNextShapes(style, value)
  }
  return (
    <>
      {color && (
        <Swatches
          label={say('color')}
          shape="disc"
          chosen={color.type === 'shared' ? color.value : null}
          choices={offeredColors.map((name) => ({
            value: name,
            label: say(`color.${name}`),
            color: `var(--runde-draw-${name})`,
          }))}
          onChoose={(value) => {
            const next = offeredColors.find((name) => name === value)
            if (next) set(DefaultColorStyle, next)
          }}
        />
      )}
      {size && (
        <SegmentedControl
          aria-label={say('size')}
          color="dark"
          value={size.type === 'shared' ? size.value : ''}
          onChange={(value) => {
            const next = offeredSizes.find((name) => name === value)
            if (next) set(DefaultSizeStyle, next)
          }}
          data={offeredSizes.map((name) => ({
            value: name,
            label: <abbr title={say(`size.${name}`)}>{name.toUpperCase()}</abbr>,
          }))}
        />
      )}
    </>
  )
}
