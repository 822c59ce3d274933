// The report as files, one button for each format.
import { Download } from '#client/results/Download.tsx'
import { fileTexts } from '#client/results/files/file-texts.ts'
import { openPictures } from '#client/results/files/pictures.ts'
import type { ReportFile } from '#client/results/files/report-file.ts'
import { reportFiles } from '#client/results/files/report-files.ts'
import type { BoardContents } from '#client/results/MapPicture.tsx'
import { useTexts } from '#client/ui/texts.ts'
import { fileName } from '#shared/results/file-name.ts'
import type { Report } from '#shared/results/report.ts'
import type { Results } from '#shared/results/results.ts'

type Props = {
  for: ReportFile['for']
  results: Results
  contents: BoardContents
  /** As it is to be written; built when a file is asked for. */
  report: () => Report
}

export function ReportDownloads({ for: whom, results, contents, report }: Props) {
  const t = useTexts(fileTexts)
  return reportFiles
    .filter((file) => file.for === whom)
    .map(({ id, ending, make }) => (
      <Download
        key={id}
        label={t(id)}
        name={fileName(results.workshop.title, ending)}
        nothing={t('noDates')}
        make={async (progress) => {
          const pictures = openPictures(contents)
          try {
            return await make({ report: report(), results, pictures }, progress)
          } finally {
            pictures.close()
          }
        }}
      />
    ))
}
