// Which version of the board's records a program speaks; browser and server must speak the same one.
import { serializedSchema } from '#shared/board/schema.ts'
import { ownShapes } from '#shared/board/shapes.ts'

/**
 * Follows from the schema, so that nobody has to count: another migration, shape or prop is another version. A program
 * that does not know a prop refuses the record that has it.
 */
export const boardVersion: string = digest(
  JSON.stringify([
    serializedSchema,
    Object.entries(ownShapes).map(([type, { props }]) => [type, Object.keys(props).sort()]),
  ]),
)

/** FNV-1a, 32 bits, as hexadecimal digits. */
function digest(text: string): string {
  let hash = 0x811c9dc5
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash.toString(16).padStart(8, '0')
}
