// The keys of the facilitator's steps: Alt and Shift with a letter, which neither the board's tools nor a field is waiting for.
import type { StripStep } from '#client/facilitation/panel/strip-steps.tsx'

/** By the key's place, since Alt makes another character of it on some keyboards. H and V belong to the board. */
const letters = {
  'session.start': 'S',
  'agenda.start': 'S',
  'agenda.advance': 'N',
  'agenda.pause': 'P',
  'agenda.extend': 'M',
  'hand.call': 'C',
  'poll.compose': 'A',
  'poll.close': 'A',
  'silence.compose': 'W',
  'silence.reveal': 'W',
  'feedback.compose': 'F',
  'feedback.next': 'F',
  'choice.compose': 'Z',
  'ready.ask-ready': 'R',
  'ready.ask-done': 'D',
  lead: 'B',
  'breakout.compose': 'G',
  'check-out.open': 'O',
  'session.close': 'E',
} as const satisfies Partial<Record<StripStep['step'], string>>
export type StepLetter = (typeof letters)[keyof typeof letters]

export const usedLetters: ReadonlySet<StepLetter> = new Set(Object.values(letters))
const letterBy: Partial<Record<StripStep['step'], StepLetter>> = letters
export const letterOf = (step: StripStep['step']): StepLetter | null => letterBy[step] ?? null

type KeyPress = Pick<KeyboardEvent, 'code' | 'key' | 'altKey' | 'shiftKey' | 'ctrlKey' | 'metaKey'>

/** The letter of a step's shortcut; null for every other key. */
export function letterIn({ code, altKey, shiftKey, ctrlKey, metaKey }: KeyPress): string | null {
  if (!altKey || !shiftKey || ctrlKey || metaKey) return null
  return /^Key([A-Z])$/.exec(code)?.[1] ?? null
}

/** Ctrl or Cmd with K anywhere; a full stop where nobody is writing. */
export function opensCommands(
  { key, altKey, shiftKey, ctrlKey, metaKey }: KeyPress,
  isTyping: boolean,
): boolean {
  if (altKey || shiftKey) return false
  if (ctrlKey || metaKey) return key.toLowerCase() === 'k'
  return key === '.' && !isTyping
}
