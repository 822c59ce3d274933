// Asks what becomes of the cards of a stage or lane that is to go: none is lost without an answer.
import { Button, NativeSelect } from '@mantine/core'
import { useEditor } from '@tldraw/tldraw'
import { useEffect, useRef, useState } from 'react'
import { askedRemoval } from '#client/board/asked-removal.ts'
import classes from '#client/board/chrome/bar.module.css'
import { cardsIn, removePart, siblingsOf } from '#client/board/map-commands.ts'
import { mapTexts } from '#client/board/map-texts.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { Fate } from '#shared/board/map-edit.ts'
import type { LaneShape, StageShape } from '#shared/board/shapes.ts'

export function RemovalQuestion({ part }: { part: StageShape | LaneShape }) {
  const editor = useEditor()
  const say = useTexts(mapTexts)
  const first = useRef<HTMLDivElement>(null)
  const siblings = siblingsOf(editor, part)
  const heirs = siblings.filter(
    (sibling) =>
      sibling.id !== part.id &&
      sibling.type !== 'persona' &&
      !(sibling.type === 'lane' && sibling.props.kind === 'emotion'),
  )
  const at = siblings.findIndex(({ id }) => id === part.id)
  const nearest = heirs.findLast((heir) => siblings.indexOf(heir) < at) ?? heirs[0]
  const [chosen, setChosen] = useState<string | null>(null)
  // Somebody else may have removed the chosen one meanwhile.
  const heir = heirs.find(({ id }) => id === chosen) ?? nearest

  useEffect(() => {
    first.current?.querySelector<HTMLElement>('select, button')?.focus()
    return () => {
      askedRemoval(editor).set(null)
    }
  }, [editor])

  const answer = (fate: Fate | null) => {
    if (fate) removePart(editor, part, fate)
    askedRemoval(editor).set(null)
    editor.getContainer().focus()
  }
  const count = cardsIn(editor, part)
  return (
    <div ref={first} className={classes.question}>
      <p role="status">{say(part.type === 'stage' ? 'stageHolds' : 'laneHolds', { count })}</p>
      {heir && (
        <NativeSelect
          label={say('moveTo')}
          value={heir.id}
          onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          data={heirs.map((each) => ({
            value: each.id,
            label: ('title' in each.props && each.props.title) || say('nameless'),
          }))}
        />
      )}
      <div className={classes.answers}>
        {heir && <Button onClick={() => answer({ moveTo: heir.id })}>{say('moveAndRemove')}</Button>}
        <Button variant="default" onClick={() => answer('remove')}>
          {say('removeToo')}
        </Button>
        <Button variant="subtle" color="gray" onClick={() => answer(null)}>
          {say('cancel')}
        </Button>
      </div>
    </div>
  )
}
