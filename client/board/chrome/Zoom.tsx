// How large the board is shown, at its bottom left.
import { ActionIcon, UnstyledButton } from '@mantine/core'
import { IconMinus, IconPlus } from '@tabler/icons-react'
import { useEditor, useValue } from '@tldraw/tldraw'
import { boardTexts } from '#client/board/board-texts.ts'
import classes from '#client/board/chrome/zoom.module.css'
import { fitMap } from '#client/board/fit-map.ts'
import { useTexts } from '#client/ui/texts.ts'

export function Zoom() {
  const editor = useEditor()
  const say = useTexts(boardTexts)
  const percent = useValue('zoom', () => Math.round(editor.getZoomLevel() * 100), [editor])
  return (
    <div className={classes.zoom}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={44}
        aria-label={say('zoomOut')}
        onClick={() => editor.zoomOut()}
      >
        <IconMinus size={18} stroke={1.6} />
      </ActionIcon>
      <UnstyledButton
        className={classes.percent}
        title={say('zoomFit')}
        aria-label={say('percentFit', { percent })}
        onClick={() => fitMap(editor)}
      >
        {say('percent', { percent })}
      </UnstyledButton>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={44}
        aria-label={say('zoomIn')}
        onClick={() => editor.zoomIn()}
      >
        <IconPlus size={18} stroke={1.6} />
      </ActionIcon>
    </div>
  )
}
