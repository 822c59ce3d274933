// A sheet over the room for the few things that need more space than the panel; from below on a phone.
import { Modal, type ModalProps } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { panelTexts } from '#client/facilitation/texts.ts'
import sheet from '#client/ui/Dialog.module.css'
import { useTexts } from '#client/ui/texts.ts'
import classes from './Dialog.module.css'

type Props = Pick<ModalProps, 'title' | 'children' | 'size'> & { isOpen: boolean; onClose: () => void }

export function Dialog({ title, children, size = 'md', isOpen, onClose }: Props) {
  const t = useTexts(panelTexts)
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={title}
      size={size}
      classNames={{
        inner: sheet.inner,
        content: sheet.sheet,
        header: classes.header,
        title: classes.title,
        body: classes.body,
      }}
      centered
      closeButtonProps={{ 'aria-label': t('close'), size: 44, icon: <IconX size={20} stroke={1.6} /> }}
    >
      {children}
    </Modal>
  )
}
