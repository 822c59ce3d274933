// When the session is to start: for the clock times in the agenda, and for whoever is early.
import { TextInput } from '@mantine/core'
import { useFacilitation, useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import classes from './Before.module.css'
import { agendaEditTexts } from './texts-agenda-edit.ts'
import { useDraft } from './use-draft.ts'

export function PlannedStart({ label }: { label?: string }) {
  const t = useTexts(agendaEditTexts)
  const { send } = useRoom()
  const { plannedFor } = useFacilitation((state) => state.view.sessions)
  const save = (text: string) => {
    const at = text === '' ? null : new Date(text).getTime() // without a zone it is this browser's
    if (at !== null && !(at >= 0)) return
    void send({ type: 'session.plan', startsAt: at }, { explains: ['already-done'] })
  }
  const draft = useDraft(plannedFor === null ? '' : asField(plannedFor), save, null)
  return (
    <TextInput
      type="datetime-local"
      label={label ?? t('plannedStart')}
      classNames={{ input: classes.time }}
      {...draft}
      onKeyDown={({ key, currentTarget }) => {
        if (key === 'Enter') currentTarget.blur()
      }}
    />
  )
}

/** "2026-11-25T09:30", by this browser's clock. */
function asField(at: number): string {
  const date = new Date(at)
  const two = (part: number) => String(part).padStart(2, '0')
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`
}
