// Says what a board costs that five people have filled: its document, opening it, what dragging sends and leaves behind.
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  applied,
  asBundled,
  boardSession,
  draggedTogether,
  dragTraffic,
  loadBoard,
  session,
} from '#tests/bench/board-session.ts'
import { startModule } from '#tests/bench/processes.ts'
import { say, show, verdict } from '#tests/bench/say.ts'
import { median } from '#tests/bench/statistics.ts'

const aim = { kilobytes: 180, structs: 2500, loads: 2, messages: 15, draggedBytes: 15 * 1024 }
const warmUps = 10
const tries = 60
const freshTries = 7

export async function boardTable(): Promise<void> {
  asBundled()
  const { shapes, ticks, people } = session
  say(`A board: ${shapes} cards by ${people} people, ${ticks} steps of a drag each; ${load()}`)
  const { update, structs } = boardSession({ isHeldBack: true })
  const whole = boardSession({ isHeldBack: false })
  const kilobytes = update.length / 1024
  say(
    `  document ${show(kilobytes, 0)} KB (at most ${aim.kilobytes}: ${verdict(kilobytes <= aim.kilobytes)}), ${structs} structs (at most ${aim.structs}: ${verdict(structs <= aim.structs)});`,
  )
  say(`  with every step written ${show(whole.update.length / 1024, 0)} KB, ${whole.structs} structs`)
  await opening('for the first time, as a browser does', freshTimes(update))
  await opening('again and again', Promise.resolve(warmTimes(update)))
  const messages = dragTraffic(10)
  say(
    `  dragging a card: ${show(messages, 1)} messages a second (at most ${aim.messages}: ${verdict(messages <= aim.messages)})`,
  )
  const bytes = draggedTogether({ shapes: 100, ticks: 60 })
  say(
    `  dragging 100 cards together: ${show(bytes / 1024, 1)} KB more (at most 15: ${verdict(bytes <= aim.draggedBytes)})`,
  )
}

type Times = { apply: number[]; open: number[] }

async function opening(how: string, measured: Promise<Times>): Promise<void> {
  const { apply, open } = await measured
  const ratio = median(open) / median(apply)
  say(
    `  opening it ${how}: ${show(median(open), 1)} ms, Y.applyUpdate alone ${show(median(apply), 1)} ms: ${show(ratio)} times (at most ${aim.loads}: ${verdict(ratio <= aim.loads)})`,
  )
}

/** By turns, so that a busy machine disturbs both alike. */
function warmTimes(update: Uint8Array): Times {
  const times: Times = { apply: [], open: [] }
  for (let at = -warmUps; at < tries; at++) {
    const [apply, open] = [timeOf(() => applied(update)), timeOf(() => loadBoard(update))]
    if (at < 0) continue
    times.apply.push(apply)
    times.open.push(open)
  }
  return times
}

async function freshTimes(update: Uint8Array): Promise<Times> {
  const folder = await mkdtemp(join(tmpdir(), 'runde-bench-'))
  const file = join(folder, 'board.update')
  await writeFile(file, update)
  const times: Times = { apply: [], open: [] }
  for (let at = 0; at < freshTries; at++)
    for (const what of ['apply', 'open'] as const) {
      const { firstLine, end } = await startModule('board-open.ts', what, file)
      times[what].push(Number(firstLine))
      await end()
    }
  await rm(folder, { recursive: true })
  return times
}

function timeOf(act: () => void): number {
  const startedAt = performance.now()
  act()
  return performance.now() - startedAt
}

/** Whatever else the machine does makes times longer. */
export function load(): string {
  try {
    return `load average ${readFileSync('/proc/loadavg', 'utf8').split(' ').slice(0, 3).join(' ')}`
  } catch {
    return 'load not known here'
  }
}
