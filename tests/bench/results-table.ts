// Prints what the report of a workshop of five sessions costs, in the browser and on the server, beside one with nothing in it.
import { loadavg } from 'node:os'
import type { CreatedWorkshop } from '#shared/access/api.ts'
import type { WorkshopFile } from '#shared/workshop-file/workshop-file.ts'
import { aimLine } from '#tests/bench/aim-line.ts'
import { type HeldUp, tellsHeldUp, watchHeldUp } from '#tests/bench/held-up.ts'
import { keepTo, processors } from '#tests/bench/processes.ts'
import { measureReport, type PageFigures } from '#tests/bench/results-page.ts'
import { say, show } from '#tests/bench/say.ts'
import { median } from '#tests/bench/statistics.ts'
import { bringWorkshop } from '#tests/support/bring-workshop.ts'
import { openBrowser } from '#tests/support/browser.ts'
import { longWorkshop } from '#tests/support/long-workshop.ts'
import { fileLabels } from '#tests/support/report-files.ts'
import { createWorkshop, joinByLink, type RunningServer, startServer } from '#tests/support/server.ts'

const size = { people: 40, sessions: 5, cards: 300, polls: 12 }
/** As much as a board takes; nothing of it may be lost, nor a phone run out of memory. */
const largeCards = 2000
const aim = { usableMs: 2000, fileMs: 5000, memoryMB: 300, largeMemoryMB: 600, heldUpMs: 50 }
/** Everybody, as when the next session is prepared. */
const askers = size.people

export async function resultsTable(rounds: number): Promise<void> {
  say(
    `The report of ${size.people} people, ${size.cards} cards, ${size.polls} secret polls and a concern box a session over ${size.sessions} sessions; load ${loadNow()}`,
  )
  const file = longWorkshop(size)
  const largeFile = longWorkshop({ ...size, cards: largeCards })
  const full: PageFigures[] = []
  const empty: PageFigures[] = []
  const large: PageFigures[] = []
  const asked: Asked[] = []
  for (let round = 0; round < rounds; round++) {
    const server = await startServer({ args: [...tellsHeldUp, 'server/main.ts'] })
    keepTo(processors?.server, server.process.pid)
    try {
      const nothing = await createWorkshop(server.origin, { title: 'Leer', template: 'blank' })
      const workshop = await bringWorkshop(server.origin, file)
      asked.push(await askTogether(server, nothing, workshop))
      empty.push(await open(server, { links: nothing.links, title: 'Leer', hasMap: false }))
      full.push(await open(server, reportOf(workshop, file)))
      // Asked for last: the server holds what it has brought in.
      large.push(await open(server, reportOf(await bringWorkshop(server.origin, largeFile), largeFile)))
    } finally {
      await server.clear()
    }
  }
  sayPage(full, empty)
  sayFiles(full, empty)
  sayLarge(large, full)
  sayServer(asked)
  say(`  load at the end ${loadNow()}`)
}

type Opening = { links: CreatedWorkshop['links']; title: string; hasMap: boolean }

const reportOf = ({ links }: CreatedWorkshop, { workshop }: WorkshopFile): Opening => ({
  links,
  title: workshop.title,
  hasMap: true,
})

/** A browser of its own each time: its page's process has had nothing else in it. */
async function open({ origin }: RunningServer, { links, title, hasMap }: Opening): Promise<PageFigures> {
  const browser = await openBrowser({ isWhole: true })
  try {
    return await measureReport(browser, { origin, link: links.results, title, hasMap })
  } finally {
    await browser.close()
  }
}

type Answering = HeldUp & { lastMs: number }
/** `again`: without a change in between. */
type Asked = Record<'empty' | 'first' | 'again', Answering>

async function askTogether(
  server: RunningServer,
  nothing: CreatedWorkshop,
  workshop: CreatedWorkshop,
): Promise<Asked> {
  return {
    empty: await ask(server, nothing),
    first: await ask(server, workshop),
    again: await ask(server, workshop),
  }
}

async function ask(server: RunningServer, { id, links }: CreatedWorkshop): Promise<Answering> {
  const { cookie } = await joinByLink(links.results)
  const heldUp = watchHeldUp(server)
  const startedAt = performance.now()
  await Promise.all(
    Array.from({ length: askers }, async () => {
      const response = await fetch(`${server.origin}/api/workshops/${id}/results.json`, {
        headers: { cookie },
      })
      if (!response.ok) throw new Error(`results.json: ${response.status} ${await response.text()}`)
      await response.arrayBuffer()
    }),
  )
  const lastMs = performance.now() - startedAt
  return { ...heldUp(), lastMs }
}

const each = (values: readonly number[]) => values.map((value) => show(value, 0)).join(', ')

function sayPage(full: readonly PageFigures[], empty: readonly PageFigures[]): void {
  const usable = full.map(({ usableMs }) => usableMs)
  aimLine('the page shows what was decided and answers a click', median(usable), aim.usableMs, [
    `ms, the median of ${each(usable)}; the empty one ${each(empty.map(({ usableMs }) => usableMs))}`,
    `${each(full.map(({ workMs }) => workMs))} ms of work of the page’s thread, the empty one ${each(empty.map(({ workMs }) => workMs))}`,
    `with the picture of the map after ${each(full.map(({ pictureMs }) => pictureMs))} ms; the longest task of it ${each(full.map(({ longestTaskMs }) => longestTaskMs))}`,
  ])
  const memory = (figures: readonly PageFigures[], what: keyof PageFigures['memory']) =>
    figures.map((one) => one.memory[what])
  const open = memory(full, 'openMB')
  aimLine('memory of the page’s process while the report is read', Math.max(...open), aim.memoryMB, [
    `MB resident at its highest, without the browser’s own code; the empty one ${each(memory(empty, 'openMB'))}`,
    `JavaScript heap up to ${each(memory(full, 'heapMB'))} MB, the empty one ${each(memory(empty, 'heapMB'))}`,
  ])
  const highest = memory(full, 'highestMB')
  aimLine('  and while all files are made one after the other', Math.max(...highest), aim.memoryMB, [
    `MB at its highest, ${each(memory(full, 'heldMB'))} after clearing up; the empty one ${each(memory(empty, 'highestMB'))}; ${each(memory(empty, 'heldMB'))}`,
  ])
}

function sayFiles(full: readonly PageFigures[], empty: readonly PageFigures[]): void {
  const of = (figures: readonly PageFigures[], label: string) =>
    figures.flatMap(({ files }) => files.filter((file) => file.label === label))
  for (const label of fileLabels.en) {
    const ms = (figures: readonly PageFigures[]) => of(figures, label).map((file) => file.ms ?? Number.NaN)
    const cpuMs = (figures: readonly PageFigures[]) => of(figures, label).map((file) => file.cpuMs)
    aimLine(label, median(ms(full)), aim.fileMs, [
      `ms until it is saved, the median of ${each(ms(full))}; ${each(cpuMs(full))} ms of processor time`,
      `of the empty one ${each(ms(empty))}; ${each(cpuMs(empty))}`,
    ])
  }
}

/** Beside the usual one, of the same round. */
function sayLarge(large: readonly PageFigures[], full: readonly PageFigures[]): void {
  const ratio = (pick: (one: PageFigures) => number | null) =>
    show(
      median(large.map((one, at) => (pick(one) ?? Number.NaN) / (full[at] ? (pick(full[at]) ?? 0) : 0))),
      1,
    )
  const highest = large.map(({ memory }) => memory.highestMB)
  const msOf =
    (label: string) =>
    ({ files }: PageFigures) =>
      files.find((file) => file.label === label)?.ms ?? null
  aimLine(
    `${largeCards} cards, the same files one after the other`,
    Math.max(...highest),
    aim.largeMemoryMB,
    [
      `MB at its highest, ${ratio(({ memory }) => memory.highestMB)} times the usual one: ${each(highest)}`,
      `while it is read ${each(large.map(({ memory }) => memory.openMB))} MB (${ratio(({ memory }) => memory.openMB)} times), after clearing up ${each(large.map(({ memory }) => memory.heldMB))} MB (${ratio(({ memory }) => memory.heldMB)} times)`,
      `usable after ${ratio(({ usableMs }) => usableMs)} times, with its picture after ${ratio(({ pictureMs }) => pictureMs)} times as long; ${fileLabels.en
        .slice(0, 3)
        .map((label) => `${label} ${ratio(msOf(label))}`)
        .join(', ')}`,
    ],
  )
}

function sayServer(asked: readonly Asked[]): void {
  const of = (which: keyof Asked, what: keyof Answering) => asked.map((one) => one[which][what])
  const own = [...of('first', 'ownMs'), ...of('again', 'ownMs')]
  aimLine(`${askers} ask for results.json at once, the server stands still`, Math.max(...own), aim.heldUpMs, [
    `ms at most; the first time ${each(of('first', 'ownMs'))}, again ${each(of('again', 'ownMs'))}, of the empty one ${each(of('empty', 'ownMs'))}`,
    `with what other programs took of the processor: ${each(of('first', 'longestMs'))}; ${each(of('again', 'longestMs'))}; ${each(of('empty', 'longestMs'))}`,
    `the last has it after ${each(of('first', 'lastMs'))}; ${each(of('again', 'lastMs'))}; ${each(of('empty', 'lastMs'))} ms`,
  ])
}

/** Of the last minute: above the number of processors, others have been waiting too. */
const loadNow = () => show(loadavg()[0] ?? Number.NaN, 1)
