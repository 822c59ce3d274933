// What a facilitator can change about one item, saved as it is written; and begin it now, double it, delete it.
import { NumberInput, Select, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconCopy, IconPlayerPlay, IconTrash } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import { TextButton } from '#client/facilitation/panel/TextButton.tsx'
import type { AgendaRow } from '#client/facilitation/selectors.ts'
import { TheirText } from '#client/facilitation/two-writers/TheirText.tsx'
import { useSharedDraft } from '#client/facilitation/two-writers/use-shared-draft.ts'
import { explainedHere } from '#client/facilitation/two-writers/use-words.ts'
import { useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { ItemKind } from '#shared/facilitation/agenda.ts'
import { isAhead } from '#shared/facilitation/agenda-items.ts'
import type { Reply } from '#shared/facilitation/protocol.ts'
import type { RowEditing } from './AgendaRow.tsx'
import { added, changed, removed } from './agenda-edits.ts'
import { freshItemId } from './fresh-item.ts'
import classes from './ItemEditor.module.css'
import { itemNow } from './item-now.ts'
import { PollSetField } from './PollSetField.tsx'
import { SharedText } from './SharedText.tsx'
import { agendaEditTexts } from './texts-agenda-edit.ts'
import { itemTexts } from './texts-items.ts'
import { useDraft } from './use-draft.ts'

type Props = RowEditing & { row: AgendaRow }
const savedAfterMs = 800

export function ItemEditor(props: Props) {
  const { row, agenda } = props
  const canChange = row.state !== 'done'
  return (
    <div className={classes.editor}>
      {canChange && <TitleField {...props} />}
      {canChange && (
        <div className={classes.row}>
          {isAhead(agenda, row.item.itemId) && <KindField {...props} />}
          <MinutesField {...props} />
        </div>
      )}
      {canChange && <SharedText item={row.item} field="purpose" />}
      {canChange && <SharedText item={row.item} field="script" />}
      <SharedText item={row.item} field="notes" />
      {canChange && <PollSetField {...props} />}
      <ItemActions {...props} />
    </div>
  )
}

function TitleField({ row: { item }, edits }: Props) {
  const t = useTexts(agendaEditTexts)
  const field = useRef<HTMLInputElement>(null)
  const isNew = useRef(item.title === t('newTitle'))
  const { store } = useRoom()
  const { itemId } = item
  const read = () => itemNow(store.getState(), itemId)?.title ?? ''
  const save = async (title: string, was: string) =>
    // A title that is deleted is not meant: the field reads as before once it is left.
    title === '' ? nothingToSave : edits.make(changed({ ...item, title: was }, { title }), explainedHere)
  const draft = useSharedDraft(item.title, { read, save }, null)
  // What has just been added is there to be named.
  useEffect(() => {
    if (isNew.current) field.current?.select()
  }, [])
  return (
    <div>
      <TextInput
        ref={field}
        label={t('title')}
        maxLength={120}
        autoComplete="off"
        {...draft.field}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Enter') currentTarget.blur()
        }}
      />
      <TheirText theirs={draft.theirs} onKeep={draft.keepMine} onTake={draft.takeTheirs} />
    </div>
  )
}

const nothingToSave: Reply = { ok: false, code: 'invalid', message: 'An agenda item needs a title.' }

function KindField({ row: { item }, edits }: Props) {
  const t = useTexts(agendaEditTexts)
  const kinds = useTexts(itemTexts)
  return (
    <Select
      label={t('kind')}
      className={classes.kind}
      data={ItemKind.options.map((value) => ({ value, label: kinds(value) }))}
      value={item.kind}
      allowDeselect={false}
      onChange={(value) => {
        const kind = ItemKind.safeParse(value)
        if (kind.success && kind.data !== item.kind) void edits.make(changed(item, { kind: kind.data }))
      }}
    />
  )
}

/** Of the running item all that it has, with what was added. */
function MinutesField({ row: { item, plannedMs }, edits }: Props) {
  const t = useTexts(agendaEditTexts)
  const whole = Math.round(plannedMs / 60_000)
  const save = (text: string) => {
    const minutes = Math.round(Number(text))
    if (minutes >= 1 && minutes <= 480 && minutes !== whole) void edits.make(changed(item, { minutes }))
  }
  const draft = useDraft(String(whole), save, savedAfterMs)
  return (
    <NumberInput
      label={t('minutes')}
      className={classes.minutes}
      min={1}
      max={480}
      clampBehavior="blur"
      allowDecimal={false}
      allowNegative={false}
      value={draft.value}
      onChange={(value) => draft.onChange({ currentTarget: { value: String(value) } })}
      onBlur={draft.onBlur}
    />
  )
}

function ItemActions({ row: { item, state }, agenda, edits, sorting, open }: Props) {
  const t = useTexts(agendaEditTexts)
  const { send } = useRoom()
  const isRunning = agenda.startedAt !== null && agenda.endedAt === null
  const canMove = isAhead(agenda, item.itemId) && agenda.endedAt === null
  const [up, down] = canMove ? [sorting.stepOf(item.itemId, -1), sorting.stepOf(item.itemId, 1)] : []
  const begin = () => {
    open(false)
    const fromItemId = agenda.current?.itemId ?? null
    void send({ type: 'agenda.begin', itemId: item.itemId, fromItemId })
  }
  const duplicate = () => {
    const { current } = agenda
    const copy = { ...item, itemId: freshItemId(), title: t('copyOf', { title: item.title }).slice(0, 120) }
    // A copy of what has been comes next.
    const after = state === 'done' && current ? current.itemId : item.itemId
    void edits.make(added(copy, after, 'duplicate'))
  }
  return (
    <div className={classes.actions}>
      {isRunning && state !== 'current' && (
        <TextButton onClick={begin}>
          <IconPlayerPlay {...iconProps} />
          {state === 'done' ? t('beginAgain') : t('beginNow')}
        </TextButton>
      )}
      {agenda.endedAt === null && (
        <TextButton onClick={duplicate}>
          <IconCopy {...iconProps} />
          {t('duplicate')}
        </TextButton>
      )}
      {up && (
        <TextButton onClick={up}>
          <IconArrowUp {...iconProps} />
          {t('up')}
        </TextButton>
      )}
      {down && (
        <TextButton onClick={down}>
          <IconArrowDown {...iconProps} />
          {t('down')}
        </TextButton>
      )}
      {canMove && (
        <TextButton onClick={() => void edits.make(removed(agenda, item))}>
          <IconTrash {...iconProps} />
          {t('remove')}
        </TextButton>
      )}
    </div>
  )
}
