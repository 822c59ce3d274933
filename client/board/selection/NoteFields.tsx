// Kind and colour of the selected notes: each a small row of choices that opens in the bar itself.

import { NativeSelect } from '@mantine/core'
import { IconPalette } from '@tabler/icons-react'
import { useEditor } from '@tldraw/tldraw'
import { useState } from 'react'
import { Command } from '#client/board/chrome/Bar.tsx'
import barClasses from '#client/board/chrome/bar.module.css'
import { noteColorTexts } from '#client/board/note-color-texts.ts'
import { setNotes, shared } from '#client/board/selection/note-commands.ts'
import { Swatches } from '#client/board/selection/Swatches.tsx'
import { selectionTexts } from '#client/board/selection/selection-texts.ts'
import { toolTexts } from '#client/board/tools/tool-texts.ts'
import { useTexts } from '#client/ui/texts.ts'
import { NoteColor } from '#shared/board/model.ts'
import { type NoteShape, noteKinds } from '#shared/board/shapes.ts'

export function NoteFields({ notes }: { notes: readonly NoteShape[] }) {
  const editor = useEditor()
  const say = useTexts(selectionTexts)
  const sayTool = useTexts(toolTexts)
  const sayColor = useTexts(noteColorTexts)
  const [isOpen, setIsOpen] = useState(false)
  const kind = shared(notes, ({ props }) => props.kind)
  const color = shared(notes, ({ props }) => props.color)
  const colorName = color ? sayColor(color) : say(color === null ? 'automatic' : 'mixed')
  return (
    <>
      <div className={barClasses.field}>
        <NativeSelect
          aria-label={say('kind')}
          title={say('kind')}
          value={kind === undefined ? 'mixed' : (kind ?? 'plain')}
          onChange={({ currentTarget: { value } }) =>
            setNotes(editor, notes, { kind: noteKinds.find((each) => each === value) ?? null })
          }
          data={[
            ...(kind === undefined ? [{ value: 'mixed', label: say('mixed'), disabled: true }] : []),
            { value: 'plain', label: say('plain') },
            ...noteKinds.map((each) => ({ value: each, label: sayTool(each) })),
          ]}
        />
      </div>
      <Command
        label={say('colorOf', { color: colorName })}
        Icon={IconPalette}
        isOpen={isOpen}
        onUse={() => setIsOpen(!isOpen)}
      />
      {isOpen && (
        <Swatches
          label={say('color')}
          chosen={color === null ? 'automatic' : (color ?? null)}
          choices={[
            { value: 'automatic', label: say('automatic'), color: null },
            ...NoteColor.options.map((each) => ({
              value: each,
              label: sayColor(each),
              color: `var(--runde-note-${each})`,
            })),
          ]}
          onChoose={(value) => {
            const next = NoteColor.safeParse(value)
            setNotes(editor, notes, { color: next.success ? next.data : null })
          }}
        />
      )}
    </>
  )
}
