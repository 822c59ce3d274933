// What somebody else made of an action while one was changing it, and the two ways on.
import { TheirText } from '#client/facilitation/two-writers/TheirText.tsx'
import { useFacilitation, usePersonName } from '#client/facilitation/use-facilitation.ts'
import { useLanguage } from '#client/ui/language.ts'
import { useTexts } from '#client/ui/texts.ts'
import { findAction } from '#shared/facilitation/actions.ts'
import { type Draft, draftFrom, onTopOf } from './action-draft.ts'
import { formatDay } from './days.ts'
import { actionTexts } from './texts-actions.ts'

type Props = { draft: Draft; onKeep: (draft: Draft) => void; onTake: () => void }

/** Nothing once it has been deleted: saving says so. */
export function TheirAction({ draft, onKeep, onTake }: Props) {
  const t = useTexts(actionTexts)
  const language = useLanguage()
  const nameOf = usePersonName()
  const now = useFacilitation(({ view }) =>
    draft.actionId ? findAction(view.actions, draft.actionId) : undefined,
  )
  if (!now) return null
  const { title, ownerId, due } = now
  const facts = [
    title,
    ownerId ? nameOf(ownerId) : t('noOwner'),
    due ? t('due', { date: formatDay(due, language) }) : t('noDate'),
  ]
  return (
    <TheirText
      theirs={facts.join('\n')}
      onKeep={() => onKeep(onTopOf(draft, now))}
      onTake={() => {
        draftFrom(now)
        onTake()
      }}
    />
  )
}
