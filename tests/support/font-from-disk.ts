// Reads the font files that a browser would fetch from a build.
import { readFile } from 'node:fs/promises'

/** `url` is what vitest makes of an import: a path in this repository, and a query. */
export const fontFromDisk = async (url: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await readFile(`.${url.replace(/\?.*/, '')}`))
