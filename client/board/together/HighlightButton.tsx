// Puts the light on one shape for everybody, or takes it away again; for facilitators only.
import { IconFocusCentered } from '@tabler/icons-react'
import { useCompany } from '#client/board/together/together.ts'
import { togetherTexts } from '#client/board/together/together-texts.ts'
import { useTexts } from '#client/ui/texts.ts'

type Props = { shapeId: string; className?: string | undefined }

export function HighlightButton({ shapeId, className }: Props) {
  const say = useTexts(togetherTexts)
  const { together } = useCompany()
  const { isFacilitator, spotlight, act } = together
  if (!isFacilitator) return null
  const isLit = spotlight === shapeId
  return (
    <button
      type="button"
      className={className}
      aria-pressed={isLit}
      title={say('lightKey')}
      onClick={() => act.light(isLit ? null : shapeId)}
    >
      <IconFocusCentered size={18} stroke={1.6} aria-hidden />
      {say('light')}
    </button>
  )
}
