// For which item of the agenda a poll is meant, if for any.
import { NativeSelect } from '@mantine/core'
import panel from '#client/facilitation/panel/panel.module.css'
import { useFacilitation } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { ItemId } from '#shared/ids.ts'
import { composeTexts } from './texts-compose.ts'

type Props = { itemId: ItemId | null; onChoose: (itemId: ItemId | null) => void }

/** Nothing while there is no agenda. */
export function ItemField({ itemId, onChoose }: Props) {
  const t = useTexts(composeTexts)
  const items = useFacilitation((state) => state.view.agenda.items)
  if (items.length === 0) return null
  return (
    <NativeSelect
      label={t('forItem')}
      description={t('forItemWhat')}
      classNames={{ description: panel.description }}
      value={itemId ?? ''}
      onChange={({ currentTarget: { value } }) =>
        onChoose(items.find((item) => item.itemId === value)?.itemId ?? null)
      }
      data={[
        { value: '', label: t('forNoItem') },
        ...items.map((item) => ({ value: item.itemId, label: item.title })),
      ]}
    />
  )
}
