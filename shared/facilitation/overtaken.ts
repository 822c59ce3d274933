// Two who write at one text: a command may say what its sender read there, and is refused when that is no longer so.
import { refuse } from '#shared/facilitation/decision.ts'

export const overtaken = refuse(
  'overtaken',
  'Somebody else has changed this meanwhile; read it, then send it again.',
)

/**
 * Whether a field that is to be changed reads otherwise than its sender saw it. `was` may be left out, or name some fields only:
 * what nobody expects is written over. A field that is missing and one that is null read the same.
 */
export function isOvertaken<Fields extends object>(now: Fields, change: Fields, was?: Fields): boolean {
  if (!was) return false
  const fields = Object.keys(change) as (keyof Fields)[] // the schema of the change has no others
  return fields.some((field) => was[field] !== undefined && (now[field] ?? null) !== (was[field] ?? null))
}
