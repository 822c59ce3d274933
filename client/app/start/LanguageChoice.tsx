// Which language the workshop's template and documents are written in; each name in its own language.
import { useId } from 'react'
import type { Language } from '#shared/language.ts'
import classes from './LanguageChoice.module.css'

const names: readonly { language: Language; name: string }[] = [
  { language: 'de', name: 'Deutsch' },
  { language: 'en', name: 'English' },
]

type Props = { label: string; chosen: Language; onChoose: (language: Language) => void }

export function LanguageChoice({ label, chosen, onChoose }: Props) {
  const group = useId()
  return (
    <fieldset className={classes.row}>
      <legend className={classes.label}>{label}</legend>
      <div className={classes.segments}>
        {names.map(({ language, name }) => (
          <label key={language} className={classes.segment} lang={language}>
            <input
              type="radio"
              name={group}
              value={language}
              checked={language === chosen}
              onChange={() => onChoose(language)}
            />
            <span>{name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
