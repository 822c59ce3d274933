// What stands behind `npm run demo --`, read; or a sentence about what is wrong with it.
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { Language } from '#shared/language.ts'

export type Wish = {
  people: number
  /** A link for participants of a workshop that is there already; null: a server of our own. */
  join: string | null
  language: Language
  seed: number
}
type Answer = { ok: true; wish: Wish } | { ok: false; problem: string }

const usage = 'npm run demo [-- [--people 12] [--join <link for participants>] [--language de|en] [--seed 1]]'

const Options = z.object({
  people: z.coerce.number('--people takes a number.').int().min(1).max(1000, '--people takes up to 1000.'),
  join: z.url('--join takes a link for participants, as "Invite" shows it.').nullable(),
  language: z.enum(Language.options, '--language takes de or en.'),
  seed: z.coerce.number('--seed takes a whole number.').int('--seed takes a whole number.'),
})

export function readWish(args: string[], locale = Intl.DateTimeFormat().resolvedOptions().locale): Answer {
  const text = { type: 'string' } as const
  try {
    const { values } = parseArgs({ args, options: { people: text, join: text, language: text, seed: text } })
    const ofSystem: Language = locale.startsWith('de') ? 'de' : 'en'
    const read = Options.safeParse({ people: 12, join: null, language: ofSystem, seed: 1, ...values })
    if (read.success) return { ok: true, wish: read.data }
    return { ok: false, problem: `${read.error.issues[0]?.message}\n${usage}` }
  } catch (error) {
    return { ok: false, problem: `${error instanceof Error ? error.message : String(error)}\n${usage}` }
  }
}
