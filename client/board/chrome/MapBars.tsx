// What stands at a selected part of a map: a bar at a stage, a lane or the map itself, a panel beside a persona.
import { useEditor, useValue } from '@tldraw/tldraw'
import { quietSelection } from '#client/board/chrome/beside-selection.ts'
import { MapBar } from '#client/board/chrome/MapBar.tsx'
import { PartBar } from '#client/board/chrome/PartBar.tsx'
import { PersonaPanel } from '#client/board/chrome/PersonaPanel.tsx'
import { isOwn } from '#client/board/map-of.ts'

export function MapBars() {
  const editor = useEditor()
  const shown = useValue('selection with a bar', () => {
    const selected = quietSelection(editor)
    return isOwn(selected) && editor.getEditingShapeId() === null ? selected : null
  }, [editor])
  if (shown?.type === 'stage' || shown?.type === 'lane') return <PartBar key={shown.id} part={shown} />
  if (shown?.type === 'persona') return <PersonaPanel key={shown.id} persona={shown} />
  if (shown?.type === 'journey-map') return <MapBar key={shown.id} map={shown} />
  return null
}
