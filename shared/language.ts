// The two languages everything is written in from the first line.
import { z } from 'zod'

export const Language = z.enum(['de', 'en'])
export type Language = z.infer<typeof Language>

/** A text in both languages, as the data files hold it. */
export const Bilingual = z.object({ de: z.string(), en: z.string() })
export type Bilingual = z.infer<typeof Bilingual>
