// At the board's lower edge while a round is on: what is hidden from whom, and whether one's own notes are safe.
import { IconCloudOff, IconEyeOff } from '@tabler/icons-react'
import { LateNotes } from '#client/board/silence/LateNotes.tsx'
import { useSilentNotes } from '#client/board/silence/silence.ts'
import { boardSilenceTexts } from '#client/board/silence/silence-texts.ts'
import classes from '#client/board/silence/silent-line.module.css'
import { useOwnNotes, useUnsentCount } from '#client/board/silence/use-own-notes.ts'
import { useTexts } from '#client/ui/texts.ts'

/** Whoever has written a first note has read what it is about, and needs the room for the map. */
export function SilentLine() {
  const { writing, late, keeper } = useSilentNotes()
  const own = useOwnNotes(keeper)
  if (!writing && late.length === 0) return null
  return (
    <>
      <LateNotes />
      {writing && (
        <section className={classes.line}>
          <IconEyeOff size={20} stroke={1.6} aria-hidden />
          <div>
            {own.length === 0 && <p className={classes.promise}>{writing.promise}</p>}
            <OwnState />
          </div>
        </section>
      )}
    </>
  )
}

/** How many are one's own, and where they are kept. */
export function OwnState() {
  const say = useTexts(boardSilenceTexts)
  const { keeper } = useSilentNotes()
  const own = useOwnNotes(keeper)
  const { waiting, isSending } = useUnsentCount(keeper)
  if (!keeper || (own.length === 0 && !isSending)) return null
  const where = waiting > 0 ? say('waiting', { count: waiting }) : isSending ? say('sending') : say('kept')
  return (
    <p className={classes.state} role="status">
      {waiting > 0 && <IconCloudOff size={16} stroke={1.6} aria-hidden />}
      {own.length > 0 && <>{say('own', { count: own.length })}. </>}
      {where}
    </p>
  )
}
