// A link at the end of a sentence that unfolds what stands behind it.
import { Anchor } from '@mantine/core'
import classes from './UnfoldLink.module.css'

type Props = { isOpen: boolean; contentsId: string; onToggle: () => void; children: string }

export function UnfoldLink({ isOpen, contentsId, onToggle, children }: Props) {
  return (
    <Anchor
      component="button"
      type="button"
      inherit
      underline="always"
      className={classes.link}
      aria-expanded={isOpen}
      aria-controls={contentsId}
      onClick={onToggle}
    >
      {children}
    </Anchor>
  )
}
