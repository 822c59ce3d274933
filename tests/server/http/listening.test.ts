// How the port is given back: who is being answered gets the answer, and nobody else is waited for.
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { createDrain, listen } from '#server/http/listening.ts'

async function openServer() {
  const asked = Promise.withResolvers<ServerResponse>()
  const httpServer = createServer((_request, response) => asked.resolve(response))
  const drain = createDrain(httpServer, { patienceMs: 600_000 })
  const port = await listen(httpServer, { port: 0, host: '127.0.0.1' })
  return { httpServer, drain, port, asked: asked.promise }
}

test('a request under way is answered, then its kept connection is let go', async () => {
  const { drain, port, asked } = await openServer()
  const answer = fetch(`http://127.0.0.1:${port}`)
  const response = await asked
  let isDrained = false
  const drained = drain().then(() => {
    isDrained = true
  })
  await expect(fetch(`http://127.0.0.1:${port}`)).rejects.toThrow()
  expect(isDrained).toBe(false)
  response.end('late, but whole')
  expect(await (await answer).text()).toBe('late, but whole')
  await drained
})

test('a connection on which nothing was asked holds nothing up', async () => {
  const { httpServer, drain, port } = await openServer()
  const socket = connect(port, '127.0.0.1')
  await once(httpServer, 'connection')
  const cut = once(socket, 'close')
  await drain()
  await cut
})
