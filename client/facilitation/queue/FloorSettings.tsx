// Where a facilitator says whom the queue puts first and how long a turn is meant to be.
import { Radio, SegmentedControl, Stack, Text } from '@mantine/core'
import { useId } from 'react'
import { Dialog } from '#client/facilitation/panel/Dialog.tsx'
import panel from '#client/facilitation/panel/panel.module.css'
import { useFacilitation, useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { Priority } from '#shared/facilitation/speaking-order.ts'
import { queueTexts } from './texts-queue.ts'

type Props = { isOpened: boolean; onClose: () => void }

const labels = { time: 'orderTime', person: 'orderPerson', department: 'orderDepartment' } as const
const limits = [null, 60, 120, 180, 300] as const

export function FloorSettings({ isOpened, onClose }: Props) {
  const t = useTexts(queueTexts)
  const { send } = useRoom()
  const { priority, limitSeconds } = useFacilitation((state) => state.view.hands)
  const limitId = useId()
  const choose = (value: string) => {
    // A refusal is told by the store's notice.
    void send({ type: 'hand.prioritise', priority: Priority.parse(value) })
  }
  return (
    <Dialog isOpen={isOpened} onClose={onClose} title={t('settings')}>
      <Stack gap="lg">
        <Radio.Group label={t('order')} description={t('orderWhat')} value={priority} onChange={choose}>
          <Stack gap="xs" mt="xs">
            {Priority.options.map((one) => (
              <Radio key={one} value={one} label={t(labels[one])} />
            ))}
          </Stack>
        </Radio.Group>
        <div>
          <Text id={limitId} fw={600}>
            {t('limit')}
          </Text>
          <Text size="xs" c="dimmed" mb="xs">
            {t('limitWhat')}
          </Text>
          <SegmentedControl
            fullWidth
            classNames={{ label: panel.segment }}
            aria-labelledby={limitId}
            value={String(limitSeconds)}
            onChange={(value) =>
              void send({ type: 'floor.limit', seconds: value === 'null' ? null : Number(value) })
            }
            data={limits.map((seconds) => ({
              value: String(seconds),
              label: seconds === null ? t('limitNone') : t('limitSeconds', { minutes: seconds / 60 }),
            }))}
          />
        </div>
      </Stack>
    </Dialog>
  )
}
