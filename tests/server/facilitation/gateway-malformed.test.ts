// What is not our protocol: counted, disconnected, without harm to anybody else.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { trustQuestion } from '#tests/support/questions.ts'
import { type Browser, enter, gatewayOver, lower, raise } from './gateway-for-test.ts'
import { ana, bo, fay, foundedRooms, openPoll, workshopId } from './room-for-test.ts'

async function openGateway() {
  const room = await foundedRooms()
  return { ...room, ...(await gatewayOver(room)) }
}
const isGone = ({ received }: Browser) => received.some(({ kind }) => kind === 'disconnect')

/** Sends whatever it is given, past the types and the client library's own checks. */
function say(browser: Browser, event: string, ...values: unknown[]): void {
  const emit: (event: string, ...values: unknown[]) => unknown = browser.socket.emit.bind(
    browser.socket,
  ) as never // deliberately not of the protocol
  emit(event, ...values)
}

const badMessages: [string, (browser: Browser) => void][] = [
  ['an unknown event', (browser) => say(browser, 'sudo', {})],
  [
    'a command without an acknowledgement',
    (browser) => say(browser, 'command', { commandId: crypto.randomUUID(), command: raise }),
  ],
  ['a command that is no envelope', (browser) => say(browser, 'command', 'raise', () => {})],
  ['a command without an id', (browser) => say(browser, 'command', { command: raise }, () => {})],
  [
    'a command with an id that is none',
    (browser) => say(browser, 'command', { commandId: '1', command: raise }, () => {}),
  ],
  ['no arguments at all', (browser) => say(browser, 'command')],
  ['bytes in place of a command', (browser) => say(browser, 'command', new Uint8Array([1, 2, 3]), () => {})],
  ['an impossible resume', (browser) => say(browser, 'resume', { afterSeq: -1 }, () => {})],
  ['a resume without an acknowledgement', (browser) => say(browser, 'resume', { afterSeq: null })],
  [
    'a ballot request that is none',
    (browser) => say(browser, 'poll.token', { pollId: 'x', blinded: 'y' }, () => {}),
  ],
  ['a reaction that nobody can have', (browser) => say(browser, 'reaction', 'thumbs-down')],
  ['a reaction that is no word', (browser) => say(browser, 'reaction', { reaction: 'heart' })],
  ['a question about the time without an acknowledgement', (browser) => say(browser, 'time')],
]

test.each(badMessages)(
  '%s ends the connection, is counted, and is nobody else’s trouble',
  async (_, send) => {
    const gateway = await openGateway()
    const [bad, good] = [await enter(gateway, bo), await enter(gateway, ana)]
    await good.resume(null)
    send(bad)
    await expect.poll(() => isGone(bad)).toBe(true)
    expect(gateway.gateway.figures().badMessages).toBe(1)
    expect(gateway.warnings).toEqual(['facilitation.bad-message'])
    expect(gateway.bugs).toEqual([])
    expect(await good.command(raise)).toMatchObject({ ok: true })
    expect(isGone(good)).toBe(false)
  },
)

test('a command that the schema refuses is answered with a sentence that names the field, and the connection stays', async () => {
  const gateway = await openGateway()
  const browser = await enter(gateway, fay)
  const refused = async (command: unknown) => {
    const reply = await browser.command(command)
    return reply.ok ? 'accepted' : `${reply.code}: ${reply.message}`
  }
  expect(await refused({ type: 'hand.fly' })).toMatch(/^invalid: The server knows no such command/)
  expect(await refused(null)).toMatch(/^invalid: /)
  expect(await refused({ type: 'hand.call', personId: 'nobody' })).toBe(
    'invalid: "personId" in this command is not acceptable: A person id has 16 characters, digits and small letters.',
  )
  const questions = [{ ...trustQuestion, question: 'x'.repeat(281) }]
  expect(await refused({ ...openPoll('open'), questions })).toBe(
    'invalid: "questions.0.question" in this command is not acceptable: This text is longer than 280 characters; shorten it.',
  )
  expect(await refused({ type: 'check-in.accept', promise: 'half \ud83d' })).toMatch(/^invalid: "promise"/)
  expect(await browser.command(raise)).toMatchObject({ ok: true })
  expect(gateway.published).toHaveLength(1)
})

test('a message that is too large ends the connection and no other', async () => {
  const gateway = await openGateway()
  const [bad, good] = [await enter(gateway, bo), await enter(gateway, ana)]
  say(bad, 'command', {
    commandId: crypto.randomUUID(),
    command: { type: 'check-in.accept', promise: 'x'.repeat(80_000) },
  })
  await expect.poll(() => isGone(bad)).toBe(true)
  expect(await good.command(raise)).toMatchObject({ ok: true })
})

test('whoever sends too fast is told to slow down, and whoever goes on is disconnected', async () => {
  const gateway = await openGateway()
  const [hasty, calm] = [await enter(gateway, ana), await enter(gateway, bo)]
  const replies = await Promise.all(
    Array.from({ length: 300 }, (_, index) => hasty.command(index % 2 ? lower : raise)),
  )
  expect(replies.filter((reply) => reply.ok)).toHaveLength(200)
  expect(replies.filter((reply) => !reply.ok && reply.code === 'busy')).toHaveLength(100)
  expect(isGone(hasty)).toBe(false)
  for (let count = 0; count < 1_000; count++) say(hasty, 'time', () => {})
  await expect.poll(() => isGone(hasty)).toBe(true)
  expect(await calm.command(raise)).toMatchObject({ ok: true })
})

/** Speaks to the server below socket.io: each text is one WebSocket frame. Resolves when the server hangs up or answers. */
async function sendRaw(url: string, frames: readonly (string | Uint8Array)[]): Promise<void> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
    headers: { 'x-seat': `participant ${bo.personId}` },
  })
  await new Promise<void>((resolve, reject) => {
    socket.on('error', reject)
    socket.on('close', () => resolve())
    socket.on('message', (message) => {
      const text = String(message)
      if (text.startsWith('0')) socket.send(`40${JSON.stringify({ workshopId })}`)
      if (!text.startsWith('40')) return
      for (const frame of frames) socket.send(frame)
      socket.close()
    })
  })
}

test('no frame, however broken, harms the server or anybody else', async () => {
  const gateway = await openGateway()
  const good = await enter(gateway, ana)
  const envelope = JSON.stringify(['command', { commandId: crypto.randomUUID(), command: raise }])
  const honest = `420${envelope}`
  const frame = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.uint8Array({ maxLength: 60 }),
    fc.json({ maxDepth: 3 }).map((json) => `42${json}`),
    fc.json({ maxDepth: 3 }).map((json) => `420["command",${json}]`),
    fc.json({ maxDepth: 3 }).map((json) => `451-["command",${json}]`),
    fc
      .tuple(fc.nat(honest.length - 1), fc.string({ minLength: 1, maxLength: 2 }))
      .map(([at, text]) => honest.slice(0, at) + text + honest.slice(at + 1)),
    fc.nat(honest.length).map((at) => honest.slice(0, at)),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(frame, { minLength: 1, maxLength: 8 }), async (frames) => {
      await sendRaw(gateway.url, frames)
      expect(await good.socket.emitWithAck('time')).toEqual(expect.any(Number))
    }),
    { numRuns: 100 },
  )
  expect(gateway.bugs).toEqual([])
  expect(isGone(good)).toBe(false)
  // Bo's hand may be up: some of those frames were honest after all. Nothing else may have happened.
  expect(
    gateway.published.every(({ event }) => event.type === 'hand.raised' && event.personId === bo.personId),
  ).toBe(true)
})
