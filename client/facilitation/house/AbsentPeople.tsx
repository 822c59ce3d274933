// Below the people, for facilitators: owners of actions who were never here; their names are corrected and erased here.
import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import panel from '#client/facilitation/panel/panel.module.css'
import { TextButton } from '#client/facilitation/panel/TextButton.tsx'
import { useAsker, useFacilitation, useMe, usePersonName } from '#client/facilitation/use-facilitation.ts'
import { announce } from '#client/ui/LiveRegion.tsx'
import { useTexts } from '#client/ui/texts.ts'
import { PersonId } from '#shared/ids.ts'
import { EraseName } from './EraseName.tsx'
import classes from './house.module.css'
import { renamePerson } from './rename-person.ts'
import { houseTexts } from './texts-house.ts'

export function AbsentPeople() {
  const t = useTexts(houseTexts)
  const me = useMe()
  const { absent, list } = useFacilitation(({ view }) => view.actions)
  const names = useFacilitation((state) => state.names)
  const owners = new Set(list.map(({ ownerId }) => ownerId))
  // Whoever has neither a name nor an action any more is nobody's business.
  const shown = Object.keys(absent)
    .map((id) => PersonId.parse(id))
    .filter((personId) => names[personId] || owners.has(personId))
  if (me?.role !== 'facilitator' || shown.length === 0) return null
  return (
    <section className={classes.apart} aria-labelledby="absent-heading">
      <div className={panel.heading}>
        <h3 id="absent-heading">{t('absentHeading')}</h3>
      </div>
      <p className={`${panel.small} ${panel.dimmed}`}>{t('absentHint')}</p>
      <ul>
        {shown.map((personId) => (
          <AbsentRow key={personId} personId={personId} />
        ))}
      </ul>
    </section>
  )
}

function AbsentRow({ personId }: { personId: PersonId }) {
  const t = useTexts(houseTexts)
  const name = usePersonName()(personId)
  const [isRenaming, setRenaming] = useState(false)
  if (isRenaming)
    return (
      <li className={classes.absent}>
        <NameForm personId={personId} onDone={() => setRenaming(false)} />
      </li>
    )
  return (
    <li className={classes.absent}>
      <span className={classes.absentName}>{name}</span>
      <TextButton aria-label={t('renameOf', { name })} onClick={() => setRenaming(true)}>
        {t('rename')}
      </TextButton>
      <EraseName personId={personId} />
    </li>
  )
}

function NameForm({ personId, onDone }: { personId: PersonId; onDone: () => void }) {
  const t = useTexts(houseTexts)
  const asker = useAsker()
  const known = useFacilitation(({ names }) => names[personId])
  const [name, setName] = useState(known ?? '')
  const [hasFailed, setFailed] = useState(false)
  const save = (event: FormEvent) => {
    event.preventDefault()
    const wanted = name.trim()
    if (wanted === '' || wanted === known) return onDone()
    renamePerson(asker, personId, wanted).then(
      () => {
        announce(t('renamed', { name: wanted }))
        onDone()
      },
      () => setFailed(true),
    )
  }
  return (
    <form className={classes.nameForm} onSubmit={save}>
      <TextInput
        aria-label={t('name')}
        value={name}
        maxLength={60}
        autoComplete="off"
        ref={takeFocus}
        error={hasFailed && t('nameFailed')}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          onDone()
        }}
      />
      <Button type="submit" variant="default">
        {t('saveName')}
      </Button>
    </form>
  )
}

const takeFocus = (element: HTMLElement | null) => element?.focus()
