// One file to take along: a button that says what it makes, and afterwards what it has made.
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { announce } from '#client/ui/LiveRegion.tsx'
import { saveFile } from '#client/ui/save-file.ts'
import { useTexts } from '#client/ui/texts.ts'
import classes from './Download.module.css'
import { resultsTexts } from './results-texts.ts'
import { useReportFormats } from './use-report-formats.ts'

type Props = {
  label: string
  /** The file's. */
  name: string
  /** What to say when there is nothing to put into it. */
  nothing?: string
  /** Null when there is nothing to put into it. `progress` takes a share from 0 to 1. */
  make: (progress: (share: number) => void) => Blob | null | Promise<Blob | null>
}
type Step = 'waiting' | 'making' | 'saved' | 'nothing' | 'failed'

export function Download({ label, name, nothing = '', make }: Props) {
  const t = useTexts(resultsTexts)
  const format = useReportFormats()
  const [step, setStep] = useState<Step>('waiting')
  const [share, setShare] = useState<number | null>(null)
  const words = {
    waiting: '',
    making: share === null ? t('preparing') : t('preparingShare', { share: format.share(share) }),
    saved: t('saved'),
    nothing,
    failed: t('notSaved'),
  }

  const save = async () => {
    const content = await make(setShare)
    if (content) saveFile(name, content)
    return content ? 'saved' : 'nothing'
  }
  const show = (next: Step, words: string) => {
    setStep(next)
    announce(words)
  }
  const start = () => {
    setStep('making')
    setShare(null)
    save().then(
      (done) => show(done, done === 'saved' ? t('savedAloud', { file: name }) : nothing),
      (error: unknown) => {
        show('failed', t('notSaved'))
        throw error // a bug of ours: the browser's console keeps it
      },
    )
  }
  return (
    <button
      type="button"
      className={classes.download}
      onClick={start}
      disabled={step === 'making'}
      title={name}
    >
      <IconDownload size={20} stroke={1.6} aria-hidden="true" />
      <span>{label}</span>
      <span className={classes.step} data-failed={step === 'failed' || undefined}>
        {words[step]}
      </span>
    </button>
  )
}
