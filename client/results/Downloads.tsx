// The results as files, named after the workshop, and on paper.
import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useLanguage } from '#client/ui/language.ts'
import { useTexts } from '#client/ui/texts.ts'
import { fileName } from '#shared/results/file-name.ts'
import { toMarkdown } from '#shared/results/markdown.ts'
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
  const markdown = () => textFile(toMarkdown(results, language, browserTimeZone()), 'text/markdown')
  const json = () => textFile(`${JSON.stringify(results, null, 2)}\n`, 'application/json')
  return (
    <section className={classes.downloads} aria-label={t('downloads')}>
      <h3>{t('downloads')}</h3>
      <h4>{t('forDoers')}</h4>
      <Download label="Markdown" name={fileName(title, 'md')} make={markdown} />
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
