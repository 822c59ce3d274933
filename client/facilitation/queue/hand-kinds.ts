// How each kind of hand looks and is called, in the order of the menu.
import { IconAlertTriangle, IconCornerUpLeft, IconHelp, IconMessage } from '@tabler/icons-react'
import type { HandKind } from '#shared/facilitation/speaking-order.ts'

export const handKinds = [
  'contribution',
  'question',
  'reply',
  'concern',
] as const satisfies readonly HandKind[]

export const kindIcons = {
  contribution: IconMessage,
  question: IconHelp,
  reply: IconCornerUpLeft,
  concern: IconAlertTriangle,
} as const satisfies Record<HandKind, unknown>

export const kindExplanations = {
  contribution: 'contributionWhat',
  question: 'questionWhat',
  reply: 'replyWhat',
  concern: 'concernWhat',
} as const satisfies Record<HandKind, string>
