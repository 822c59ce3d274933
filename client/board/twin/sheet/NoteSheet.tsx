// Everything about one note.
import { IconStack2 } from '@tabler/icons-react'
import { boardTexts } from '#client/board/board-texts.ts'
import { noteColorTexts } from '#client/board/note-color-texts.ts'
import { titleOf } from '#client/board/twin/names.ts'
import { CardFoot } from '#client/board/twin/sheet/CardFoot.tsx'
import { DepartmentField } from '#client/board/twin/sheet/DepartmentField.tsx'
import { ChoiceField, TextField } from '#client/board/twin/sheet/Field.tsx'
import { SheetButton } from '#client/board/twin/sheet/SheetButton.tsx'
import classes from '#client/board/twin/sheet/sheet.module.css'
import { boardOf, mapOf } from '#client/board/twin/twin-maps.ts'
import { twinTexts } from '#client/board/twin/twin-texts.ts'
import { useTwin } from '#client/board/twin/twin-tools.ts'
import { useActions } from '#client/board/twin/use-actions.ts'
import { useTexts } from '#client/ui/texts.ts'
import { NoteColor } from '#shared/board/model.ts'
import { type ClusterShape, type NoteProps, type NoteShape, noteKinds } from '#shared/board/shapes.ts'
import { PersonId } from '#shared/ids.ts'

type Props = { shape: NoteShape; isFixed: boolean; isNew: boolean }

export function NoteSheet({ shape, isFixed, isNew }: Props) {
  const { edits, nameOf, open } = useTwin()
  const say = useTexts(twinTexts)
  const sayBoard = useTexts(boardTexts)
  const sayColor = useTexts(noteColorTexts)
  const { id, props } = shape
  const change = (changed: Partial<NoteProps>) =>
    edits.run((edit) => edit.setProps(id, 'sticky-note', changed))
  const author = PersonId.safeParse(props.authorId)
  return (
    <>
      <TextField {...{ shape, isFixed }} prop="text" label={say('text')} value={props.text} isFirst={isNew} />
      {author.success && <p className={classes.quiet}>{say('author', { name: nameOf(author.data) })}</p>}
      <ChoiceField
        label={say('kind')}
        value={props.kind ?? ''}
        choices={[
          { value: '', label: say('kind.note') },
          ...noteKinds.map((kind) => ({ value: kind, label: sayBoard(kind) })),
        ]}
        isFixed={isFixed}
        onSave={(value) => change({ kind: noteKinds.find((kind) => kind === value) ?? null })}
      />
      <ChoiceField
        label={say('color')}
        value={props.color ?? ''}
        choices={[
          { value: '', label: say('color.auto') },
          ...NoteColor.options.map((color) => ({ value: color, label: sayColor(color) })),
        ]}
        isFixed={isFixed}
        onSave={(value) => change({ color: NoteColor.options.find((color) => color === value) ?? null })}
      />
      <DepartmentField
        value={props.departmentId}
        isFixed={isFixed}
        onSave={(departmentId) => change({ departmentId })}
      />
      <ClusterChoice shape={shape} isFixed={isFixed} />
      {!isFixed && (
        <SheetButton icon={IconStack2} isWide onClick={() => open({ kind: 'group', id })}>
          {say('group')}
        </SheetButton>
      )}
      <CardFoot shape={shape} isFixed={isFixed} />
    </>
  )
}

/** Under which heading it stands; out of one it stays in its cell. */
function ClusterChoice({ shape, isFixed }: { shape: NoteShape; isFixed: boolean }) {
  const { edits } = useTwin()
  const actions = useActions()
  const say = useTexts(twinTexts)
  const board = boardOf(edits.now)
  const map = mapOf(board, shape)
  const isCluster = (each: { type: string }): each is ClusterShape => each.type === 'cluster'
  const clusters = map
    ? [...map.clustered.keys()].map((id) => edits.now.shapes.get(id)).filter((each) => each !== undefined)
    : board.loose
  const choices = clusters.filter(isCluster).map((each) => ({ value: each.id, label: titleOf(each, say) }))
  if (choices.length === 0) return null
  const now = choices.some(({ value }) => value === shape.parentId) ? shape.parentId : ''
  return (
    <ChoiceField
      label={say('cluster')}
      value={now}
      choices={[{ value: '', label: say('noCluster') }, ...choices]}
      isFixed={isFixed}
      onSave={(clusterId) =>
        clusterId === ''
          ? actions.takeOut(shape.id)
          : edits.run((edit) => edit.moveIntoCluster(shape.id, clusterId))
      }
    />
  )
}
