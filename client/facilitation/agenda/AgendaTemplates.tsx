// Where the agenda is exchanged for another one, and kept for other workshops: in this browser, or as a file.
import { Group, Stack, Text } from '@mantine/core'
import { useRef, useState } from 'react'
import { Dialog } from '#client/facilitation/panel/Dialog.tsx'
import { TextButton } from '#client/facilitation/panel/TextButton.tsx'
import { useFacilitation } from '#client/facilitation/use-facilitation.ts'
import { FileInput } from '#client/ui/FileInput.tsx'
import { useTexts } from '#client/ui/texts.ts'
import type { NewItem } from '#shared/facilitation/agenda-items.ts'
import { replaced } from './agenda-edits.ts'
import { ChoiceList } from './ChoiceList.tsx'
import { asNew } from './fresh-item.ts'
import { keepAgenda, ownAgendaOf, readAgenda, saveAgenda } from './own-agendas.ts'
import { agendaEditTexts } from './texts-agenda-edit.ts'
import { type AgendaChoices, useAgendaChoices } from './use-agenda-choices.ts'
import type { AgendaEdits } from './use-agenda-edits.ts'

type Props = { isOpened: boolean; onClose: () => void; edits: AgendaEdits }

export function AgendaTemplates({ isOpened, onClose, edits }: Props) {
  const t = useTexts(agendaEditTexts)
  const { language } = useFacilitation((state) => state.view.info)
  const agenda = useFacilitation((state) => state.view.agenda)
  const choices = useAgendaChoices(isOpened)
  const take = (items: NewItem[]) => {
    void edits.make(replaced(agenda, items))
    onClose()
  }
  return (
    <Dialog isOpen={isOpened} onClose={onClose} title={t('choose')}>
      <Stack gap="md">
        <Text>{t('chooseWhat')}</Text>
        <ChoiceList choices={choices} onTake={(row) => take(row.items(language))} />
        <KeepAndFiles choices={choices} onRead={take} />
      </Stack>
    </Dialog>
  )
}

type KeepProps = { choices: AgendaChoices; onRead: (items: NewItem[]) => void }

function KeepAndFiles({ choices, onRead }: KeepProps) {
  const t = useTexts(agendaEditTexts)
  const { title } = useFacilitation((state) => state.view.info)
  const { items } = useFacilitation((state) => state.view.agenda)
  const input = useRef<HTMLInputElement>(null)
  const [told, setTold] = useState('')
  const keep = () => {
    setTold(keepAgenda(ownAgendaOf(title, items)) ? t('kept', { title }) : t('notKept'))
    choices.refresh()
  }
  const read = async (file: File) => {
    const agenda = await readAgenda(file)
    if (agenda) onRead(asNew(agenda.items))
    else setTold(t('badFile'))
  }
  return (
    <div>
      <Group gap="0 1rem">
        {items.length > 0 && <TextButton onClick={keep}>{t('keep')}</TextButton>}
        {items.length > 0 && (
          <TextButton onClick={() => saveAgenda(t('fileName', { title }), ownAgendaOf(title, items))}>
            {t('toFile')}
          </TextButton>
        )}
        <TextButton onClick={() => input.current?.click()}>{t('fromFile')}</TextButton>
        <FileInput ref={input} label={t('fromFile')} onChoose={(file) => void read(file)} />
      </Group>
      <Text size="sm" role="status">
        {told}
      </Text>
    </div>
  )
}
