// The icons of the kinds of notes, and of what one can draw.
import {
  IconBulb,
  IconFrame,
  IconHighlight,
  IconMoodSad,
  IconNote,
  IconPencil,
  IconQuote,
  IconSparkles,
  type TablerIcon,
} from '@tabler/icons-react'
import type { DrawToolKind, NoteToolKind } from '#client/board/tools/last-kind.ts'

export const noteIcons: Record<NoteToolKind, TablerIcon> = {
  note: IconNote,
  'pain-points': IconMoodSad,
  opportunities: IconBulb,
  evidence: IconQuote,
}
export const drawIcons: Record<DrawToolKind, TablerIcon> = {
  draw: IconPencil,
  highlight: IconHighlight,
  frame: IconFrame,
  laser: IconSparkles,
}
