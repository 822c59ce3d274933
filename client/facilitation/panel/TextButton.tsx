// A lesser action in words: looks like a link, is a button, 44 px high.
import { UnstyledButton } from '@mantine/core'
import type { ComponentProps } from 'react'
import classes from './TextButton.module.css'

export function TextButton(props: Omit<ComponentProps<'button'>, 'className' | 'type'>) {
  return <UnstyledButton type="button" className={classes.button} {...props} />
}
