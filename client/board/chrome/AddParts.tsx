// The plus beside the last stage and below the last lane of each map.
import { IconPlus } from '@tabler/icons-react'
import { Box, type TLShapeId, useEditor, useValue } from '@tldraw/tldraw'
import { boardTexts } from '#client/board/board-texts.ts'
import { openCard, reveal, startTyping } from '#client/board/card-tools.ts'
import classes from '#client/board/chrome/add-parts.module.css'
import { fitMap } from '#client/board/fit-map.ts'
import { addLane, addStage, createMap } from '#client/board/map-commands.ts'
import { mapsOnPage, mapView } from '#client/board/map-of.ts'
import { mapTexts } from '#client/board/map-texts.ts'
import { isShapeHeld } from '#client/board/together/held.ts'
import { useTexts } from '#client/ui/texts.ts'

export function AddParts() {
  const editor = useEditor()
  const say = useTexts(boardTexts)
  const canEdit = useValue('can edit', () => !editor.getInstanceState().isReadonly, [editor])
  const maps = useValue(
    'maps',
    () =>
      mapsOnPage(editor)
        .filter((map) => !isShapeHeld(editor, map.id))
        .map(({ id, x, y }) => {
          const { width = 0, height = 0, stageY = 0 } = mapView(editor, id)?.layout ?? {}
          return { id, x, y, width, height, stageY }
        }),
    [editor],
  )
  if (!canEdit) return null
  const lowest = maps.toSorted((one, other) => other.y + other.height - one.y - one.height)[0]
  return (
    <>
      {maps.map(({ id, x, y, width, height, stageY }) => (
        <div key={id}>
          <Plus
            label={say('addStage')}
            left={x + width + 2}
            top={y + stageY}
            onUse={() => addStage(editor, id)}
          />
          <Plus label={say('addLane')} left={x - 12} top={y + height + 4} onUse={() => addLane(editor, id)} />
        </div>
      ))}
      {lowest && <AddMap left={lowest.x} top={lowest.y + lowest.height + belowMap} />}
    </>
  )
}

/** Below the button that adds a lane; px at 100 %. */
const belowMap = 72

function AddMap({ left, top }: { left: number; top: number }) {
  const editor = useEditor()
  const say = useTexts(mapTexts)
  return (
    <button
      type="button"
      className={classes.map}
      style={{ left: left - 12, top }}
      onPointerDown={(event) => event.stopPropagation()}
      onFocus={() => reveal(editor, new Box(left, top, target, target))}
      onClick={() => {
        const map = createMap(editor)
        if (!map) return
        fitMap(editor, map.id)
        startTyping(editor, map.id)
      }}
    >
      <IconPlus size={20} stroke={1.6} aria-hidden />
      {say('addMap')}
    </button>
  )
}

type PlusProps = { label: string; left: number; top: number; onUse: () => TLShapeId | null }

function Plus({ label, left, top, onUse }: PlusProps) {
  const editor = useEditor()
  return (
    <button
      type="button"
      className={classes.add}
      style={{ left, top }}
      title={label}
      aria-label={label}
      onPointerDown={(event) => event.stopPropagation()}
      // The view moves to where the focus is, as a page would.
      onFocus={() => reveal(editor, new Box(left, top, target, target))}
      onClick={() => openCard(editor, onUse())}
    >
      <IconPlus size={20} stroke={1.6} aria-hidden />
    </button>
  )
}

/** As in the stylesheet; px at 100 %. */
const target = 44
