// Copies one text and says so for four seconds, to the eye and to the ear.
import { Button } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import classes from './CopyButton.module.css'
import { copyText } from './clipboard.ts'
import { announce } from './LiveRegion.tsx'
import { useTexts } from './texts.ts'
import { uiTexts } from './ui-texts.ts'

type Props = {
  value: string
  /** What is copied, for screen readers: "Link for participants". */
  what: string
  /** What the button says; without, that it copies a link. */
  label?: string
  isPrimary?: boolean
}

const saidForMs = 4000

export function CopyButton({ value, what, label: ownLabel, isPrimary = false }: Props) {
  const t = useTexts(uiTexts)
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'failed'>('none')

  useEffect(() => {
    if (outcome === 'none') return
    const timer = setTimeout(() => setOutcome('none'), saidForMs)
    return () => clearTimeout(timer)
  }, [outcome])

  const copy = () => {
    void copyText(value).then((isCopied) => {
      setOutcome(isCopied ? 'copied' : 'failed')
      announce(isCopied ? t('copiedAloud', { what }) : t('notCopiedAloud'))
    })
  }

  const label = { none: ownLabel ?? t('copyLink'), copied: t('copied'), failed: t('notCopied') }[outcome]
  return (
    <Button
      variant={isPrimary && outcome !== 'copied' ? 'filled' : 'default'}
      className={classes.button}
      mod={{ outcome }}
      onClick={copy}
      aria-label={`${label}: ${what}`}
      leftSection={
        outcome === 'copied' ? <IconCheck size={18} stroke={1.6} /> : <IconCopy size={18} stroke={1.6} />
      }
    >
      {label}
    </Button>
  )
}
