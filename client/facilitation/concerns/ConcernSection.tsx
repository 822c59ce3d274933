// Concerns without names: one quiet line to write one while the item lasts, and the released ones to go through.
import { IconMailbox } from '@tabler/icons-react'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import panel from '#client/facilitation/panel/panel.module.css'
import { useFacilitation, useMe } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { eligible } from '#shared/facilitation/people.ts'
import classes from './concerns.module.css'
import { ReleasedConcerns } from './ReleasedConcerns.tsx'
import { shownBoxes } from './shown-boxes.ts'
import { concernTexts } from './texts-concerns.ts'
import { WriteConcern } from './WriteConcern.tsx'

export function ConcernSection() {
  const t = useTexts(concernTexts)
  const me = useMe()
  // Confirmed only: a ballot must never rest on a guess.
  const concerns = useFacilitation((state) => state.confirmed.concerns)
  const agenda = useFacilitation((state) => state.confirmed.agenda)
  if (!me) return null
  const { open, closing, released } = shownBoxes(concerns, agenda)
  const [first] = closing
  return (
    <>
      {released.map((box, place) => (
        <ReleasedConcerns key={box.poll.pollId} box={box} me={me} isNewest={place === 0} />
      ))}
      {first && (
        <p className={`${panel.section} ${panel.small} ${panel.dimmed}`} role="status">
          {closing.length === 1
            ? t('collecting', { title: first.poll.question })
            : t('collectingSeveral', { count: closing.length })}
        </p>
      )}
      {open && me.role === 'participant' && <WriteConcern key={open.poll.pollId} poll={open.poll} me={me} />}
      {!open && agenda.current && me.role !== 'observer' && <TooSmall />}
    </>
  )
}

/** Why there is no box although an item runs. */
function TooSmall() {
  const t = useTexts(concernTexts)
  const minimum = useFacilitation((state) => state.confirmed.info.minimumGroup)
  const count = useFacilitation((state) => eligible(state.confirmed.people, state.present).length)
  if (count >= minimum) return null // it opens in a moment
  return (
    <p className={`${panel.section} ${classes.quiet}`}>
      <IconMailbox {...iconProps} aria-hidden="true" />
      {t('tooSmall', { minimum })}
    </p>
  )
}
