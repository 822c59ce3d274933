// The items in their order; for facilitators with everything that changes them, and the way back from the last change.
import { Button, Group } from '@mantine/core'
import { IconPlus, IconTemplate } from '@tabler/icons-react'
import { useState } from 'react'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import { agendaRows } from '#client/facilitation/selectors.ts'
import { useFacilitation, useMe, useServerNow } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { longestAgenda } from '#shared/facilitation/agenda-items.ts'
import { itemTimes } from '#shared/facilitation/agenda-times.ts'
import type { ItemId } from '#shared/ids.ts'
import classes from './AgendaBody.module.css'
import { AgendaRow } from './AgendaRow.tsx'
import { AgendaTemplates } from './AgendaTemplates.tsx'
import { added } from './agenda-edits.ts'
import { freshItemId } from './fresh-item.ts'
import { agendaEditTexts } from './texts-agenda-edit.ts'
import { UndoLine } from './UndoLine.tsx'
import { useAgendaEdits } from './use-agenda-edits.ts'
import { useItemSorting } from './use-item-sorting.ts'

export function AgendaBody() {
  const agenda = useFacilitation((state) => state.view.agenda)
  const { plannedFor } = useFacilitation((state) => state.view.sessions)
  const isFacilitator = useMe()?.role === 'facilitator'
  const now = useServerNow(5_000)
  const edits = useAgendaEdits()
  const sorting = useItemSorting(agenda, edits)
  const [openId, setOpenId] = useState<ItemId | null>(null)
  const times = itemTimes(agenda, plannedFor, now)
  return (
    <>
      <ol className={classes.items} ref={sorting.list}>
        {agendaRows(agenda, now).map((row, index) => (
          <AgendaRow
            key={row.item.itemId}
            row={row}
            number={index + 1}
            time={times.get(row.item.itemId) ?? null}
            {...(isFacilitator && {
              editing: {
                agenda,
                edits,
                sorting,
                isOpen: openId === row.item.itemId,
                open: (isOpen) => setOpenId(isOpen ? row.item.itemId : null),
              },
            })}
          />
        ))}
      </ol>
      {isFacilitator && agenda.endedAt === null && <Additions edits={edits} onAdded={setOpenId} />}
      {isFacilitator && <UndoLine edits={edits} />}
    </>
  )
}

type AdditionProps = { edits: ReturnType<typeof useAgendaEdits>; onAdded: (itemId: ItemId) => void }

/** Behind the last item, ready to be given its name. */
function Additions({ edits, onAdded }: AdditionProps) {
  const t = useTexts(agendaEditTexts)
  const { items } = useFacilitation((state) => state.view.agenda)
  const [isChoosing, setChoosing] = useState(false)
  const add = () => {
    const itemId = freshItemId()
    onAdded(itemId)
    const item = { itemId, kind: 'discussion', minutes: 10, title: t('newTitle') } as const
    void edits.make(added(item, items.at(-1)?.itemId ?? null))
  }
  return (
    <Group gap="xs" className={classes.additions}>
      <Button
        variant={items.length === 0 ? 'default' : 'subtle'}
        color="gray"
        leftSection={<IconPlus {...iconProps} />}
        disabled={items.length >= longestAgenda}
        onClick={add}
      >
        {t('add')}
      </Button>
      <Button
        variant={items.length === 0 ? 'default' : 'subtle'}
        color="gray"
        leftSection={<IconTemplate {...iconProps} />}
        onClick={() => setChoosing(true)}
      >
        {t('templates')}
      </Button>
      <AgendaTemplates isOpened={isChoosing} onClose={() => setChoosing(false)} edits={edits} />
    </Group>
  )
}
