// What a line of the panel keeps folded until somebody wants to see it.
import { Collapse } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import { TextButton } from '#client/facilitation/panel/TextButton.tsx'

type Props = { show: string; hide: string; isOpenAtFirst?: boolean; children: ReactNode }

export function Folded({ show, hide, isOpenAtFirst = false, children }: Props) {
  const [isOpen, setOpen] = useState(isOpenAtFirst)
  const id = useId()
  const Icon = isOpen ? IconChevronUp : IconChevronDown
  return (
    <div>
      <TextButton aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
        {isOpen ? hide : show}
        <Icon {...iconProps} />
      </TextButton>
      <Collapse expanded={isOpen} id={id} transitionDuration={120}>
        {children}
      </Collapse>
    </div>
  )
}
