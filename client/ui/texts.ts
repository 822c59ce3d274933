// Every string the interface shows, in both languages; each feature brings its own with `defineTexts`.
import { createInstance } from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { Language } from '#shared/language.ts'

export const i18n = createInstance()

// Resources are compiled in, so init has finished when it returns; its promise carries nothing.
void i18n.use(initReactI18next).init({
  lng: 'de',
  fallbackLng: false,
  resources: { de: {}, en: {} },
  initAsync: false,
  interpolation: { escapeValue: false }, // React escapes
  react: { useSuspense: false },
})

type Plural<Key> = Key extends `${infer Base}_one` | `${infer Base}_other` ? Base : never
type Values = Record<string, string | number>
export type Translate<Texts> = (
  key: (keyof Texts & string) | Plural<keyof Texts & string>,
  values?: Values,
) => string

/**
 * Registers a feature's strings and returns the hook that reads them. `{{name}}` stands for a value; a count takes
 * `key_one` and `key_other` and is read as `t('key', { count })`. Both languages must have the same keys.
 */
export function defineTexts<Texts extends Record<string, string>>(
  feature: string,
  texts: { de: Texts; en: { [Key in keyof Texts]: string } },
): (() => Translate<Texts>) & { now: Translate<Texts> } {
  i18n.addResourceBundle('de', feature, texts.de)
  i18n.addResourceBundle('en', feature, texts.en)
  const useTexts = (): Translate<Texts> => {
    const { t } = useTranslation(feature, { i18n })
    return (key, values) => t(key, values ?? {})
  }
  /** Outside React: the language of this moment. */
  const now: Translate<Texts> = (key, values) => i18n.t(key, { ns: feature, ...values })
  return Object.assign(useTexts, { now })
}

export const currentLanguage = (): Language => (i18n.language === 'en' ? 'en' : 'de')

/** The language of the person's browser, unless they chose one here before. */
export function preferredLanguage(chosen: string | null, browser: readonly string[]): Language {
  if (chosen === 'de' || chosen === 'en') return chosen
  for (const tag of browser) {
    if (tag.toLowerCase().startsWith('de')) return 'de'
    if (tag.toLowerCase().startsWith('en')) return 'en'
  }
  return 'en'
}
