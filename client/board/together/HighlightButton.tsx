// Puts the light on one shape for everybody, or takes it away again; for facilitators only.
import { IconFocusCentered } from '@tabler/icons-react'
import classes from '#client/board/together/selection-bar.module.css'
import { togetherTexts } from '#client/board/together/together-texts.ts'
import { useHighlight } from '#client/board/together/use-highlight.ts'
import { useTexts } from '#client/ui/texts.ts'

type Props = { shapeId: string; className?: string | undefined }

export function HighlightButton({ shapeId, className }: Props) {
  const say = useTexts(togetherTexts)
  const highlight = useHighlight(shapeId)
  if (!highlight) return null
  return (
    <button
      type="button"
      className={className}
      aria-pressed={highlight.isLit}
      title={say('lightKey')}
      onClick={highlight.toggle}
    >
      <IconFocusCentered size={18} stroke={1.6} aria-hidden />
      <span className={classes.words}>{say('light')}</span>
    </button>
  )
}
