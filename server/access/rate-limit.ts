// Counts what somebody does in a span of time and says when it is too much. In memory: a restart forgives.
import { isIPv6 } from 'node:net'

export type RateLimit = {
  /** Counts one; false when it is one too many. */
  take(key: string): boolean
  /** Whether one more would be allowed, without counting it. */
  allows(key: string): boolean
}

/** At most this many keys are remembered; a flood of new ones pushes out the oldest. */
const maxKeys = 50_000

export function createRateLimit(
  { count, perMs }: { count: number; perMs: number },
  now: () => number,
): RateLimit {
  const spans = new Map<string, { endsAt: number; taken: number }>()
  function current(key: string) {
    const span = spans.get(key)
    if (span && span.endsAt > now()) return span
    spans.delete(key)
    return { endsAt: now() + perMs, taken: 0 }
  }
  return {
    allows: (key) => current(key).taken < count,
    take(key) {
      const span = current(key)
      if (span.taken >= count) return false
      span.taken += 1
      spans.set(key, span)
      const oldest = spans.keys().next()
      if (spans.size > maxKeys && !oldest.done) spans.delete(oldest.value)
      return true
    },
  }
}

/** Whoever has an IPv6 address has 2^64 of them: those count as one. */
export function neighbourhood(address: string): string {
  if (!isIPv6(address) || address.startsWith('::ffff:')) return address.replace(/^::ffff:/, '')
  const groups = (part: string) => part.split(':').filter((group) => group !== '')
  // "::" stands for as many zero groups as are missing of eight; only the first four matter.
  const [head = '', tail = ''] = address.split('::')
  const [before, after] = [groups(head), groups(tail)]
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0')
  return [...before, ...zeros, ...after].slice(0, 4).join(':')
}
