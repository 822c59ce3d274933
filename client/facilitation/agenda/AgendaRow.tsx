// One item of the agenda: its place, what it is for, how long it takes and when it is on; opened, a facilitator changes it.
import { UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconCheck, IconGripVertical } from '@tabler/icons-react'
import { useId } from 'react'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import panel from '#client/facilitation/panel/panel.module.css'
import type { AgendaRow as Row } from '#client/facilitation/selectors.ts'
import { agendaTexts } from '#client/facilitation/texts-agenda.ts'
import { formatTime } from '#client/ui/format.ts'
import { useLanguage } from '#client/ui/language.ts'
import sortable from '#client/ui/sorting/sorting.module.css'
import type { Sorting } from '#client/ui/sorting/use-sorting.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { Agenda } from '#shared/facilitation/agenda.ts'
import { isAhead } from '#shared/facilitation/agenda-items.ts'
import type { ItemTime } from '#shared/facilitation/agenda-times.ts'
import type { ItemId } from '#shared/ids.ts'
import classes from './AgendaRow.module.css'
import { ItemEditor } from './ItemEditor.tsx'
import { agendaEditTexts } from './texts-agenda-edit.ts'
import { itemTexts } from './texts-items.ts'
import type { AgendaEdits } from './use-agenda-edits.ts'

export type RowEditing = {
  agenda: Agenda
  edits: AgendaEdits
  sorting: Sorting<ItemId>
  isOpen: boolean
  open: (isOpen: boolean) => void
}
type Props = { row: Row; number: number; time: ItemTime | null; editing?: RowEditing }

export function AgendaRow({ row, number, time, editing }: Props) {
  const t = useTexts(agendaTexts)
  const edit = useTexts(agendaEditTexts)
  const kinds = useTexts(itemTexts)
  const editorId = useId()
  const { item, state } = row
  const canMove = editing !== undefined && mayMove(editing.agenda, item.itemId)
  const words = (
    <>
      <span className={classes.title}>{item.title}</span>
      <span className={`${panel.small} ${panel.dimmed}`}>{item.purpose ?? kinds(item.kind)}</span>
    </>
  )
  return (
    <li
      className={`${sortable.row} ${classes.item}`}
      data-state={state}
      data-editable={editing !== undefined || undefined}
      {...editing?.sorting.rowOf(item.itemId)}
      aria-current={state === 'current' ? 'step' : undefined}
    >
      <span className={classes.number}>
        {state === 'done' ? (
          <IconCheck {...iconProps} role="img" aria-hidden={false} aria-label={t('done')} />
        ) : (
          number
        )}
      </span>
      {editing ? (
        <UnstyledButton
          type="button"
          className={classes.text}
          aria-expanded={editing.isOpen}
          aria-controls={editorId}
          {...(canMove && {
            'aria-keyshortcuts': 'Alt+ArrowUp Alt+ArrowDown',
            ...editing.sorting.keysOf(item.itemId),
          })}
          onClick={() => editing.open(!editing.isOpen)}
        >
          {words}
          <VisuallyHidden>{edit('edit')}</VisuallyHidden>
        </UnstyledButton>
      ) : (
        <div className={classes.text}>{words}</div>
      )}
      <Minutes row={row} time={time} />
      {editing && canMove && <Grip row={row} number={number} {...editing} />}
      {editing && (
        <div id={editorId} className={classes.editor} hidden={!editing.isOpen}>
          {editing.isOpen && <ItemEditor row={row} {...editing} />}
        </div>
      )}
    </li>
  )
}

const mayMove = (agenda: Agenda, itemId: ItemId): boolean =>
  agenda.endedAt === null && isAhead(agenda, itemId)

function Minutes({ row: { state, tookMs, plannedMs }, time }: Pick<Props, 'row' | 'time'>) {
  const t = useTexts(agendaTexts)
  const language = useLanguage()
  const planned = Math.round(plannedMs / 60_000)
  const took = Math.max(0, Math.round((tookMs ?? 0) / 60_000))
  return (
    <span className={`${panel.small} ${panel.figures} ${classes.minutes}`}>
      <span data-over={tookMs !== null && took > planned ? true : undefined}>
        {state === 'skipped'
          ? t('skipped')
          : tookMs === null
            ? t('minutes', { count: planned })
            : t('took', { took, planned })}
      </span>
      {time && (
        <span className={classes.time}>
          {formatTime(time.from, language)}–{formatTime(time.to, language)}
        </span>
      )}
    </span>
  )
}

/** For the pointer; by keyboard it goes faster in the row, with one stop less for each item. */
function Grip({ row: { item }, number, agenda, sorting }: Pick<Props, 'row' | 'number'> & RowEditing) {
  const t = useTexts(agendaEditTexts)
  return (
    <UnstyledButton
      type="button"
      className={`${sortable.grip} ${classes.grip}`}
      tabIndex={-1}
      aria-label={t('move', { title: item.title, place: number, count: agenda.items.length })}
      {...sorting.gripOf(item.itemId)}
    >
      <IconGripVertical {...iconProps} />
    </UnstyledButton>
  )
}
