// A sheet over the room for the few things that need more space than the panel; the whole screen on a phone.
import { Modal, type ModalProps } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { panelTexts } from '#client/facilitation/texts.ts'
import { useTexts } from '#client/ui/texts.ts'
import classes from './Dialog.module.css'

type Props = Pick<ModalProps, 'title' | 'children' | 'size'> & { isOpen: boolean; onClose: () => void }

export function Dialog({ title, children, size = 'md', isOpen, onClose }: Props) {
  const t = useTexts(panelTexts)
  const isPhone = useMediaQuery('(max-width: 37.49em)', false, { getInitialValueInEffect: false })
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={title}
      size={size}
      fullScreen={isPhone}
      classNames={{ header: classes.header, title: classes.title, body: classes.body }}
      closeButtonProps={{ 'aria-label': t('close'), size: 'lg' }}
    >
      {children}
    </Modal>
  )
}
