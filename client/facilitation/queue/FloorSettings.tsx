// Where a facilitator says whom the queue puts first and how long a turn is meant to be.
import { Radio, Stack } from '@mantine/core'
import { Dialog } from '#client/facilitation/panel/Dialog.tsx'
import { TurnLimit } from '#client/facilitation/panel/TurnLimit.tsx'
import { useFacilitation, useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { Priority } from '#shared/facilitation/speaking-order.ts'
import { queueTexts } from './texts-queue.ts'

type Props = { isOpened: boolean; onClose: () => void }

const labels = { time: 'orderTime', person: 'orderPerson', department: 'orderDepartment' } as const

export function FloorSettings({ isOpened, onClose }: Props) {
  const t = useTexts(queueTexts)
  const { send } = useRoom()
  const { priority, limitSeconds } = useFacilitation((state) => state.view.hands)
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
        <TurnLimit
          label={t('limit')}
          usual={[60, 120, 300]}
          mostSeconds={3_600}
          value={limitSeconds}
          onChange={(seconds) => void send({ type: 'floor.limit', seconds })}
        />
      </Stack>
    </Dialog>
  )
}
