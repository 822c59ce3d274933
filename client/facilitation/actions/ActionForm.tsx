// One action being written: what, exactly one owner, dates, state, and the card it comes from.
import { Button, Group, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useStore } from 'zustand'
import { useHasBoard } from '#client/facilitation/board-place.ts'
import panel from '#client/facilitation/panel/panel.module.css'
import { TextButton } from '#client/facilitation/panel/TextButton.tsx'
import { explainedHere } from '#client/facilitation/two-writers/use-words.ts'
import { useAsker, useFacilitation, useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { ActionState } from '#shared/facilitation/actions.ts'
import { DepartmentId } from '#shared/ids.ts'
import classes from './ActionsPanel.module.css'
import { actionDraft, changeDraft, closeDraft, type Draft, startPicking } from './action-draft.ts'
import { DayField } from './DayField.tsx'
import { today } from './days.ts'
import { OwnerField } from './OwnerField.tsx'
import { saveAction } from './save-action.ts'
import { TheirAction } from './TheirAction.tsx'
import { actionTexts } from './texts-actions.ts'

export function ActionForm({ draft }: { draft: Draft }) {
  const asker = useAsker()
  const t = useTexts(actionTexts)
  const { send } = useRoom()
  const [failure, setFailure] = useState<string | null>(null)
  const [isSaving, setSaving] = useState(false)
  const [isOvertaken, setOvertaken] = useState(false)
  const { actionId, title, departmentId, due, feltFrom } = draft
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (draft.title.trim() === '') return
    if (draft.ownerId === 'else' && draft.absentName.trim() === '') return setFailure(t('nameMissing'))
    save(draft)
  }
  const save = (draft: Draft) => {
    setSaving(true)
    setOvertaken(false)
    saveAction(draft, asker, (command) => send(command, explainedHere)).then(
      (reply) => {
        setSaving(false)
        // Told by the room's notice, if by nothing here: what is written stays.
        if (!reply || reply.ok || reply.code === 'already-done') closeDraft()
        else setOvertaken(reply.code === 'overtaken')
      },
      () => {
        setSaving(false)
        setFailure(t('nameFailed'))
      },
    )
  }
  return (
    <form onSubmit={submit} className={classes.form}>
      <Textarea
        label={t('title')}
        value={title}
        onChange={(event) => changeDraft({ title: event.currentTarget.value.replace(/[\r\n\t]+/g, ' ') })}
        maxLength={280}
        autosize
        minRows={1}
        maxRows={5}
        required
        withAsterisk={false}
        data-autofocus
      />
      <OwnerField draft={draft} failure={failure} />
      <DepartmentField departmentId={departmentId} />
      <div className={classes.dates}>
        <DayField label={t('dueLabel')} value={due} onChange={(day) => changeDraft({ due: day })} />
        <DayField
          label={t('feltLabel')}
          value={feltFrom}
          earliest={due}
          onChange={(day) => changeDraft({ feltFrom: day })}
        />
      </div>
      {actionId && <StateFields draft={draft} />}
      <Card draft={draft} />
      {isOvertaken && <TheirAction draft={draft} onKeep={save} onTake={() => setOvertaken(false)} />}
      <Group gap="xs">
        <Button type="submit" loading={isSaving}>
          {t(actionId ? 'save' : 'addNow')}
        </Button>
        <Button variant="subtle" color="gray" onClick={closeDraft}>
          {t('cancel')}
        </Button>
        {actionId && (
          <Button
            variant="subtle"
            color="red"
            ml="auto"
            onClick={() => {
              void send({ type: 'action.delete', actionId })
              closeDraft()
            }}
          >
            {t('delete')}
          </Button>
        )}
      </Group>
    </form>
  )
}

function DepartmentField({ departmentId }: Pick<Draft, 'departmentId'>) {
  const t = useTexts(actionTexts)
  const departments = useFacilitation((state) => state.view.info.departments)
  if (departments.length === 0) return null
  return (
    <NativeSelect
      label={t('department')}
      value={departmentId ?? ''}
      onChange={(event) =>
        changeDraft({ departmentId: DepartmentId.safeParse(event.currentTarget.value).data ?? null })
      }
      data={[
        { value: '', label: t('noDepartment') },
        ...departments.map((one) => ({ value: one.departmentId, label: one.title })),
      ]}
    />
  )
}

/** How far it is, and of one that customers can feel, since when. */
function StateFields({ draft: { state, liveSince } }: { draft: Draft }) {
  const t = useTexts(actionTexts)
  return (
    <div className={classes.dates}>
      <NativeSelect
        label={t('state')}
        value={state}
        onChange={(event) => {
          const next = ActionState.parse(event.currentTarget.value)
          changeDraft({ state: next, liveSince: next === 'live' ? liveSince || today() : '' })
        }}
        data={[
          { value: 'open', label: t('stateOpen') },
          { value: 'in-progress', label: t('stateInProgress') },
          { value: 'done', label: t('stateDone') },
          { value: 'live', label: t('stateLive') },
        ]}
      />
      {state === 'live' && (
        <TextInput
          type="date"
          label={t('liveLabel')}
          value={liveSince}
          onChange={(event) => changeDraft({ liveSince: event.currentTarget.value })}
        />
      )}
    </div>
  )
}

function Card({ draft: { shapeId } }: { draft: Draft }) {
  const t = useTexts(actionTexts)
  const hasBoard = useHasBoard()
  const words = useStore(actionDraft, ({ cards }) => (shapeId ? cards[shapeId] : undefined))
  return (
    <div className={classes.card}>
      <span>{t('card')}</span>
      <span className={shapeId ? undefined : `${panel.small} ${panel.dimmed}`}>
        {shapeId ? (words ?? t('fromCard')) : t('noCard')}
      </span>
      <Group gap="md">
        {hasBoard && <TextButton onClick={startPicking}>{t('pick')}</TextButton>}
        {shapeId && <TextButton onClick={() => changeDraft({ shapeId: null })}>{t('unpick')}</TextButton>}
      </Group>
    </div>
  )
}
