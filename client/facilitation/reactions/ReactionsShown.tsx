// What people are reacting with, for a moment over the room: signs and counts, no names; read aloud at most every few seconds.
import { useEffect, useRef, useState } from 'react'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import { useFacilitation } from '#client/facilitation/use-facilitation.ts'
import { announce } from '#client/ui/LiveRegion.tsx'
import { useTexts } from '#client/ui/texts.ts'
import type { ReactionCounts } from '#shared/facilitation/reactions.ts'
import { added, listed } from './gather.ts'
import classes from './ReactionsShown.module.css'
import { reactionIcons } from './reaction-icons.ts'
import { reactionTexts } from './texts-reactions.ts'

/** Since the last one came. */
const shownMs = 3_500
const spokenEveryMs = 5_000

export function ReactionsShown() {
  const t = useTexts(reactionTexts)
  const reacted = useFacilitation((state) => state.reactions)
  const [shown, setShown] = useState<ReactionCounts>({})
  const say = useSpokenNowAndThen()
  useEffect(() => {
    if (!reacted) return
    setShown((before) => added(before, reacted.counts))
    say(reacted.counts)
    const timer = setTimeout(() => setShown({}), shownMs)
    return () => clearTimeout(timer)
  }, [reacted, say])
  const list = listed(shown)
  if (list.length === 0) return null
  return (
    // Its sentence is read aloud by the live region.
    <div className={classes.shown} aria-hidden="true" data-reactions>
      {list.map(({ reaction, count }) => {
        const Icon = reactionIcons[reaction]
        return (
          <span key={reaction} className={classes.reaction} title={t(reaction)}>
            <Icon {...iconProps} size="1.25rem" />
            {reaction === 'slower' || reaction === 'louder' ? <span>{t(reaction)}</span> : null}
            {count > 1 && <span className={classes.count}>{count}</span>}
          </span>
        )
      })}
    </div>
  )
}

/** The first at once, what follows together when some seconds have passed. */
function useSpokenNowAndThen(): (counts: ReactionCounts) => void {
  const t = useTexts(reactionTexts)
  const sentence = (counts: ReactionCounts) =>
    t('heard', {
      list: listed(counts)
        .map(({ reaction, count }) =>
          count === 1 ? t(reaction) : t('one', { count, reaction: t(reaction) }),
        )
        .join('; '),
    })
  const latest = useRef(sentence)
  useEffect(() => {
    latest.current = sentence
  })
  const [say] = useState(() => {
    let waiting: ReactionCounts = {}
    let isResting = false
    const speak = () => {
      isResting = listed(waiting).length > 0
      if (!isResting) return
      announce(latest.current(waiting))
      waiting = {}
      setTimeout(speak, spokenEveryMs)
    }
    return (counts: ReactionCounts) => {
      waiting = added(waiting, counts)
      if (!isResting) speak()
    }
  })
  return say
}
