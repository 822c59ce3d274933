// Which agenda the workshop begins with: the template's, another one, one of one's own, or none.
import { useId } from 'react'
import { useAgendaChoices } from '#client/facilitation/agenda/use-agenda-choices.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { CreateWorkshop } from '#shared/access/create-workshop.ts'
import type { Language } from '#shared/language.ts'
import classes from './AgendaField.module.css'
import { startTexts } from './start-texts.ts'

/** Undefined for the template's. */
type WishedAgenda = CreateWorkshop['agenda']
type Choice = { id: string; agenda: WishedAgenda }
export const templatesAgenda: Choice = { id: 'template', agenda: undefined }
const noAgenda: Choice = { id: 'none', agenda: null }

type Props = { chosen: string; language: Language; onChoose: (choice: Choice) => void }

export function AgendaField({ chosen, language, onChoose }: Props) {
  const t = useTexts(startTexts)
  const id = useId()
  const { choices } = useAgendaChoices(true)
  const choose = (value: string) => {
    const found = choices?.find((choice) => choice.id === value)
    if (found) onChoose({ id: value, agenda: found.own ? found.items(language) : found.id })
    else onChoose(value === noAgenda.id ? noAgenda : templatesAgenda)
  }
  return (
    <div className={classes.row}>
      <label htmlFor={id} className={classes.label}>
        {t('agenda')}
      </label>
      <select
        id={id}
        className={classes.field}
        value={chosen}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      >
        <option value={templatesAgenda.id}>{t('agendaOfTemplate')}</option>
        {choices?.map(({ id, title, minutes, own }) => (
          <option key={id} value={id}>
            {own ? t('agendaOwn', { title, count: minutes }) : title}
          </option>
        ))}
        <option value={noAgenda.id}>{t('agendaNone')}</option>
      </select>
    </div>
  )
}
