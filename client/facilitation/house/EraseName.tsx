// For facilitators: erases what somebody is called. Asked about once, since an erased name is gone for good.
import { useState } from 'react'
import panel from '#client/facilitation/panel/panel.module.css'
import { TextButton } from '#client/facilitation/panel/TextButton.tsx'
import { useAsker, useFacilitation } from '#client/facilitation/use-facilitation.ts'
import { announce } from '#client/ui/LiveRegion.tsx'
import { useTexts } from '#client/ui/texts.ts'
import type { PersonId } from '#shared/ids.ts'
import classes from './house.module.css'
import { renamePerson } from './rename-person.ts'
import { houseTexts } from './texts-house.ts'

export function EraseName({ personId }: { personId: PersonId }) {
  const t = useTexts(houseTexts)
  const asker = useAsker()
  const name = useFacilitation(({ names }) => names[personId])
  const [isAsking, setAsking] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  if (!name) return null
  const erase = () => {
    setFailed(false)
    renamePerson(asker, personId, null).then(
      () => announce(t('erased')),
      () => setFailed(true),
    )
  }
  if (!isAsking)
    return (
      <TextButton aria-label={t('eraseNameOf', { name })} onClick={() => setAsking(true)}>
        {t('eraseName')}
      </TextButton>
    )
  return (
    <fieldset className={classes.sure} aria-label={t('eraseNameOf', { name })}>
      <p className={panel.small} role={hasFailed ? 'alert' : undefined}>
        {t(hasFailed ? 'nameFailed' : 'eraseSure')}
      </p>
      {/* The question has come where the button was: the focus goes with it, to the harmless answer. */}
      <TextButton ref={takeFocus} onClick={() => setAsking(false)}>
        {t('keepName')}
      </TextButton>
      <TextButton onClick={erase}>{t('eraseYes')}</TextButton>
    </fieldset>
  )
}

/** One and the same function: it is called when the button comes, not each time it is drawn. */
const takeFocus = (element: HTMLElement | null) => element?.focus()
