// A report as a PowerPoint file: its maps drawn by the page, the rest written in a thread.
import type { Progress, ReportSource } from '#client/results/files/report-file.ts'
import { writeIn } from '#client/results/files/thread.ts'
import type { Report } from '#shared/results/report.ts'
import { mapsByWeight, type Picture } from './map-slide.ts'
import type { SlidesJob, writeSlides } from './write-slides.ts'

const mimeType = 'application/vnd.openxmlformats-officedocument.presentationml.presentation'
// As many dots as a slide has on a large screen; more only makes the file heavy.
const pictureSide = 2600
/** Drawing the board takes the longer half. */
const pictureShare = 0.5

export async function slidesFile(
  { report, pictures }: Pick<ReportSource, 'report' | 'pictures'>,
  progress: Progress,
  write: typeof writeSlides = writeApart,
): Promise<Blob> {
  progress(0)
  const drawn = await mapPictures(report, pictures)
  pictures.close()
  progress(pictureShare)
  const file = await write({ report, pictures: drawn }, (share) =>
    progress(pictureShare + share * (1 - pictureShare)),
  )
  return new Blob([file], { type: mimeType })
}

function writeApart(job: SlidesJob, progress: Progress) {
  const thread = new Worker(new URL('./slides-worker.ts', import.meta.url), { type: 'module' })
  return writeIn(thread, { job, moved: job.pictures.map(({ bytes }) => bytes.buffer) }, progress)
}

/** More maps than that on slides are an atlas; a picture takes a second and some megabytes. */
const mostMaps = 3

/** Of the maps that matter most; those that cannot be drawn are left out. */
async function mapPictures(report: Report, pictures: ReportSource['pictures']): Promise<Picture[]> {
  const blocks = mapsByWeight(report.sections.find(({ id }) => id === 'map') ?? null)
  const drawn: Picture[] = []
  for (const { of, alt, map } of blocks.slice(0, mostMaps)) {
    const picture = await pictures.png(of, pictureSide)
    if (picture) drawn.push({ ...picture, of, alt, ...(map && { map }) })
  }
  return drawn
}
