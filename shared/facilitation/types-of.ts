// Whose command or event something is, asked of the schema that defines them.
import type { z } from 'zod'

type Typed = z.ZodObject<{ type: z.ZodLiteral<string> }>

/** A question for the members of a discriminated union: is this one of yours? Constant time. */
export function typesOf<const Options extends readonly [Typed, ...Typed[]]>(union: {
  readonly options: Options
}): (message: { type: string }) => message is z.infer<Options[number]> {
  const types = new Set<string>(union.options.flatMap((option) => [...option.shape.type.values]))
  return (message): message is z.infer<Options[number]> => types.has(message.type)
}
