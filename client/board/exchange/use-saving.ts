// Makes a file and saves it, and says how that went.
import { useState } from 'react'
import { exportTexts } from '#client/board/exchange/export-texts.ts'
import { announce } from '#client/ui/LiveRegion.tsx'
import { saveFile } from '#client/ui/save-file.ts'
import { useTexts } from '#client/ui/texts.ts'

type Step = 'choosing' | 'making' | 'failed' | { saved: string }

export type Saving = {
  step: Step
  /** `make` resolves with null where there is nothing to draw. */
  save(name: string, make: () => Promise<Blob | null>): void
  /** Something else has been chosen. */
  reset(): void
}

export function useSaving(): Saving {
  const say = useTexts(exportTexts)
  const [step, setStep] = useState<Step>('choosing')
  const end = (next: Step, words: string) => {
    setStep(next)
    announce(words)
  }
  return {
    step,
    save(name, make) {
      setStep('making')
      make().then(
        (blob) => {
          if (!blob) return end('failed', say('failed'))
          saveFile(name, blob)
          end({ saved: name }, say('saved', { file: name }))
        },
        (error: unknown) => {
          end('failed', say('failed'))
          throw error // a bug of ours, or of the browser's: its console keeps it
        },
      )
    },
    reset: () => setStep('choosing'),
  }
}
