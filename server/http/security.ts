// The headers that tell a browser what pages of ours may do.
import type { RequestHandler } from 'express'
import helmet from 'helmet'

export type PageRules = {
  frameAncestors: readonly string[]
  /** Vite puts an inline script into pages and talks to them over a socket of its own. */
  isDev: boolean
}

/**
 * No HSTS: whether this host is only ever reached over https is for the proxy in front to say. X-Frame-Options is left
 * to frame-ancestors, which can name more than one site.
 */
export function pageRules({ frameAncestors, isDev }: PageRules): RequestHandler {
  return helmet({
    strictTransportSecurity: false,
    xFrameOptions: false,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: isDev ? ["'self'", "'unsafe-inline'"] : ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", 'blob:', 'data:', ...(isDev ? ['ws:'] : [])],
        mediaSrc: ["'self'", 'blob:'],
        workerSrc: ["'self'", 'blob:'],
        frameSrc: ["'none'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: [...frameAncestors],
      },
    },
  })
}
