// Draws the pictures that a report asks for, each once; one that cannot be drawn must not take the report with it.
import type { PictureOf, Pictures, PngPicture } from '#client/results/files/pictures.ts'
import type { Progress } from '#client/results/files/report-file.ts'
import type { Report } from '#shared/results/report.ts'

/** Of the board, for a page across: 300 dots per inch and a little; more takes memory that nobody sees anything of. */
const boardSide = 3400
/** Of one card, which is small on paper. */
const cardSide = 900

export async function picturesFor(
  report: Report,
  pictures: Pictures,
  progress: Progress,
): Promise<Map<PictureOf, PngPicture>> {
  const blocks = report.sections.flatMap((section) => section.blocks)
  const wanted = new Set(blocks.flatMap((block) => (block.kind === 'picture' ? [block.of] : [])))
  const drawn = new Map<PictureOf, PngPicture>()
  let done = 0
  for (const of of wanted) {
    try {
      const picture = await pictures.png(of, of === 'board' ? boardSide : cardSide)
      if (picture) drawn.set(of, picture)
    } catch (error) {
      reportError(error) // a bug of ours: the browser's console keeps it, and the report says what is missing
    }
    progress(++done / wanted.size)
  }
  return drawn
}
