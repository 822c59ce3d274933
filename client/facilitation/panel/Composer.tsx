// The frame of every dialog in which a facilitator says what is to begin: a title, one sentence, the fields, begin or cancel.
import { Button, Group, Stack, Text } from '@mantine/core'
import { type ComponentType, type FormEvent, type ReactNode, useState } from 'react'
import { panelTexts } from '#client/facilitation/texts.ts'
import { type Texts, type Translate, useTexts } from '#client/ui/texts.ts'
import { Dialog } from './Dialog.tsx'

export type ComposerProps = { isOpened: boolean; onClose: () => void }
type Inside = { onClose: () => void }

/** A dialog around `Content`, which begins anew each time it is opened. */
export function composer<T>(
  texts: Texts<T>,
  title: (t: Translate<T>) => string,
  Content: ComponentType<Inside>,
  size?: 'lg',
) {
  return function Composer({ isOpened, onClose }: ComposerProps) {
    const t = useTexts(texts)
    return (
      <Dialog isOpen={isOpened} onClose={onClose} title={title(t)} {...(size && { size })}>
        <Content onClose={onClose} />
      </Dialog>
    )
  }
}

type FormProps = Inside & {
  what: string
  begin: string
  icon?: ReactNode
  /** Closes once this is over; null when something is still to be written. A refusal is told by the store's notice. */
  onBegin: () => Promise<unknown> | null
  children?: ReactNode
}

export function ComposerForm({ what, begin, icon, onBegin, onClose, children }: FormProps) {
  const t = useTexts(panelTexts)
  const [isSending, setSending] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const sent = onBegin()
    if (!sent) return
    setSending(true)
    sent.then(onClose, reportError)
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <Text>{what}</Text>
        {children}
        <Group gap="xs">
          <Button type="submit" loading={isSending} leftSection={icon}>
            {begin}
          </Button>
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t('cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
