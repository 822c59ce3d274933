// Which language the files are written in: two plain radio buttons side by side.
//
// Not Mantine's SegmentedControl: it measures itself while the report is being drawn, and so the browser lays all of the
// report out once more.
import { useId } from 'react'
import { useTexts } from '#client/ui/texts.ts'
import { Language } from '#shared/language.ts'
import classes from './FileLanguage.module.css'
import { resultsTexts } from './results-texts.ts'

/** Each by its own name, as everywhere. */
const names: Record<Language, string> = { de: 'Deutsch', en: 'English' }

type Props = { value: Language; onChange: (language: Language) => void }

export function FileLanguage({ value, onChange }: Props) {
  const t = useTexts(resultsTexts)
  const group = useId()
  return (
    <div className={classes.choice} role="radiogroup" aria-label={t('languageOfFiles')}>
      {Language.options.map((language) => (
        <label key={language} className={classes.one}>
          <input
            type="radio"
            name={group}
            value={language}
            checked={language === value}
            onChange={() => onChange(language)}
          />
          {names[language]}
        </label>
      ))}
    </div>
  )
}
