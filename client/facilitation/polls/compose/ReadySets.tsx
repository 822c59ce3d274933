// The sets of questions that come with Runde: what each asks, and one click that opens it.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { currentItem } from '#client/facilitation/selectors.ts'
import { useFacilitation } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { runningPolls } from '#shared/facilitation/polls.ts'
import { isReady, type PollSet, pollSets } from '#shared/templates/poll-sets.ts'
import classes from './compose.module.css'
import type { Refused } from './composer-wish.ts'
import { type FormDraft, formOf, fromSet, phaseNow } from './form-draft.ts'
import { composeTexts } from './texts-compose.ts'
import { useOpenForm } from './use-open-form.ts'

type Props = {
  /** To be changed, filled in, or looked at because the server refused it. */
  onEdit: (draft: FormDraft, refused?: Refused) => void
  onClose: () => void
}

export function ReadySets({ onEdit, onClose }: Props) {
  const t = useTexts(composeTexts)
  const agenda = useFacilitation((state) => state.view.agenda)
  const language = useFacilitation((state) => state.view.info.language)
  const isBusy = useFacilitation((state) => runningPolls(state.view.polls).length > 0)
  const openForm = useOpenForm()
  const [sending, setSending] = useState<string | null>(null)
  const itemSet = currentItem(agenda)?.pollSetId
  // That of the running item first.
  const sets = [...pollSets].sort((a, b) => Number(b.id === itemSet) - Number(a.id === itemSet))
  const draftOf = (set: PollSet) => fromSet(set, language, phaseNow(agenda))

  function open(set: PollSet): void {
    const draft = draftOf(set)
    const filled = formOf(draft, language)
    if (!filled.ok) {
      onEdit(draft)
      return
    }
    setSending(set.id)
    openForm(filled.form).then(({ ok, refused }) => {
      setSending(null)
      if (ok) onClose()
      else if (refused) onEdit(draft, refused)
    }, reportError)
  }

  return (
    <>
      <p className={classes.intro}>{t(isBusy ? 'busy' : 'readyWhat')}</p>
      <ul className={classes.rows}>
        {sets.map((set) => {
          const title = set.title[language]
          return (
            <li key={set.id}>
              <div>
                <p className={classes.rowTitle}>{title}</p>
                <p className={classes.rowWhat}>
                  {t('questions', { count: set.questions.length })} · {set.intro[language]}
                </p>
              </div>
              <div className={classes.rowActs}>
                {isReady(set) && !isBusy && (
                  <Button
                    variant="default"
                    loading={sending === set.id}
                    aria-label={t('openOne', { title })}
                    onClick={() => open(set)}
                  >
                    {t('open')}
                  </Button>
                )}
                <Button
                  variant={isReady(set) ? 'subtle' : 'default'}
                  color="gray"
                  aria-label={t(isReady(set) ? 'editOne' : 'fillInOne', { title })}
                  onClick={() => onEdit(draftOf(set))}
                >
                  {t(isReady(set) ? 'edit' : 'fillIn')}
                </Button>
              </div>
            </li>
          )
        })}
      </ul>
    </>
  )
}
