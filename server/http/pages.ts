// Where the browser's half comes from: the build in dist/client, or Vite while developing.
import { readFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import { join } from 'node:path'
import express, { type RequestHandler, Router } from 'express'
import { hashedAssets } from '#server/http/hashed-assets.ts'

export type Pages = {
  /** Everything but the page itself: scripts, styles, fonts, pictures. */
  files: RequestHandler
  /** The one HTML page, for an address. null when it has not been built. */
  page(url: string): Promise<string | null>
  isDev: boolean
  close(): Promise<void>
}

/** `folder` is what `vite build` wrote. Read at each request, so that a new build is served without a restart. */
export function builtPages(folder: string): Pages {
  const hashed = join(folder, 'assets')
  const plain = express.static(folder, {
    index: false,
    redirect: false,
    setHeaders: (response, path) => {
      // Names in assets/ carry a hash of the contents: what was fetched once is right for ever.
      const caching = path.startsWith(hashed) ? 'public, max-age=31536000, immutable' : 'no-cache'
      response.setHeader('Cache-Control', caching)
    },
  })
  return {
    isDev: false,
    files: Router().use(hashedAssets(folder), plain),
    page: () =>
      readFile(join(folder, 'index.html'), 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null
        throw error
      }),
    close: async () => {},
  }
}

/** Vite in this process: it compiles what a page asks for and tells pages what has changed, on the same port. */
export async function vitePages(root: string, httpServer: Server): Promise<Pages> {
  const { createServer } = await import('vite') // a development dependency: not there in an installation for use only
  const vite = await createServer({
    configFile: join(root, 'vite.config.ts'),
    server: { middlewareMode: true, hmr: { server: httpServer } },
    appType: 'custom',
  })
  return {
    isDev: true,
    files: vite.middlewares,
    page: async (url) =>
      vite.transformIndexHtml(url, await readFile(join(root, 'client/index.html'), 'utf8')),
    close: () => vite.close(),
  }
}
