// What the facilitator may say for an agenda item; the server sends it to nobody else.
import { Collapse } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import panel from '#client/facilitation/panel/panel.module.css'
import { TextButton } from '#client/facilitation/panel/TextButton.tsx'
import { agendaTexts } from '#client/facilitation/texts-agenda.ts'
import { useTexts } from '#client/ui/texts.ts'
import classes from './Script.module.css'

export function Script({ text }: { text: string }) {
  const t = useTexts(agendaTexts)
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const Icon = isOpen ? IconChevronUp : IconChevronDown
  return (
    <div>
      <TextButton aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
        {isOpen ? t('scriptHide') : t('scriptShow')}
        <Icon {...iconProps} />
      </TextButton>
      <Collapse expanded={isOpen} id={id} transitionDuration={120}>
        <p className={classes.words}>
          <span className={`${panel.small} ${panel.dimmed}`}>{t('script')}</span>
          {text}
        </p>
      </Collapse>
    </div>
  )
}
