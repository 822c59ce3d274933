// A board with nothing on it: what a map is for, and the button that makes one.
import { Button, Text, Title } from '@mantine/core'
import { useEditor, useValue } from '@tldraw/tldraw'
import { boardTexts } from '#client/board/board-texts.ts'
import classes from '#client/board/chrome/empty-board.module.css'
import { exchangeTexts } from '#client/board/exchange/exchange-texts.ts'
import { openExchange } from '#client/board/exchange/open-dialog.ts'
import { fitMap } from '#client/board/fit-map.ts'
import { createMap } from '#client/board/map-commands.ts'
import { useTexts } from '#client/ui/texts.ts'

export function EmptyBoard() {
  const editor = useEditor()
  const say = useTexts(boardTexts)
  const sayExchange = useTexts(exchangeTexts)
  const isEmpty = useValue('is empty', () => editor.getCurrentPageShapeIds().size === 0, [editor])
  const canEdit = useValue('can edit', () => !editor.getInstanceState().isReadonly, [editor])
  if (!isEmpty) return null
  return (
    <div className={classes.empty}>
      <Title order={2}>{say('emptyTitle')}</Title>
      <Text c="dimmed">{canEdit ? say('emptyText') : say('emptyReadOnly')}</Text>
      {canEdit && (
        <div className={classes.ways}>
          <Button
            size="md"
            onClick={() => {
              fitMap(editor, createMap(editor)?.id)
            }}
          >
            {say('createMap')}
          </Button>
          <Button size="md" variant="default" onClick={() => openExchange('import')}>
            {sayExchange('importMap')}
          </Button>
        </div>
      )}
    </div>
  )
}
