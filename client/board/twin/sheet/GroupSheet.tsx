// Chooses notes that belong together, and the heading that they go under.
import { Button, Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import { titleOf } from '#client/board/twin/names.ts'
import classes from '#client/board/twin/sheet/sheet.module.css'
import { boardOf, mapOf } from '#client/board/twin/twin-maps.ts'
import { twinTexts } from '#client/board/twin/twin-texts.ts'
import { useTwin } from '#client/board/twin/twin-tools.ts'
import { useActions } from '#client/board/twin/use-actions.ts'
import { useTexts } from '#client/ui/texts.ts'
import { type NoteShape, textProps } from '#shared/board/shapes.ts'

export function GroupSheet({ shape }: { shape: NoteShape }) {
  const { edits, close, open } = useTwin()
  const actions = useActions()
  const say = useTexts(twinTexts)
  const [title, setTitle] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set([shape.id]))
  const notes = candidates(shape)
  const toggle = (id: string) =>
    setChosen((before) => {
      const next = new Set(before)
      if (!next.delete(id)) next.add(id)
      return next
    })
  const ids = notes.map(({ note }) => note.id).filter((id) => chosen.has(id))
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        const id = actions.group(ids, title.trim())
        close()
        if (id) open({ kind: 'shape', id })
      }}
    >
      <TextInput
        label={say('groupHeading')}
        value={title}
        maxLength={textProps.cluster.title}
        data-autofocus
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <fieldset className={classes.choices}>
        <legend>{say('groupNotes')}</legend>
        {notes.map(({ note, where }) => (
          <Checkbox
            key={note.id}
            size="md"
            label={titleOf(note, say)}
            description={where}
            checked={chosen.has(note.id)}
            onChange={() => toggle(note.id)}
          />
        ))}
      </fieldset>
      {ids.length > 0 && <Button type="submit">{say('groupMake')}</Button>}
    </form>
  )

  /** Those of its cell first, then the others of its map; of a loose note, the loose ones. */
  function candidates(of: NoteShape): { note: NoteShape; where: string }[] {
    const board = boardOf(edits.now)
    const map = mapOf(board, of)
    if (!map) {
      const loose = board.loose.filter((each) => each.type === 'sticky-note' && edits.canChange(each.id))
      return [of, ...loose.filter(({ id }) => id !== of.id)].flatMap((note) =>
        note.type === 'sticky-note' ? [{ note, where: say('loose') }] : [],
      )
    }
    const here = map.whereIs(of.id)?.cell
    const rank = (id: string) => {
      const where = map.whereIs(id)?.cell
      if (id === of.id) return 0
      return where?.stageId === here?.stageId ? (where?.laneId === here?.laneId ? 1 : 2) : 3
    }
    return map.stages
      .flatMap((stage) => map.notesOf(stage.id).map(({ note }) => ({ note, stage })))
      .filter(({ note }) => edits.canChange(note.id))
      .sort((one, other) => rank(one.note.id) - rank(other.note.id))
      .map(({ note, stage }) => {
        const lane = map.lanes.find(({ id }) => id === map.whereIs(note.id)?.cell.laneId)
        const where = say('cellOf', { stage: titleOf(stage, say), lane: lane ? titleOf(lane, say) : '' })
        return { note, where }
      })
  }
}
