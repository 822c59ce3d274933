// A cheap limit on ballots per network address that keeps no address: buckets by an HMAC whose key lives for a minute.
import { createHmac, randomBytes } from 'node:crypto'

/** A whole room may sit behind one address, and every ballot may be sent several times. */
export const burst = 600
const perSecond = 60
const keyLifetimeMs = 60_000
/** More addresses than this within a minute are a flood; forgetting them all costs less than remembering. */
const mostAddresses = 50_000

/** `false` when this address has sent too much. */
export type AddressLimiter = (address: string) => boolean

export function createAddressLimiter(now: () => number): AddressLimiter {
  let key = randomBytes(32)
  let keySince = now()
  let buckets = new Map<string, { tokens: number; at: number }>()

  return (address) => {
    const at = now()
    if (at - keySince >= keyLifetimeMs || buckets.size >= mostAddresses) {
      key = randomBytes(32)
      keySince = at
      buckets = new Map()
    }
    const name = createHmac('sha256', key).update(address).digest('base64')
    const bucket = buckets.get(name) ?? { tokens: burst, at }
    bucket.tokens = Math.min(burst, bucket.tokens + ((at - bucket.at) / 1000) * perSecond)
    bucket.at = at
    buckets.set(name, bucket)
    if (bucket.tokens < 1) return false
    bucket.tokens -= 1
    return true
  }
}
