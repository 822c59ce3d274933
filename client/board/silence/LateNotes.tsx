// Notes that were written offline or in the last second and reached the server after the reveal: copy them, or let them go.
import { Button } from '@mantine/core'
import { useSilentNotes } from '#client/board/silence/silence.ts'
import { boardSilenceTexts } from '#client/board/silence/silence-texts.ts'
import classes from '#client/board/silence/silent-line.module.css'
import { CopyButton } from '#client/ui/CopyButton.tsx'
import { useTexts } from '#client/ui/texts.ts'

export function LateNotes() {
  const say = useTexts(boardSilenceTexts)
  const { late, discardLate } = useSilentNotes()
  if (late.length === 0) return null
  return (
    <section className={classes.late} role="alert" aria-label={say('late', { count: late.length })}>
      <p className={classes.promise}>
        <strong>{say('late', { count: late.length })}.</strong> {say('lateWhat')}
      </p>
      <ul>
        {late.map(({ draftId, text }) => (
          <li key={draftId}>
            <blockquote>{text}</blockquote>
            <CopyButton value={text} what={text.slice(0, 60)} label={say('copy')} />
            <Button variant="subtle" color="gray" size="sm" onClick={() => discardLate(draftId)}>
              {say('discard')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
