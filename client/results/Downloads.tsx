// The results as files, named after the workshop, in either language, one at a time; and on paper.
import { Button, Checkbox } from '@mantine/core'
import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { fileTexts } from '#client/results/files/file-texts.ts'
import { openPictures } from '#client/results/files/pictures.ts'
import { reportFiles } from '#client/results/files/report-files.ts'
import { sendToWorkshop } from '#client/ui/api.ts'
import { useLanguage } from '#client/ui/language.ts'
import { useTexts } from '#client/ui/texts.ts'
import { browserTimeZone } from '#client/ui/time-zone.ts'
import type { Language } from '#shared/language.ts'
import { buildReport } from '#shared/results/build-report.ts'
import { fileName } from '#shared/results/file-name.ts'
import { leaveOut, showsBoard } from '#shared/results/leave-out.ts'
import type { Results } from '#shared/results/results.ts'
import classes from './Downloads.module.css'
import type { Seat } from './early-answers.ts'
import { FileLanguage } from './FileLanguage.tsx'
import { MoreFormats } from './MoreFormats.tsx'
import { resultsTexts } from './results-texts.ts'
import type { BoardContents } from './use-board-picture.ts'
import { type Making, useDownload } from './use-download.ts'
import type { Printing } from './use-printing.ts'

type Props = {
  /** As this reader gets them: those who facilitate get what is left out, too. */
  results: Results
  /** Null: all sessions. */
  session: number | null
  contents: BoardContents
  /** False where the board is not shown, and so no picture of it. */
  hasBoard: boolean
  /** Somebody else is shown less than this reader. */
  hasMore: boolean
  printing: Printing
  /** Whether a file is being made. */
  onMaking: (isMaking: boolean) => void
  /** Of those who may take the whole workshop along; null for everyone else. */
  leading: Seat | null
}

export function Downloads(props: Props) {
  const { results, session, contents, hasBoard, hasMore, printing, onMaking, leading } = props
  const t = useTexts(resultsTexts)
  const file = useTexts(fileTexts)
  const page = useLanguage()
  const [chosen, setChosen] = useState<Language | null>(null)
  const [hasAll, setHasAll] = useState(false)
  const { title } = results.workshop
  const language = chosen ?? page
  // A picture shows all of the board at once.
  const hasPicture = hasBoard && (hasAll || showsBoard(results.leftOut))
  const told = () => (hasAll ? { ...results, leftOut: [] } : leaveOut(results, results.leftOut))
  const { status, isFailed, share, start, isMaking } = useDownload()
  useEffect(() => onMaking(isMaking), [onMaking, isMaking])

  const ofReport = (whom: 'readers' | 'doers'): Making[] =>
    reportFiles
      .filter((one) => one.for === whom)
      .map(({ id, ending, make }) => ({
        label: file(id),
        name: fileName(title, ending),
        nothing: file('noDates'),
        make: async (progress) => {
          const pictures = openPictures({ ...contents, language })
          try {
            const source = told()
            const report = buildReport(source, { language, timeZone: browserTimeZone(), session })
            return await make({ report, results: source, pictures }, progress)
          } finally {
            pictures.close()
          }
        },
      }))
  const svg: Making = {
    label: 'SVG',
    name: fileName(title, 'svg'),
    nothing: t('noBoard'),
    make: async () => {
      const { keptBoard } = await import('#client/board/kept-board.ts')
      return (await keptBoard({ ...contents, language }))?.svg ?? null
    },
  }
  const png: Making = {
    label: 'PNG',
    name: fileName(title, 'png'),
    nothing: t('noBoard'),
    make: async () => {
      const { openKeptBoard } = await import('#client/board/kept-board.ts')
      const board = await openKeptBoard({ ...contents, language })
      try {
        return (await board?.png('everything')) ?? null
      } finally {
        board?.close()
      }
    },
  }
  const json: Making = {
    label: 'JSON',
    name: fileName(title, 'json'),
    make: async () =>
      new Blob([`${JSON.stringify(told(), null, 2)}\n`], { type: 'application/json;charset=utf-8' }),
  }
  const whole = (seat: Seat): Making => ({
    label: t('wholeWorkshop'),
    name: fileName(title, 'runde.json'),
    make: async () => (await sendToWorkshop(seat, '/workshop.json')).blob(),
  })
  const groups = [
    { title: t('forReaders'), files: ofReport('readers') },
    { title: t('forDoers'), files: ofReport('doers') },
    {
      title: t('everything'),
      files: [json, ...(hasPicture ? [png, svg] : []), ...(leading ? [whole(leading)] : [])],
    },
  ]
  return (
    <section id="downloads" className={classes.downloads} aria-label={t('downloads')}>
      <h2>{t('downloads')}</h2>
      <FileLanguage value={language} onChange={setChosen} />
      {hasMore && (
        <Checkbox
          className={classes.more}
          checked={hasAll}
          onChange={({ currentTarget }) => setHasAll(currentTarget.checked)}
          label={t('withLeftOut')}
        />
      )}
      {groups.map((group) => (
        <div key={group.title}>
          <h3>{group.title}</h3>
          <ul>
            {group.files.map((making) => (
              <li key={making.name}>
                <button
                  type="button"
                  className={classes.file}
                  aria-disabled={isMaking || undefined}
                  title={making.name}
                  onClick={() => start(making)}
                >
                  <IconDownload size={20} stroke={1.6} aria-hidden="true" />
                  {making.label}
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {hasPicture && <MoreFormats contents={contents} workshop={results.workshop} />}
      <p className={classes.status} data-failed={isFailed || undefined}>
        {status}
      </p>
      <progress
        className={classes.progress}
        data-shown={isMaking || undefined}
        value={share ?? undefined}
        aria-label={t('downloads')}
        aria-hidden={!isMaking}
      />
      <Button
        variant="default"
        fullWidth
        leftSection={<IconPrinter size={20} stroke={1.6} />}
        onClick={printing.print}
        loading={printing.isPreparing}
      >
        {t('print')}
      </Button>
    </section>
  )
}
