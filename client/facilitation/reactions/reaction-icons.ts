// How each reaction looks.
import {
  IconConfetti,
  IconHeart,
  IconMoodHappy,
  IconMoodSurprised,
  IconSnail,
  IconThumbUp,
  IconVolume,
} from '@tabler/icons-react'
import type { Reaction } from '#shared/facilitation/reactions.ts'

export const reactionIcons = {
  yes: IconThumbUp,
  applause: IconConfetti,
  heart: IconHeart,
  laugh: IconMoodHappy,
  surprise: IconMoodSurprised,
  slower: IconSnail,
  louder: IconVolume,
} as const satisfies Record<Reaction, unknown>

/** Said with a sign alone; the others are requests and have their words beside them. */
export const signs = ['yes', 'applause', 'heart', 'laugh', 'surprise'] as const satisfies readonly Reaction[]
export const requests = ['slower', 'louder'] as const satisfies readonly Reaction[]
