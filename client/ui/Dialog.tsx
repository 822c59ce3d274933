// A small window over the page: a title, a way out, and what it is about.
import { Modal } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './Dialog.module.css'
import { useTexts } from './texts.ts'
import { uiTexts } from './ui-texts.ts'

type Props = {
  title: string
  isOpen: boolean
  onClose: () => void
  /** A CSS width. */
  size?: string
  /** On a phone, for what needs all of it. */
  isFullScreen?: boolean
  children: ReactNode
}

export function Dialog({ title, isOpen, onClose, size = '30rem', isFullScreen = false, children }: Props) {
  const t = useTexts(uiTexts)
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={title}
      size={size}
      fullScreen={isFullScreen}
      centered
      classNames={{
        inner: isFullScreen ? '' : classes.inner,
        title: classes.title,
        content: isFullScreen ? classes.content : `${classes.content} ${classes.sheet}`,
        header: classes.header,
        close: classes.close,
      }}
      closeButtonProps={{ 'aria-label': t('close'), icon: <IconX size={20} stroke={1.6} /> }}
      overlayProps={{ color: 'var(--runde-scrim)', backgroundOpacity: 1 }}
    >
      {children}
    </Modal>
  )
}
