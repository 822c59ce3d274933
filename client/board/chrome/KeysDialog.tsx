// The list of keys: those of the tools, those of the board, those while writing.
import { useEditor, useValue } from '@tldraw/tldraw'
import classes from '#client/board/chrome/keys-dialog.module.css'
import { keysDialog } from '#client/board/tools/keys-dialog.ts'
import { type ToolName, toolLetters } from '#client/board/tools/letters.ts'
import { toolTexts } from '#client/board/tools/tool-texts.ts'
import { Dialog } from '#client/ui/Dialog.tsx'
import { useTexts } from '#client/ui/texts.ts'

const order: ToolName[] = [
  'note',
  'pain-points',
  'opportunities',
  'evidence',
  'touchpoint',
  'stage',
  'lane',
  'emotion',
  'select',
  'hand',
  'draw',
  'highlight',
  'frame',
  'laser',
  'arrow',
  'text',
  'image',
  'eraser',
]

export function KeysDialog() {
  const editor = useEditor()
  const say = useTexts(toolTexts)
  const isOpen = useValue('keys dialog', () => keysDialog(editor).get(), [editor])
  const control = say('keyControl')
  const board: [what: Parameters<typeof say>[0], ...keys: string[]][] = [
    ['does.enter', say('keyEnter')],
    ['does.escape', say('keyEscape')],
    ['does.tab', say('keyTab')],
    ['does.arrows', say('keyArrows')],
    ['does.inspect', 'I'],
    ['does.group', control, 'G'],
    ['does.duplicate', control, 'D'],
    ['does.delete', say('keyDelete')],
    ['does.undo', control, 'Z'],
    ['does.redo', control, say('keyShift'), 'Z'],
    ['does.space', say('keySpace')],
    ['does.fit', say('keyShift'), '1'],
    ['does.hand', 'H'],
    ['does.keys', '?'],
  ]
  const writing: typeof board = [
    ['does.next', control, say('keyEnter')],
    ['does.end', say('keyEscape')],
  ]
  return (
    <Dialog title={say('keys')} isOpen={isOpen} onClose={() => keysDialog(editor).set(false)} size="46rem">
      <p className={classes.intro}>{say('keysIntro')}</p>
      <div className={classes.columns}>
        <section>
          <h3>{say('keysTools')}</h3>
          <dl className={classes.keys}>
            {order.map((name) => (
              <Row key={name} keys={[toolLetters[name].toUpperCase()]} what={say(name)} />
            ))}
          </dl>
        </section>
        <section>
          <h3>{say('keysBoard')}</h3>
          <dl className={classes.keys}>
            {board.map(([what, ...keys]) => (
              <Row key={what} keys={keys} what={say(what)} />
            ))}
          </dl>
          <h3>{say('keysWriting')}</h3>
          <dl className={classes.keys}>
            {writing.map(([what, ...keys]) => (
              <Row key={what} keys={keys} what={say(what)} />
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  )
}

function Row({ keys, what }: { keys: string[]; what: string }) {
  return (
    <div className={classes.row}>
      <dt>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{what}</dd>
    </div>
  )
}
