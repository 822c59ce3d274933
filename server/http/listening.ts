// The port: takes it, keeps sockets to the paths that have a gateway, and gives it back.
import type { Server } from 'node:http'
import { networkInterfaces } from 'node:os'

/** Resolves with the port. Rejects with a sentence when it cannot be had. */
export function listen(
  httpServer: Server,
  { port, host }: { port: number; host: string | null },
): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const refuse = (error: NodeJS.ErrnoException) => reject(new Error(sentence(error, { port, host })))
  httpServer.once('error', refuse)
  httpServer.listen({ port, ...(host === null ? {} : { host }) }, () => {
    httpServer.off('error', refuse)
    const address = httpServer.address()
    resolve(typeof address === 'object' && address ? address.port : port)
  })
  return promise
}

function sentence(
  { code, message }: NodeJS.ErrnoException,
  { port, host }: { port: number; host: string | null },
): string {
  if (code === 'EADDRINUSE')
    return `port ${port} is taken by another program; end that one, or choose another port with PORT=3001.`
  if (code === 'EACCES') return `port ${port} is not for us; choose one above 1023 with PORT=3000.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST is ${host}, and this machine has no such address; unset it to listen on all.`
  return message
}

/**
 * Lines for whoever started us. Links are made for the address that a page was opened under, so somebody who wants
 * phones to join has to open the one that phones can reach.
 */
export function whereToFindUs(
  { host, publicUrl }: { host: string | null; publicUrl: string | null },
  port: number,
): string[] {
  const local = `Runde is open: ${publicUrl ?? `http://localhost:${port}`}`
  if (publicUrl !== null || host !== null) return [local]
  const inNetwork = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => `For phones and others in this network: http://${address}:${port}`)
  return [local, ...inNetwork]
}

/** Gateways each take their own path and leave the others alone; what is left is answered here. */
export function refuseOtherUpgrades(httpServer: Server, paths: readonly string[]): void {
  httpServer.on('upgrade', ({ url = '' }, socket) => {
    if (!paths.some((path) => url.startsWith(path)))
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n')
  })
}

/** How long requests under way may take; sockets have been told and are gone by then. */
const defaultPatienceMs = 5_000

/**
 * Watches which requests are under way, from now on. The function it returns takes no new connection, waits for those
 * requests, then cuts off what is left: a browser also keeps connections open on which it has asked nothing yet, and node
 * alone would wait for these.
 */
export function createDrain(
  httpServer: Server,
  { patienceMs = defaultPatienceMs }: { patienceMs?: number } = {},
): () => Promise<void> {
  let underWay = 0
  let isDraining = false
  const cutIfDone = () => {
    if (isDraining && underWay === 0) httpServer.closeAllConnections()
  }
  httpServer.on('request', (_request, response) => {
    underWay += 1
    response.once('close', () => {
      underWay -= 1
      cutIfDone()
    })
  })
  return () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const giveUp = setTimeout(() => httpServer.closeAllConnections(), patienceMs)
    isDraining = true
    httpServer.close(() => {
      clearTimeout(giveUp)
      resolve()
    })
    cutIfDone()
    return promise
  }
}
