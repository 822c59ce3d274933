// The plus beside the last stage and below the last lane of each map.

import { IconPlus } from '@tabler/icons-react'
import { useEditor, useValue } from '@tldraw/tldraw'
import { boardTexts } from '#client/board/board-texts.ts'
import { openCard } from '#client/board/card-tools.ts'
import { addLane, addStage } from '#client/board/cards.ts'
import classes from '#client/board/chrome/add-parts.module.css'
import { mapsOnPage, mapView } from '#client/board/map-of.ts'
import { useTexts } from '#client/ui/texts.ts'

export function AddParts() {
  const editor = useEditor()
  const say = useTexts(boardTexts)
  const canEdit = useValue('can edit', () => !editor.getInstanceState().isReadonly, [editor])
  const maps = useValue(
    'maps',
    () =>
      mapsOnPage(editor).map(({ id, x, y }) => {
        const { width = 0, height = 0 } = mapView(editor, id)?.layout ?? {}
        return { id, x, y, width, height }
      }),
    [editor],
  )
  if (!canEdit) return null
  return maps.map(({ id, x, y, width, height }) => (
    <div key={id}>
      <button
        type="button"
        className={classes.add}
        style={{ left: x + width + 10, top: y }}
        title={say('addStage')}
        aria-label={say('addStage')}
        onPointerDown={(event) => event.stopPropagation()}
        onClick={() => openCard(editor, addStage(editor, id))}
      >
        <IconPlus size={20} stroke={1.6} aria-hidden />
      </button>
      <button
        type="button"
        className={classes.add}
        style={{ left: x - 12, top: y + height + 4 }}
        title={say('addLane')}
        aria-label={say('addLane')}
        onPointerDown={(event) => event.stopPropagation()}
        onClick={() => openCard(editor, addLane(editor, id))}
      >
        <IconPlus size={20} stroke={1.6} aria-hidden />
      </button>
    </div>
  ))
}
