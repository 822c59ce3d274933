// At the board's bottom left: how large it is shown, one's own steps back and forth, and the list of keys.
import { ActionIcon, UnstyledButton } from '@mantine/core'
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconKeyboard,
  IconMinus,
  IconPlus,
  type TablerIcon,
} from '@tabler/icons-react'
import { useEditor, useValue } from '@tldraw/tldraw'
import { boardTexts } from '#client/board/board-texts.ts'
import classes from '#client/board/chrome/zoom.module.css'
import { fitMap } from '#client/board/fit-map.ts'
import { toolTexts } from '#client/board/tools/tool-texts.ts'
import { openKeys } from '#client/ui/keys/keys-overview.ts'
import { useTexts } from '#client/ui/texts.ts'

export function Zoom() {
  const editor = useEditor()
  const say = useTexts(boardTexts)
  const sayTool = useTexts(toolTexts)
  const percent = useValue('zoom', () => Math.round(editor.getZoomLevel() * 100), [editor])
  const canEdit = useValue('can edit', () => !editor.getInstanceState().isReadonly, [editor])
  const canUndo = useValue('can undo', () => editor.getCanUndo(), [editor])
  const canRedo = useValue('can redo', () => editor.getCanRedo(), [editor])
  return (
    <div className={classes.zoom}>
      <Small label={say('zoomOut')} Icon={IconMinus} onUse={() => editor.zoomOut()} />
      <UnstyledButton
        className={classes.percent}
        title={say('zoomFit')}
        aria-label={say('percentFit', { percent })}
        onClick={() => fitMap(editor)}
      >
        {say('percent', { percent })}
      </UnstyledButton>
      <Small label={say('zoomIn')} Icon={IconPlus} onUse={() => editor.zoomIn()} />
      {canEdit && (
        <>
          <span className={classes.divider} aria-hidden />
          <Small
            label={sayTool('undo')}
            Icon={IconArrowBackUp}
            isOff={!canUndo}
            onUse={() => editor.undo()}
          />
          <Small
            label={sayTool('redo')}
            Icon={IconArrowForwardUp}
            isOff={!canRedo}
            onUse={() => editor.redo()}
          />
        </>
      )}
      <Small className={classes.keys} label={sayTool('keys')} Icon={IconKeyboard} onUse={() => openKeys()} />
    </div>
  )
}

type SmallProps = {
  label: string
  Icon: TablerIcon
  onUse: () => void
  /** Stays in its place, so that nothing jumps under the pointer, where there is nothing to do. */
  isOff?: boolean
  className?: string | undefined
}

function Small({ label, Icon, onUse, isOff = false, className = '' }: SmallProps) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={44}
      className={`${classes.small} ${className}`}
      aria-label={label}
      title={label}
      aria-disabled={isOff}
      onClick={() => !isOff && onUse()}
    >
      <Icon size={18} stroke={1.6} aria-hidden />
    </ActionIcon>
  )
}
