// Makes files one at a time, and says how far it is, what has been saved, and what could not be.
import { useState } from 'react'
import { announce } from '#client/ui/LiveRegion.tsx'
import { saveFile } from '#client/ui/save-file.ts'
import { useTexts } from '#client/ui/texts.ts'
import { resultsTexts } from './results-texts.ts'
import { useReportFormats } from './use-report-formats.ts'

export type Making = {
  label: string
  /** The file's. */
  name: string
  /** What to say when there is nothing to put into it. */
  nothing?: string
  /** Null when there is nothing to put into it. `progress` takes a share from 0 to 1. */
  make: (progress: (share: number) => void) => Promise<Blob | null>
}
type Step = { kind: 'waiting' | 'making' | 'saved' | 'nothing' | 'failed'; of: Making | null }

export function useDownload() {
  const t = useTexts(resultsTexts)
  const format = useReportFormats()
  const [step, setStep] = useState<Step>({ kind: 'waiting', of: null })
  const [share, setShare] = useState<number | null>(null)
  const isMaking = step.kind === 'making'
  const label = step.of?.label ?? ''
  const words = {
    waiting: '',
    making:
      share === null
        ? t('preparing', { file: label })
        : t('preparingShare', { file: label, share: format.share(share) }),
    saved: t('saved', { file: step.of?.name ?? '' }),
    nothing: step.of?.nothing ?? '',
    failed: t('notSaved', { file: label }),
  }

  const show = (kind: Step['kind'], of: Making, aloud: string) => {
    setStep({ kind, of })
    announce(aloud)
  }
  const start = (making: Making) => {
    if (isMaking) return announce(t('oneAtATime', { file: label }))
    setShare(null)
    show('making', making, t('preparing', { file: making.label }))
    making.make(setShare).then(
      (content) => {
        if (content) saveFile(making.name, content)
        if (content) show('saved', making, t('saved', { file: making.name }))
        else show('nothing', making, making.nothing ?? '')
      },
      (error: unknown) => {
        show('failed', making, t('notSaved', { file: making.label }))
        throw error // a bug of ours: the browser's console keeps it
      },
    )
  }
  return { start, isMaking, share, status: words[step.kind], isFailed: step.kind === 'failed' }
}
