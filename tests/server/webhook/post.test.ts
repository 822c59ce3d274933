// One attempt to post: what arrives, and what is never reached.
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { createPost } from '#server/webhook/post.ts'
import type { Address } from '#server/webhook/public-address.ts'

const loopback: Address = { address: '127.0.0.1', family: 4 }

/** A receiver at a loopback address, and what reached it. */
async function receiver(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const arrived: { headers: IncomingMessage['headers']; body: string; url: string }[] = []
  const server = createServer((request, response) => {
    text(request).then((body) => {
      arrived.push({ headers: request.headers, body, url: request.url ?? '' })
      answer(request, response)
    })
  }).listen(0, '127.0.0.1')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // a TCP server's address is one
  return { arrived, url: `http://hooks.example:${port}/in?key=1` }
}
const ok = (_: IncomingMessage, response: ServerResponse) => response.writeHead(204).end()
const trusting = (addresses: readonly Address[] = [loopback], withinMs?: number) =>
  createPost({
    resolve: async () => addresses,
    trustedHosts: ['hooks.example'],
    ...(withinMs && { withinMs }),
  })

test('body and headers arrive at the address that the name was resolved to', async () => {
  const { arrived, url } = await receiver(ok)
  expect(await trusting()(url, { 'webhook-id': 'a' }, '{"ä":1}')).toEqual({ ok: true, status: 204 })
  expect(arrived).toHaveLength(1)
  expect(arrived[0]).toMatchObject({ body: '{"ä":1}', url: '/in?key=1' })
  expect(arrived[0]?.headers).toMatchObject({ 'webhook-id': 'a', 'content-type': 'application/json' })
  expect(arrived[0]?.headers.host).toMatch(/^hooks\.example:/)
})

test.each(['127.0.0.1', '10.0.0.1', '169.254.169.254', '::1', '::ffff:10.0.0.1'])(
  'a name that leads to %s is refused, also beside a public address',
  async (address) => {
    const { arrived, url } = await receiver(ok)
    const addresses = [
      { address: '93.184.216.34', family: 4 },
      { address, family: address.includes(':') ? 6 : 4 },
    ]
    const post = createPost({ resolve: async () => addresses, trustedHosts: [] })
    expect(await post(url.replace('http:', 'https:'), {}, '{}')).toEqual({
      ok: false,
      failure: 'private-address',
      status: null,
    })
    expect(arrived).toEqual([])
  },
)

test('the name is resolved once: what it answers afterwards reaches nobody', async () => {
  const { arrived, url } = await receiver(ok)
  let asked = 0
  const resolve = async () => {
    asked += 1
    return [loopback]
  }
  await createPost({ resolve, trustedHosts: ['hooks.example'] })(url, {}, '{}')
  expect(asked).toBe(1)
  expect(arrived).toHaveLength(1)
})

test('nothing goes out by plain http but to trusted hosts', async () => {
  const { arrived, url } = await receiver(ok)
  const post = createPost({ resolve: async () => [loopback], trustedHosts: ['other.example'] })
  expect(await post(url, {}, '{}')).toMatchObject({ ok: false, failure: 'not-https' })
  expect(arrived).toEqual([])
})

test('an answer that sends us elsewhere is not followed', async () => {
  const elsewhere = await receiver(ok)
  const { url } = await receiver((_, response) => response.writeHead(307, { location: elsewhere.url }).end())
  expect(await trusting()(url, {}, '{}')).toEqual({ ok: false, failure: 'redirected', status: 307 })
  expect(elsewhere.arrived).toEqual([])
})

test.each([400, 404, 410, 500])('an answer %i is a failure', async (status) => {
  const { url } = await receiver((_, response) => response.writeHead(status).end())
  expect(await trusting()(url, {}, '{}')).toEqual({ ok: false, failure: 'refused', status })
})

test('nobody there, no such name, or no answer in time', async () => {
  const { url } = await receiver(() => {})
  expect(await trusting([loopback], 200)(url, {}, '{}')).toMatchObject({ failure: 'too-slow' })
  expect(await trusting([])(url, {}, '{}')).toMatchObject({ failure: 'unknown-host' })
  expect(await trusting()('http://hooks.example:1/', {}, '{}')).toMatchObject({ failure: 'unreachable' })
})

test('a name that is never resolved is given up in time', async () => {
  const post = createPost({ resolve: () => new Promise(() => {}), trustedHosts: [], withinMs: 50 })
  expect(await post('https://slow.example/', {}, '{}')).toMatchObject({ failure: 'too-slow' })
})

test('an endless answer is not read', async () => {
  const { url } = await receiver((_, response) => {
    response.writeHead(200)
    const more = () => response.write('x'.repeat(100_000), more)
    more()
  })
  expect(await trusting()(url, {}, '{}')).toEqual({ ok: true, status: 200 })
})

test('a receiver that wants to speak another protocol is told from one that answers', async () => {
  const server = createTcpServer((socket) => {
    socket.once('data', () =>
      socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: other\r\n\r\n'),
    )
    socket.on('error', () => {}) // it is hung up on
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // a TCP server's address is one
  expect(await trusting()(`http://hooks.example:${port}/`, {}, '{}')).toEqual({
    ok: false,
    failure: 'unreachable',
    status: null,
  })
})
