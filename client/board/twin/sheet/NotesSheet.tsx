// The notes of one kind in one stage, as the table counts them.
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { boardTexts } from '#client/board/board-texts.ts'
import { CardRow } from '#client/board/twin/list/CardRow.tsx'
import classes from '#client/board/twin/sheet/sheet.module.css'
import type { TwinMap } from '#client/board/twin/twin-maps.ts'
import { twinTexts } from '#client/board/twin/twin-texts.ts'
import { useTwin } from '#client/board/twin/twin-tools.ts'
import { useActions } from '#client/board/twin/use-actions.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { NoteKind, StageShape } from '#shared/board/shapes.ts'

type Props = { map: TwinMap; stage: StageShape; noteKind: NoteKind }

export function NotesSheet({ map, stage, noteKind }: Props) {
  const { open, isReadOnly } = useTwin()
  const actions = useActions()
  const say = useTexts(twinTexts)
  const sayBoard = useTexts(boardTexts)
  const notes = map.notesOf(stage.id).filter(({ kind }) => kind === noteKind)
  return (
    <>
      {notes.length === 0 && <p className={classes.quiet}>{say('nothingHere')}</p>}
      <ul className={classes.cards}>
        {notes.map(({ note, kind }) => (
          <CardRow key={note.id} card={note} kind={kind} />
        ))}
      </ul>
      {!isReadOnly && (
        <Button
          className={classes.wide}
          leftSection={<IconPlus size={18} stroke={1.6} aria-hidden />}
          onClick={() => {
            const id = actions.addCard(map.map.id, noteKind, { stageId: stage.id })
            if (id) open({ kind: 'shape', id, isNew: true })
          }}
        >
          {sayBoard(noteKind)}
        </Button>
      )}
    </>
  )
}
