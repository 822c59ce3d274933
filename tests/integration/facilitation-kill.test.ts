// Kill the server at any moment: every acknowledged command, and every event anybody has seen, is there exactly once.
import { type ChildProcess, fork } from 'node:child_process'
import { randomInt, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { io, type Socket } from 'socket.io-client'
import { expect, onTestFinished, test } from 'vitest'
import { silentLog } from '#server/log.ts'
import { openSqlite } from '#server/storage/sqlite.ts'
import type { Event } from '#shared/facilitation/events.ts'
import type { ClientToServer, Reply, ServerToClient } from '#shared/facilitation/protocol.ts'
import { PersonId, WorkshopId } from '#shared/ids.ts'

const workshopId = WorkshopId.parse('w00000000001')
const people = Array.from({ length: 10 }, (_, number) =>
  PersonId.parse(`p${String(number).padStart(15, '0')}`),
)
const lives = 8

type Sent = { commandId: string; promise: string; reply: Reply | null }
/** One person: sends one command after the other, and after a crash the one that was not answered again. */
type Person = {
  personId: PersonId
  sent: Sent[]
  seen: Map<number, Event>
  socket: Socket<ServerToClient, ClientToServer> | null
}

async function startServer(file: string): Promise<{ server: ChildProcess; url: string }> {
  const script = new URL('./facilitation-kill-server.ts', import.meta.url)
  const server = fork(script, [file], { execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  onTestFinished(() => void server.kill('SIGKILL'))
  const [message] = await once(server, 'message')
  return { server, url: `http://127.0.0.1:${message.port}` }
}

async function connect(person: Person, url: string): Promise<void> {
  const socket: Socket<ServerToClient, ClientToServer> = io(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { workshopId },
    extraHeaders: { 'x-seat': `participant ${person.personId}` },
  })
  person.socket = socket
  socket.on('events', ({ seq, events }) => {
    for (const [index, event] of events.entries()) person.seen.set(seq + index, event)
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', reject)
  })
  await socket.emitWithAck('resume', { afterSeq: null })
}

/** Until the connection breaks. */
async function work({ socket, sent, personId }: Person): Promise<void> {
  if (!socket) return
  const gone = new Promise<'gone'>((resolve) => socket.once('disconnect', () => resolve('gone')))
  while (socket.connected) {
    const last = sent.at(-1)
    const unanswered = last?.reply === null ? last : null
    const next = unanswered ?? { commandId: randomUUID(), promise: `${personId} ${sent.length}`, reply: null }
    if (!unanswered) sent.push(next)
    const command = { type: 'check-in.accept', promise: next.promise }
    const answer = await Promise.race([
      socket.emitWithAck('command', { commandId: next.commandId, command }),
      gone,
    ])
    if (answer === 'gone') return
    next.reply = answer
    // Ten people sending as fast as they can would run into the limit that is meant for machines.
    if (!answer.ok && answer.code === 'busy') {
      sent.pop()
      return void (await gone)
    }
  }
}

test('after kill -9 at any moment every acknowledged command is there exactly once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'runde-kill-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const file = join(folder, 'runde.sqlite')

  const founding = await openSqlite(file, { log: silentLog })
  const joined = people.map(
    (personId): Event => ({
      type: 'person.joined',
      personId,
      role: 'participant',
      departmentId: null,
      at: 0,
    }),
  )
  await founding.facilitation.append({ workshopId, seq: 1, events: joined, answer: null })
  await founding.close()

  const team = people.map((personId): Person => ({ personId, sent: [], seen: new Map(), socket: null }))
  const acknowledged = () => team.flatMap(({ sent }) => sent).filter(({ reply }) => reply !== null).length
  for (let life = 0; life < lives; life++) {
    const { server, url } = await startServer(file)
    await Promise.all(team.map((person) => connect(person, url)))
    const enough = acknowledged() + randomInt(1, 300)
    const working = team.map(work)
    await expect.poll(acknowledged, { interval: 1, timeout: 60_000 }).toBeGreaterThan(enough)
    server.kill('SIGKILL')
    await once(server, 'exit')
    await Promise.all(working)
    for (const { socket } of team) socket?.disconnect()
  }

  // One life more, in which what was not answered is sent again.
  const { server, url } = await startServer(file)
  for (const person of team) {
    await connect(person, url)
    for (const one of person.sent.slice(-3)) {
      const command = { type: 'check-in.accept', promise: one.promise }
      const reply = await person.socket?.emitWithAck('command', { commandId: one.commandId, command })
      if (one.reply) expect(reply).toEqual(one.reply)
      one.reply ??= reply ?? null
    }
    person.socket?.disconnect()
  }
  server.kill('SIGKILL')
  await once(server, 'exit')

  const storage = await openSqlite(file, { log: silentLog })
  onTestFinished(() => storage.close())
  const log = await storage.facilitation.read(workshopId, 0)
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1))

  const seqOf = new Map<string, number[]>()
  for (const { seq, event } of log)
    if (event.type === 'check-in.accepted')
      seqOf.set(event.promise ?? '', [...(seqOf.get(event.promise ?? '') ?? []), seq])
  const sent = team.flatMap((person) => person.sent)
  expect(sent.length).toBeGreaterThan(lives)
  const wrong = sent.filter(({ promise, reply }) => {
    const seqs = seqOf.get(promise) ?? []
    return !reply?.ok || seqs.length !== 1 || seqs[0] !== reply.seq
  })
  expect(wrong).toEqual([])

  const eventOf = new Map(log.map(({ seq, event }) => [seq, event]))
  for (const { seen } of team) for (const [seq, event] of seen) expect(eventOf.get(seq)).toEqual(event)
}, 240_000)
