// The results as files, named after the workshop, and on paper.
import { Button } from '@mantine/core'
import { IconDownload, IconPrinter } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { announce } from '#client/ui/LiveRegion.tsx'
import { useLanguage } from '#client/ui/language.ts'
import { useTexts } from '#client/ui/texts.ts'
import { fileName } from '#shared/results/file-name.ts'
import { toMarkdown } from '#shared/results/markdown.ts'
import type { Results } from '#shared/results/results.ts'
import classes from './Downloads.module.css'
import { resultsTexts } from './results-texts.ts'
import { saveFile } from './save-file.ts'
import { browserTimeZone } from './use-report-formats.ts'

type Props = {
  results: Results
  /** Further downloads of the map; made by the board. */
  mapDownloads: ReactNode
}

export function Downloads({ results, mapDownloads }: Props) {
  const t = useTexts(resultsTexts)
  const language = useLanguage()
  const markdown = toMarkdown(results, language, browserTimeZone())
  const json = `${JSON.stringify(results, null, 2)}\n`
  const { title } = results.workshop
  return (
    <section className={classes.downloads} aria-label={t('downloads')}>
      <h3>{t('downloads')}</h3>
      <h4>{t('forDoers')}</h4>
      <Download
        label="Markdown"
        name={fileName(title, 'md')}
        make={() => textFile(markdown, 'text/markdown')}
      />
      {mapDownloads && (
        <>
          <h4>{t('theMap')}</h4>
          {mapDownloads}
        </>
      )}
      <h4>{t('everything')}</h4>
      <Download label="JSON" name={fileName(title, 'json')} make={() => textFile(json, 'application/json')} />
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

type DownloadProps = { label: string; name: string; make: () => Blob | Promise<Blob> }

export function Download({ label, name, make }: DownloadProps) {
  const t = useTexts(resultsTexts)
  const save = async () => {
    try {
      saveFile(name, await make())
      announce(t('saved', { file: name }))
    } catch (failure) {
      announce(t('notSaved'))
      throw failure
    }
  }
  return (
    <button
      type="button"
      className={classes.download}
      onClick={() => void save()}
      aria-label={`${label}: ${name}`}
    >
      <IconDownload size={20} stroke={1.6} aria-hidden="true" />
      <span className={classes.label}>{label}</span>
    </button>
  )
}

const textFile = (text: string, type: string) => new Blob([text], { type: `${type};charset=utf-8` })
