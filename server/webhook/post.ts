// One attempt to post: to the addresses that were looked at and to no others, without following, within ten seconds.
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { type Address, isPublicAddress, type Resolve } from '#server/webhook/public-address.ts'
import type { DeliveryFailure } from '#shared/access/webhook.ts'

export type Posted =
  | { ok: true; status: number }
  | { ok: false; failure: DeliveryFailure; status: number | null }
export type Post = (url: string, headers: Record<string, string>, body: string) => Promise<Posted>

/** `trustedHosts`: names that whoever runs the server vouches for; they may be private and speak plain http. */
type Parts = { resolve: Resolve; trustedHosts: readonly string[]; withinMs?: number }

export function createPost({ resolve, trustedHosts, withinMs = 10_000 }: Parts): Post {
  return async (target, headers, body) => {
    const url = new URL(target)
    const isTrusted = trustedHosts.includes(url.hostname)
    if (url.protocol !== 'https:' && !isTrusted) return failed('not-https')
    const signal = AbortSignal.timeout(withinMs)
    const addresses = await Promise.race([resolve(url.hostname), ended(signal)])
    if (addresses === null) return failed('too-slow')
    const [first] = addresses
    if (!first) return failed('unknown-host')
    // One private address among public ones is enough: which of them is taken is not ours to say.
    if (!isTrusted && !addresses.every(({ address }) => isPublicAddress(address)))
      return failed('private-address')
    return send(url, { headers, body, signal, lookup: answering(addresses, first) })
  }
}

type Sending = { headers: Record<string, string>; body: string; signal: AbortSignal; lookup: LookupFunction }

function send(url: URL, { headers, body, signal, lookup }: Sending): Promise<Posted> {
  return new Promise((resolve) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
      method: 'POST',
      agent: false, // a connection kept from before would have been opened to an older answer
      lookup,
      signal,
      headers: {
        ...headers,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'Runde',
      },
    })
    request.on('response', (response) => {
      const status = response.statusCode ?? 0
      response.destroy() // what it says is nobody's business
      if (status >= 200 && status < 300) resolve({ ok: true, status })
      else resolve(failed(status >= 300 && status < 400 ? 'redirected' : 'refused', status))
    })
    const unanswered = () => resolve(failed(signal.aborted ? 'too-slow' : 'unreachable'))
    request.on('error', unanswered)
    // Node hangs up without an error on a receiver that wants to speak another protocol (101).
    request.on('close', unanswered)
    request.end(body)
  })
}

const failed = (failure: DeliveryFailure, status: number | null = null): Posted => ({
  ok: false,
  failure,
  status,
})

/** The name is not asked for a second time: it could answer something else than what was looked at. */
const answering =
  (addresses: readonly Address[], first: Address): LookupFunction =>
  (_hostname, options, callback) =>
    options.all ? callback(null, [...addresses]) : callback(null, first.address, first.family)

const ended = (signal: AbortSignal): Promise<null> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(null), { once: true }))
