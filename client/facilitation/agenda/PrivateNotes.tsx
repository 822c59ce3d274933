// What the facilitators write down for themselves about an item: saved by itself, seen by all of them and by nobody else.
import { Collapse, Textarea } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import panel from '#client/facilitation/panel/panel.module.css'
import { TextButton } from '#client/facilitation/panel/TextButton.tsx'
import { agendaTexts } from '#client/facilitation/texts-agenda.ts'
import { useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { AgendaItem } from '#shared/facilitation/agenda.ts'
import classes from './ItemSection.module.css'
import { agendaEditTexts } from './texts-agenda-edit.ts'
import { useDraft } from './use-draft.ts'

export function PrivateNotes({ item }: { item: AgendaItem }) {
  const t = useTexts(agendaTexts)
  const edit = useTexts(agendaEditTexts)
  const { send } = useRoom()
  const [isOpen, setOpen] = useState(Boolean(item.notes))
  const id = useId()
  const Icon = isOpen ? IconChevronUp : IconChevronDown
  const save = (notes: string) =>
    void send(
      { type: 'item.change', itemId: item.itemId, change: { notes: notes || null } },
      { explains: ['already-done'] },
    )
  const draft = useDraft(item.notes ?? '', save, 800)
  return (
    <div>
      <TextButton aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
        {isOpen ? t('notesHide') : t('notesShow')}
        <Icon {...iconProps} />
      </TextButton>
      <Collapse expanded={isOpen} id={id} transitionDuration={120}>
        <div className={classes.notes}>
          <Textarea
            label={edit('notes')}
            description={edit('notesHint')}
            classNames={{ description: panel.description }}
            maxLength={4_000}
            autosize
            minRows={2}
            maxRows={10}
            {...draft}
          />
        </div>
      </Collapse>
    </div>
  )
}
