// Reads what a browser sends on the facilitation plane: our protocol, a command the schema refuses, or no message of ours.
import { z } from 'zod'
import { withoutDraw } from '#server/facilitation/draw.ts'
import { isOpening } from '#shared/facilitation/ballot-plane.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import { type Refusal, refuse } from '#shared/facilitation/decision.ts'
import { CommandEnvelope } from '#shared/facilitation/protocol.ts'

const AnyEnvelope = CommandEnvelope.extend({ command: z.unknown() })

export type ReadCommand =
  | { kind: 'command'; commandId: string; command: Command }
  /** An envelope of ours around something that is no command: whoever typed it gets a sentence. */
  | { kind: 'invalid'; refusal: Refusal }
  | { kind: 'bad-message' }

export function readCommand(message: unknown): ReadCommand {
  const envelope = CommandEnvelope.safeParse(message)
  if (envelope.success) {
    const { commandId, command } = envelope.data
    return { kind: 'command', commandId, command: withoutDraw(withoutKeys(command)) }
  }
  if (!AnyEnvelope.safeParse(message).success) return { kind: 'bad-message' }
  return { kind: 'invalid', refusal: refuse('invalid', sentence(envelope.error)) }
}

/** A poll's keys come from the server: whatever a browser sends in their place is dropped. */
function withoutKeys(command: Command): Command {
  if (!isOpening(command)) return command
  const { keys: _, ...rest } = command
  return rest
}

/** Of all the commands it could have been, the one whose type matched says what was wrong. */
function sentence(error: z.ZodError): string {
  const issue = closest(error.issues)
  const field = issue.path.filter((part) => part !== 'command').join('.')
  if (field === '' || field === 'type')
    return 'The server knows no such command; reload the page to get the current version of Runde.'
  return `"${field}" in this command is not acceptable: ${issue.message}`
}

type Issue = z.core.$ZodIssue

function closest(issues: readonly Issue[]): { path: PropertyKey[]; message: string } {
  const [first] = issues
  if (first?.code !== 'invalid_union') return first ?? { path: [], message: '' }
  const branches = first.errors.map(closest).filter(({ path }) => path[0] !== 'type' && path.length > 0)
  const [branch] = branches
  return branch
    ? { path: [...first.path, ...branch.path], message: branch.message }
    : { path: [], message: '' }
}
