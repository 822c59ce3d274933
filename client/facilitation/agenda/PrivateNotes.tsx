// What the facilitators write down for themselves about an item: saved by itself, seen by all of them and by nobody else.
import { Collapse } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import { TextButton } from '#client/facilitation/panel/TextButton.tsx'
import { agendaTexts } from '#client/facilitation/texts-agenda.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { AgendaItem } from '#shared/facilitation/agenda.ts'
import classes from './ItemSection.module.css'
import { SharedText } from './SharedText.tsx'

export function PrivateNotes({ item }: { item: AgendaItem }) {
  const t = useTexts(agendaTexts)
  const [isOpen, setOpen] = useState(Boolean(item.notes))
  const id = useId()
  const Icon = isOpen ? IconChevronUp : IconChevronDown
  return (
    <div>
      <TextButton aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
        {isOpen ? t('notesHide') : t('notesShow')}
        <Icon {...iconProps} />
      </TextButton>
      <Collapse expanded={isOpen} id={id} transitionDuration={120}>
        <div className={classes.notes}>
          <SharedText item={item} field="notes" />
        </div>
      </Collapse>
    </div>
  )
}
