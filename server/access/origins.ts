// Which pages may speak to us: our own, and the origins an operator has named. This is what stops a foreign page from using a cookie.
import type { IncomingMessage } from 'node:http'

export type Origins = {
  /** Whether the page that sent this request may; requests that name no page do not come from a foreign one. */
  allows(request: IncomingMessage): boolean
  /** Scheme and host under which the sender sees us, for links. */
  own(request: IncomingMessage): string
}

export function createOrigins({
  publicUrl,
  allowedOrigins,
  trustProxy,
}: {
  publicUrl: string | null
  allowedOrigins: readonly string[]
  trustProxy: number
}): Origins {
  const named = new Set([...allowedOrigins, ...(publicUrl ? [publicUrl] : [])])
  return {
    allows(request) {
      const { origin } = request.headers
      if (origin === undefined) return request.headers['sec-fetch-site'] !== 'cross-site'
      if (named.has(origin)) return true
      // A page of another site cannot have our host for its origin. The scheme is left out: behind a proxy that ends TLS
      // without being trusted we do not know it.
      return URL.parse(origin)?.host === hostOf(request)
    },
    own(request) {
      return publicUrl ?? `${isHttps(request) ? 'https' : 'http'}://${hostOf(request)}`
    },
  }

  function hostOf(request: IncomingMessage): string {
    const { host = 'localhost' } = request.headers
    return (trustProxy > 0 && last(request.headers['x-forwarded-host'])) || host
  }
  function isHttps(request: IncomingMessage): boolean {
    if (trustProxy > 0) return last(request.headers['x-forwarded-proto']) === 'https'
    return 'encrypted' in request.socket
  }
}

/** The proxy next to us appends to what it was sent; only its own word counts. */
function last(header: string | string[] | undefined): string | undefined {
  return [header].flat().at(-1)?.split(',').at(-1)?.trim()
}
