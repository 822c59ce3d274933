// Lots are drawn here and nowhere else: the rules get a list that chance has put in order.
import { randomInt } from 'node:crypto'
import type { Command } from '#shared/facilitation/commands.ts'
import type { PersonId } from '#shared/ids.ts'

/** Gives a command that needs chance everyone who is present, each order as likely as any other; others stay as they are. */
export function withDraw(command: Command, present: readonly PersonId[], below = randomBelow): Command {
  switch (command.type) {
    case 'feedback.start':
    case 'choice.draw':
    case 'breakout.prepare':
      return { ...command, drawn: shuffled(present, below) }
    default:
      return command
  }
}

/** Whatever a browser sends in place of a draw is dropped. */
export function withoutDraw(command: Command): Command {
  switch (command.type) {
    case 'feedback.start':
    case 'choice.draw':
    case 'breakout.prepare': {
      const { drawn: _, ...rest } = command
      return rest
    }
    default:
      return command
  }
}

/** Fisher and Yates. `below(n)` is a whole number from 0 to n - 1. */
export function shuffled<T>(all: readonly T[], below: (n: number) => number): T[] {
  const left = [...all]
  const drawn: T[] = []
  while (left.length > 0) drawn.push(...left.splice(below(left.length), 1))
  return drawn
}

const randomBelow = (n: number): number => randomInt(n)
