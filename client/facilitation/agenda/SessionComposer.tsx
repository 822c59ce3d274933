// After a session: what the next one begins with. Board and people stay as they are.
import { Checkbox, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '#client/facilitation/panel/Dialog.tsx'
import { useFacilitation, useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { longestAgenda } from '#shared/facilitation/agenda-items.ts'
import { itemsNotDone, totalMinutes } from '#shared/facilitation/agenda-times.ts'
import { sinceLastTime } from '#shared/templates/since-last-time.ts'
import { ChoiceList, type Row } from './ChoiceList.tsx'
import { asNew, freshItemId } from './fresh-item.ts'
import { agendaEditTexts } from './texts-agenda-edit.ts'
import { useAgendaChoices } from './use-agenda-choices.ts'

type Props = { isOpened: boolean; onClose: () => void }

export function SessionComposer({ isOpened, onClose }: Props) {
  const t = useTexts(agendaEditTexts)
  const { send } = useRoom()
  const { language } = useFacilitation((state) => state.view.info)
  const agenda = useFacilitation((state) => state.view.agenda)
  const last = useFacilitation((state) => state.view.sessions.all.at(-1)?.number ?? 0)
  const choices = useAgendaChoices(isOpened)
  const [hasBeginning, setBeginning] = useState(true)
  const open = itemsNotDone(agenda)
  const carriedOver: Row = {
    id: 'open',
    title: t('carryOver'),
    fits: t('carryOverWhat', { count: open.length }),
    minutes: totalMinutes(open),
    own: null,
    items: () => asNew(open),
  }
  const empty: Row = {
    id: 'empty',
    title: t('empty'),
    fits: t('emptyWhat'),
    minutes: 0,
    own: null,
    items: () => [],
  }
  const prepare = (row: Row) => {
    const items = row.items(language)
    const isFull = items.length >= longestAgenda
    const beginning = hasBeginning && !isFull && row !== empty ? [sinceLastTime(language, freshItemId())] : []
    void send({ type: 'session.prepare', number: last + 1, items: [...beginning, ...items] })
    onClose()
  }
  return (
    <Dialog isOpen={isOpened} onClose={onClose} title={t('prepare')}>
      <Stack gap="md">
        <Text>{t('prepareWhat')}</Text>
        <Checkbox
          label={t('beginning')}
          checked={hasBeginning}
          onChange={(event) => setBeginning(event.currentTarget.checked)}
        />
        <ChoiceList
          choices={choices}
          before={open.length > 0 ? [carriedOver] : []}
          after={[empty]}
          onTake={prepare}
        />
      </Stack>
    </Dialog>
  )
}
