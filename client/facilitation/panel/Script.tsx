// What the facilitator may say for an agenda item; the server sends it to nobody else.
import { Button, Collapse } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { agendaTexts } from '#client/facilitation/texts-agenda.ts'
import { useTexts } from '#client/ui/texts.ts'
import { iconProps } from './icons.ts'
import panel from './panel.module.css'
import classes from './Script.module.css'

type Props = { text: string; isOpenAtFirst: boolean }

export function Script({ text, isOpenAtFirst }: Props) {
  const t = useTexts(agendaTexts)
  const [isOpen, setOpen] = useState(isOpenAtFirst)
  const id = useId()
  const Icon = isOpen ? IconChevronUp : IconChevronDown
  return (
    <div className={classes.script}>
      <Button
        variant="transparent"
        size="sm"
        className={classes.toggle}
        aria-expanded={isOpen}
        aria-controls={id}
        rightSection={<Icon {...iconProps} />}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? t('scriptHide') : t('scriptShow')}
      </Button>
      <Collapse expanded={isOpen} id={id} transitionDuration={120}>
        <p className={classes.words}>
          <span className={`${panel.small} ${panel.dimmed}`}>{t('script')}</span>
          {text}
        </p>
      </Collapse>
    </div>
  )
}
