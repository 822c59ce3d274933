// The map's picture as somebody with the results link saves it: all that browsers alone could draw is not in it.
import { readFile } from 'node:fs/promises'
import { expect } from 'vitest'
import type { BoardWorkshop } from '#tests/support/board-workshop.ts'

export async function svgFromResults(room: BoardWorkshop): Promise<string> {
  const { page, context } = await room.sitDown({ acceptDownloads: true })
  await page.goto(room.links.results)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^SVG/ }).click(),
  ])
  const svg = await readFile(await download.path(), 'utf8')
  expect(svg).not.toContain('<foreignObject')
  await context.close()
  return svg
}
