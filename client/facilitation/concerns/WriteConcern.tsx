// Writing a concern while the item lasts: kept on this device, changed as often as one likes, cast when the item ends.
import { Collapse, Textarea } from '@mantine/core'
import { IconMailbox } from '@tabler/icons-react'
import { useEffect, useId, useRef, useState } from 'react'
import { type LateBallot, useBallot } from '#client/facilitation/ballots/use-ballot.ts'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import panel from '#client/facilitation/panel/panel.module.css'
import { TextButton } from '#client/facilitation/panel/TextButton.tsx'
import { useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { Me } from '#shared/facilitation/protocol.ts'
import { longestText, textAnswer } from '#shared/facilitation/questions.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import classes from './concerns.module.css'
import { concernTexts } from './texts-concerns.ts'

/** After the last key: each save is a write to the disk. */
const saveAfterMs = 300

export function WriteConcern({ poll, me }: { poll: SecretPoll; me: Me }) {
  const t = useTexts(concernTexts)
  const { requestToken } = useRoom()
  const ballot = useBallot(poll, me, requestToken)
  const [isOpen, setOpen] = useState(false)
  const formId = useId()
  if (ballot.status === 'not-eligible') return null
  return (
    <section className={`${panel.section} ${classes.line}`} data-concern>
      <TextButton aria-expanded={isOpen} aria-controls={formId} onClick={() => setOpen(!isOpen)}>
        <IconMailbox {...iconProps} aria-hidden="true" />
        {t(ballot.draft ? 'written' : 'write')}
      </TextButton>
      <Collapse expanded={isOpen} id={formId}>
        <Writing ballot={ballot} />
      </Collapse>
    </section>
  )
}

function Writing({ ballot }: { ballot: LateBallot }) {
  const t = useTexts(concernTexts)
  if (ballot.status === 'lost-token') return <p className={panel.small}>{t('lostToken')}</p>
  if (ballot.status === 'could-mark-you')
    return (
      <p className={classes.warning} role="alert">
        {t('couldMark')}
      </p>
    )
  return <ConcernField ballot={ballot} />
}

function ConcernField({ ballot: { draft, isKept, saveDraft } }: { ballot: LateBallot }) {
  const t = useTexts(concernTexts)
  const kept = draft?.[0] === 'text' ? draft[1] : ''
  /** null until something is typed here: what is kept shows then, also what another tab wrote. */
  const [typed, setTyped] = useState<string | null>(null)
  const waiting = useRef<{ timer: number; save: () => void } | null>(null)
  const value = typed ?? kept
  const answer = textAnswer(value)
  const isTooLong = answer === null && value.trim() !== ''

  function saveNow(): void {
    if (!waiting.current) return
    clearTimeout(waiting.current.timer)
    waiting.current.save()
    waiting.current = null
  }
  // What was typed in the last moment is kept as well when the panel turns to something else.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, at the end
  useEffect(() => saveNow, [])

  function change(text: string): void {
    setTyped(text)
    const next = textAnswer(text)
    if (waiting.current) clearTimeout(waiting.current.timer)
    const save = () => {
      saveDraft(next).catch(reportError)
    }
    // Too long a text keeps the last one that was not.
    if (next === null && text.trim() !== '') waiting.current = null
    else waiting.current = { save, timer: window.setTimeout(saveNow, saveAfterMs) }
  }

  return (
    <div className={classes.writing}>
      <Textarea
        label={t('label')}
        description={t('plain')}
        classNames={{ description: panel.description ?? '' }}
        value={value}
        autosize
        minRows={2}
        maxRows={8}
        error={isTooLong ? t('tooLong', { count: longestText }) : undefined}
        onChange={(event) => change(event.currentTarget.value)}
        onBlur={saveNow}
      />
      <p className={`${panel.small} ${panel.dimmed}`} role="status">
        {draft && t('kept')}
      </p>
      {!isKept && <p className={classes.warning}>{t('notKept')}</p>}
      <p className={`${panel.small} ${panel.dimmed}`}>{t('secrecy')}</p>
    </div>
  )
}
