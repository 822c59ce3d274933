// The board's part of the overview of keys: its tools, what they do to what is selected, and keys while writing.
import { type ToolName, toolLetters } from '#client/board/tools/letters.ts'
import { toolTexts } from '#client/board/tools/tool-texts.ts'
import { KeyList, type KeyRow } from '#client/ui/keys/KeyList.tsx'
import { useKeyNames } from '#client/ui/keys/key-names.ts'
import { useTexts } from '#client/ui/texts.ts'

const tools: ToolName[] = [
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

/** Whoever may not edit has the keys for looking around; whoever leads has also those for what all shall look at. */
export function BoardKeys({ canEdit, leads }: { canEdit: boolean; leads: boolean }) {
  const say = useTexts(toolTexts)
  const key = useKeyNames()
  const row = (what: Parameters<typeof say>[0], ...keys: string[]): KeyRow => ({ what: say(what), keys })
  const looking = [
    row('does.tab', key('tab')),
    row('does.space', key('space')),
    row('does.fit', key('shift'), '1'),
  ]
  const editing = [
    row('does.enter', key('enter')),
    row('does.escape', key('escape')),
    row('does.arrows', key('arrows')),
    row('does.inspect', 'I'),
    row('does.group', key('control'), 'G'),
    row('does.duplicate', key('control'), 'D'),
    row('does.delete', key('remove')),
    row('does.undo', key('control'), 'Z'),
    row('does.redo', key('control'), key('shift'), 'Z'),
    row('does.dots', '+', '−'),
  ]
  const leading = [row('does.light', 'L'), row('does.lock', key('shift'), 'L')]
  const writing = [row('does.next', key('control'), key('enter')), row('does.end', key('escape'))]
  return (
    <>
      {canEdit && (
        <KeyList
          title={say('keysTools')}
          rows={tools.map((name) => row(name, toolLetters[name].toUpperCase()))}
        />
      )}
      <KeyList
        title={say('keysBoard')}
        rows={[...(canEdit ? editing : []), ...(leads ? leading : []), ...looking]}
      />
      {canEdit && <KeyList title={say('keysWriting')} rows={writing} />}
    </>
  )
}
