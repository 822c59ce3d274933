// The light as a button of a sheet beside the table or list.
import { Button } from '@mantine/core'
import { IconFocusCentered } from '@tabler/icons-react'
import { togetherTexts } from '#client/board/together/together-texts.ts'
import { useHighlight } from '#client/board/together/use-highlight.ts'
import { useTexts } from '#client/ui/texts.ts'

export function SheetHighlight({ shapeId }: { shapeId: string }) {
  const say = useTexts(togetherTexts)
  const highlight = useHighlight(shapeId)
  if (!highlight) return null
  return (
    <Button
      variant="default"
      aria-pressed={highlight.isLit}
      leftSection={<IconFocusCentered size={18} stroke={1.6} aria-hidden />}
      onClick={highlight.toggle}
    >
      {say(highlight.isLit ? 'unlight' : 'lightAll')}
    </Button>
  )
}
