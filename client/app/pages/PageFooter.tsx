// The foot of plain pages: where the data is, how polls stay secret, licences, light or dark, the other language.
import { useMantineColorScheme } from '@mantine/core'
import { Link } from 'react-router'
import { chooseLanguage, useLanguage } from '#client/ui/language.ts'
import { useTexts } from '#client/ui/texts.ts'
import classes from './PageFooter.module.css'
import { pageTexts } from './page-texts.ts'

export function PageFooter() {
  const t = useTexts(pageTexts)
  const language = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const otherLanguage = language === 'de' ? 'en' : 'de'
  return (
    <footer className={classes.footer}>
      <span>{t('staysHere')}</span>
      <Link to="/secrecy">{t('secrecy')}</Link>
      <a href="/third-party-notices.txt">{t('licences')}</a>
      <label className={classes.theme}>
        {t('theme')}
        <select
          value={colorScheme}
          onChange={({ currentTarget: { value } }) => {
            if (value === 'auto' || value === 'light' || value === 'dark') setColorScheme(value)
          }}
        >
          <option value="auto">{t('themeAuto')}</option>
          <option value="light">{t('themeLight')}</option>
          <option value="dark">{t('themeDark')}</option>
        </select>
      </label>
      <button type="button" lang={otherLanguage} onClick={() => chooseLanguage(otherLanguage)}>
        {t('otherLanguage')}
      </button>
    </footer>
  )
}
