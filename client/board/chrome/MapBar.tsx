// The commands at a selected map.
import { IconCopy, IconPencil, IconTrash, IconUserPlus, IconZoomScan } from '@tabler/icons-react'
import { useEditor } from '@tldraw/tldraw'
import { openCard, startTyping } from '#client/board/card-tools.ts'
import { Bar, Command, Divider } from '#client/board/chrome/Bar.tsx'
import { fitMap, showWholeMap } from '#client/board/fit-map.ts'
import { addPersona, duplicateMap, removeMap } from '#client/board/map-commands.ts'
import { mapTexts } from '#client/board/map-texts.ts'
import { useTexts } from '#client/ui/texts.ts'
import { mapTitle } from '#shared/board/card-size.ts'
import type { JourneyMapShape } from '#shared/board/shapes.ts'
import { textWidth } from '#shared/board/text-lines.ts'

export function MapBar({ map }: { map: JourneyMapShape }) {
  const editor = useEditor()
  const say = useTexts(mapTexts)
  const head = {
    width: textWidth(map.props.title, mapTitle.size, mapTitle.style),
    height: mapTitle.height,
  }
  return (
    <Bar shapeId={map.id} label={say('mapBar', { title: map.props.title })} head={head}>
      <Command label={say('rename')} Icon={IconPencil} onUse={() => startTyping(editor, map.id)} />
      <Command
        label={say('addPersona')}
        Icon={IconUserPlus}
        onUse={() => openCard(editor, addPersona(editor, map.id))}
      />
      <Command label={say('showMap')} Icon={IconZoomScan} onUse={() => showWholeMap(editor, map.id)} />
      <Command
        label={say('duplicateMap')}
        Icon={IconCopy}
        onUse={() => {
          const copy = duplicateMap(editor, map.id)
          if (!copy) return
          editor.select(copy)
          fitMap(editor, copy)
        }}
      />
      <Divider />
      <Command
        label={say('removeMap')}
        Icon={IconTrash}
        onUse={() => {
          removeMap(editor, map.id)
          editor.getContainer().focus()
        }}
      />
    </Bar>
  )
}
