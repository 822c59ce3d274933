// Serves the files whose names carry a hash, compressed once and kept: fifty people who join at once cost one compression.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { RequestHandler } from 'express'

const compressions = {
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes),
}
type Encoding = keyof typeof compressions
const encodings = Object.keys(compressions) as Encoding[] // the keys of the object above, br first

/** Pictures and fonts of these kinds are compressed already. */
const compressible = /\.(js|css|svg|json|txt)$/

/**
 * `folder` is the build's. Only names as the build makes them are looked up, so nothing outside it can be reached; what
 * has once been read under a name stays right, because another content would have another name.
 */
export function hashedAssets(folder: string): RequestHandler {
  const kept = new Map<string, Promise<Buffer>>()
  return (request, response, next) => {
    const name = /^\/assets\/([\w.-]+)$/.exec(request.path)?.[1]
    const encoding = request.acceptsEncodings(...encodings)
    if (!name || !encoding || !isEncoding(encoding) || !compressible.test(name)) return next()
    if (request.method !== 'GET' && request.method !== 'HEAD') return next()
    compressed(name, encoding).then(
      (bytes) => {
        response.set({
          'Cache-Control': 'public, max-age=31536000, immutable',
          'Content-Encoding': encoding,
          Vary: 'Accept-Encoding',
        })
        response.type(name)
        response.send(bytes)
      },
      (error: NodeJS.ErrnoException) => next(error.code === 'ENOENT' ? undefined : error),
    )
  }

  function compressed(name: string, encoding: Encoding): Promise<Buffer> {
    const key = `${encoding} ${name}`
    const found = kept.get(key)
    if (found !== undefined) return found
    const made = readFile(join(folder, 'assets', name)).then(compressions[encoding])
    kept.set(key, made)
    // A name that is not there is forgotten again: names are free to make up.
    made.catch(() => kept.delete(key))
    return made
  }
}

const isEncoding = (value: string): value is Encoding => value in compressions
