// Small things this browser remembers; storage that is blocked or full is a browser that forgets, never an error.
import type { z } from 'zod'

/** Reads what was kept under `key`; null when there is nothing, or something of another shape. */
export function recall<Schema extends z.ZodType>(
  storage: 'localStorage' | 'sessionStorage',
  key: string,
  schema: Schema,
): z.output<Schema> | null {
  try {
    const text = window[storage].getItem(key)
    if (text === null) return null
    const parsed = schema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** Keeps `value` as JSON under `key`; null removes it. */
export function remember(storage: 'localStorage' | 'sessionStorage', key: string, value: unknown): void {
  try {
    if (value === null) window[storage].removeItem(key)
    else window[storage].setItem(key, JSON.stringify(value))
  } catch {
    // Private windows and embedded frames may refuse storage; the page works without.
  }
}
