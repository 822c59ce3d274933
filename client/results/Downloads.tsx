// The results as files, named after the workshop, and on paper.
import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { ReportDownloads } from '#client/results/files/ReportDownloads.tsx'
import { reportFiles } from '#client/results/files/report-files.ts'
import { useLanguage } from '#client/ui/language.ts'
import { useTexts } from '#client/ui/texts.ts'
import { buildReport } from '#shared/results/build-report.ts'
import { fileName } from '#shared/results/file-name.ts'
import type { Results } from '#shared/results/results.ts'
import { Download } from './Download.tsx'
import classes from './Downloads.module.css'
import { MapDownloads } from './MapDownloads.tsx'
import type { BoardContents } from './MapPicture.tsx'
import { resultsTexts } from './results-texts.ts'
import { browserTimeZone } from './use-report-formats.ts'

export function Downloads({ results, contents }: { results: Results; contents: BoardContents }) {
  const t = useTexts(resultsTexts)
  const language = useLanguage()
  const { title } = results.workshop
  const report = () => buildReport(results, { language, timeZone: browserTimeZone() })
  const json = () => textFile(`${JSON.stringify(results, null, 2)}\n`, 'application/json')
  return (
    <section className={classes.downloads} aria-label={t('downloads')}>
      <h3>{t('downloads')}</h3>
      {reportFiles.some((file) => file.for === 'readers') && (
        <>
          <h4>{t('forReaders')}</h4>
          <ReportDownloads for="readers" {...{ results, contents, report }} />
        </>
      )}
      <h4>{t('forDoers')}</h4>
      <ReportDownloads for="doers" {...{ results, contents, report }} />
      <h4>{t('theBoard')}</h4>
      <MapDownloads contents={contents} workshop={results.workshop} />
      <h4>{t('everything')}</h4>
      <Download label="JSON" name={fileName(title, 'json')} make={json} />
      <Button
        className={classes.print}
        variant="default"
        fullWidth
        leftSection={<IconPrinter size={20} stroke={1.6} />}
        onClick={() => window.print()}
      >
        {t('print')}
      </Button>
    </section>
  )
}

const textFile = (text: string, type: string) => new Blob([text], { type: `${type};charset=utf-8` })
