// What the client's plain modules need of a browser, in Node: a cookie jar, storage, `fetch` with addresses relative to a server.
import { vi } from 'vitest'

export type FakeBrowser = {
  /** What `localStorage` holds; may be changed. */
  localStorage: Map<string, string>
  sessionStorage: Map<string, string>
  /** The server's cookies by name. */
  cookies: Map<string, string>
  /** `POST /api/…` and the like, oldest first. */
  asked: string[]
}

type Kind = {
  origin?: string
  /** False: a frame whose cookies are refused and never sent. */
  keepsCookies?: boolean
  /** False: storage throws, as in some private windows. */
  hasStorage?: boolean
}

/** Undone by `vi.unstubAllGlobals()`. */
export function openFakeBrowser({
  origin = '',
  keepsCookies = true,
  hasStorage = true,
}: Kind = {}): FakeBrowser {
  const cookies = new Map<string, string>()
  const asked: string[] = []
  const localStorage = new Map<string, string>()
  const sessionStorage = new Map<string, string>()
  const realFetch = globalThis.fetch
  let scriptCookies = ''

  vi.stubGlobal('window', {
    get localStorage() {
      return storage(localStorage, hasStorage)
    },
    get sessionStorage() {
      return storage(sessionStorage, hasStorage)
    },
  })
  vi.stubGlobal('document', {
    get cookie() {
      return scriptCookies
    },
    set cookie(value: string) {
      const [pair = ''] = value.split(';')
      scriptCookies = keepsCookies && !value.includes('max-age=0') ? pair : ''
    },
  })
  vi.stubGlobal('fetch', async (path: string, options: RequestInit = {}) => {
    // The test's own requests, which name their server, are nobody's browser.
    if (!path.startsWith('/')) return realFetch(path, options)
    asked.push(`${options.method} ${path}`)
    const headers = new Headers(options.headers)
    if (keepsCookies) headers.set('cookie', [...cookies].map((pair) => pair.join('=')).join('; '))
    const response = await realFetch(`${origin}${path}`, { ...options, headers, referrerPolicy: '' })
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=')
      cookies.set(name, value)
    }
    return response
  })
  return { localStorage, sessionStorage, cookies, asked }
}

function storage(items: Map<string, string>, isAllowed: boolean) {
  if (!isAllowed) throw new Error('Storage is refused in this window.')
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => items.set(key, value),
    removeItem: (key: string) => items.delete(key),
  }
}
