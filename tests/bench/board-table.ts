// Says what a board costs that five people have filled: its document, opening it, what dragging sends and leaves behind.
import { readFileSync } from 'node:fs'
import {
  applied,
  boardSession,
  draggedTogether,
  dragTraffic,
  loadBoard,
  session,
} from '#tests/bench/board-session.ts'
import { say, show, verdict } from '#tests/bench/say.ts'
import { median } from '#tests/bench/statistics.ts'

const aim = { kilobytes: 180, structs: 2500, loads: 2, messages: 15, draggedBytes: 15 * 1024 }
const warmUps = 10
const tries = 60

export function boardTable(): void {
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
  const { applyMs, loadMs } = loadTimes(update)
  const ratio = loadMs / applyMs
  say(
    `  opening: ${show(loadMs, 1)} ms, Y.applyUpdate alone ${show(applyMs, 1)} ms: ${show(ratio)} times (at most ${aim.loads}: ${verdict(ratio <= aim.loads)})`,
  )
  const messages = dragTraffic(10)
  say(
    `  dragging a card: ${show(messages, 1)} messages a second (at most ${aim.messages}: ${verdict(messages <= aim.messages)})`,
  )
  const bytes = draggedTogether({ shapes: 100, ticks: 60 })
  say(
    `  dragging 100 cards together: ${show(bytes / 1024, 1)} KB more (at most 15: ${verdict(bytes <= aim.draggedBytes)})`,
  )
}

/** Medians of tries by turns, so that a busy machine disturbs both alike. */
function loadTimes(update: Uint8Array): { applyMs: number; loadMs: number } {
  const apply: number[] = []
  const open: number[] = []
  for (let at = -warmUps; at < tries; at++) {
    const times = [timeOf(() => applied(update)), timeOf(() => loadBoard(update))] as const
    if (at < 0) continue
    apply.push(times[0])
    open.push(times[1])
  }
  return { applyMs: median(apply), loadMs: median(open) }
}

function timeOf(act: () => void): number {
  const startedAt = performance.now()
  act()
  return performance.now() - startedAt
}

/**
 * tldraw's validators look at NODE_ENV for every value. In a browser the bundler has written it in; to ask the process's
 * own environment takes longer than the check.
 */
function asBundled(): void {
  process.env = { ...process.env, NODE_ENV: 'production' }
}

/** Whatever else the machine does makes times longer. */
export function load(): string {
  try {
    return `load average ${readFileSync('/proc/loadavg', 'utf8').split(' ').slice(0, 3).join(' ')}`
  } catch {
    return 'load not known here'
  }
}
