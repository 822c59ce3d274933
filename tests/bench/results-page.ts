// The report page in a real Chromium: until it answers, until each file is there, and what memory all of it takes.
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { z } from 'zod'
import { processorMs } from '#tests/bench/processes.ts'
import { sitDown } from '#tests/support/browser.ts'
import { fileLabels, takeFile } from '#tests/support/report-files.ts'

export type PageFigures = {
  /** From the start of the navigation to the frame that answers the first click after the report is there. */
  usableMs: number
  /** Processor time of the page's main thread until then, which a busy machine does not make longer by waiting. */
  workMs: number
  /** From the start of the navigation to the picture of the map. */
  pictureMs: number
  /** How long the page answered to nothing at a stretch while it was opening. */
  longestTaskMs: number
  /** Each asked for once, its code not loaded yet; null for one that has nothing to put into it. `cpuMs`: of all threads of the page's process. */
  files: { label: string; ms: number | null; cpuMs: number }[]
  memory: {
    /** The most JavaScript that was held after a file. */
    heapMB: number
    /** The most that the page's process had until the report was read, and until the last file was saved. */
    openMB: number
    highestMB: number
    /** What it still has after clearing up. */
    heldMB: number
  }
}

export async function measureReport(
  browser: Browser,
  { origin, link, title, hasMap }: { origin: string; link: string; title: string; hasMap: boolean },
): Promise<PageFigures> {
  const { page, context } = await sitDown(browser, origin, { locale: 'en-GB', acceptDownloads: true })
  const devTools = await page.context().newCDPSession(page)
  await devTools.send('Performance.enable', { timeDomain: 'threadTicks' })
  const metric = async (wanted: string) => {
    const { metrics } = await devTools.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN
  }
  const heap = async () => (await metric('JSHeapUsedSize')) / 1e6
  await page.addInitScript(watchTasks)
  await page.goto(link, { waitUntil: 'commit' })
  // By its element, not by its role: working out the roles of a long page takes the thread that is measured 0.1 s.
  await page.locator('h1', { hasText: title }).waitFor()
  const usableMs = await clickAnswered(page)
  const workMs = (await metric('TaskDuration')) * 1000
  if (hasMap) await page.getByRole('img', { name: /Picture of the map/ }).waitFor({ timeout: 60_000 })
  const pictureMs = await page.evaluate(() => performance.now())
  const longestTaskMs = await page.evaluate(() => Math.max(0, ...(window as unknown as Watched).tasks))
  const pid = await pagePid(browser)
  const openMB = residentOf(pid, 'VmHWM')
  const made: PageFigures['files'] = []
  let heapMB = await heap()
  for (const label of fileLabels.en) {
    const [startedAt, cpuBefore] = [performance.now(), processorMs(pid)]
    const file = await takeFile(page, label)
    const ms = file && performance.now() - startedAt
    made.push({ label, ms, cpuMs: processorMs(pid) - cpuBefore })
    heapMB = Math.max(heapMB, await heap())
  }
  const highestMB = residentOf(pid, 'VmHWM')
  await devTools.send('HeapProfiler.collectGarbage')
  const heldMB = residentOf(pid, 'VmRSS')
  await context.close()
  return {
    usableMs,
    workMs,
    pictureMs,
    longestTaskMs,
    files: made,
    memory: { heapMB, openMB, highestMB, heldMB },
  }
}

type Watched = { tasks: number[] }

/** Runs in the page before everything else. */
function watchTasks(): void {
  const tasks: number[] = []
  Object.assign(window, { tasks })
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration)
  }).observe({ entryTypes: ['longtask'] })
}

/** A click on the heading, and the second frame after it: the first one was under way. The page's clock starts with the navigation. */
async function clickAnswered(page: Page): Promise<number> {
  await page.evaluate(() => {
    const answered = new Promise<number>((resolve) => {
      const frame = () => requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())))
      addEventListener('click', frame, { once: true, capture: true })
    })
    Object.assign(window, { answered })
  })
  await page.mouse.click(200, 200)
  return page.evaluate(() => (window as unknown as { answered: Promise<number> }).answered)
}

const Processes = z.object({ processInfo: z.array(z.object({ type: z.string(), id: z.number() })) })

/** The largest of the page processes: the others are kept in stock, empty. */
async function pagePid(browser: Browser): Promise<number> {
  const devTools = await browser.newBrowserCDPSession()
  const { processInfo } = Processes.parse(await devTools.send('SystemInfo.getProcessInfo'))
  await devTools.detach()
  const pages = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id)
  const [largest = 0] = pages.toSorted((one, other) => residentOf(other, 'VmRSS') - residentOf(one, 'VmRSS'))
  return largest
}

/** Its memory now, or at its highest, without the browser's own code, of which all share one; NaN where the system does not tell. */
function residentOf(pid: number, which: 'VmRSS' | 'VmHWM'): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const megabytes = (name: string) =>
      Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]) / 1000
    return megabytes(which) - megabytes('RssFile')
  } catch {
    return Number.NaN
  }
}
