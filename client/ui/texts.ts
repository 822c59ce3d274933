// Every string the interface shows, in both languages; each feature brings its own with `defineTexts`.
import { createInstance } from 'i18next'
import { useMemo, useSyncExternalStore } from 'react'
import type { Language } from '#shared/language.ts'

export const i18n = createInstance()

// Resources are compiled in, so init has finished when it returns; its promise carries nothing.
void i18n.init({
  lng: 'de',
  fallbackLng: false,
  resources: { de: {}, en: {} },
  initAsync: false,
  interpolation: { escapeValue: false }, // React escapes
})

type Plural<Key> = Key extends `${infer Base}_one` | `${infer Base}_other` ? Base : never
type Values = Record<string, string | number>
export type Translate<Texts> = (
  key: (keyof Texts & string) | Plural<keyof Texts & string>,
  values?: Values,
) => string

/** A feature's strings, registered; read with `useTexts(texts)`. */
export type Texts<T> = { feature: string; keys?: T }
/** What `useTexts(texts)` gives, for handing it on: `TranslateOf<typeof texts>`. */
export type TranslateOf<T> = T extends Texts<infer Keys> ? Translate<Keys> : never

/**
 * Registers a feature's strings. `{{name}}` stands for a value; a count takes `key_one` and `key_other` and is read as
 * `t('key', { count })`. Both languages must have the same keys.
 */
export function defineTexts<T extends Record<string, string>>(
  feature: string,
  texts: { de: T; en: { [Key in keyof T]: string } },
): Texts<T> {
  i18n.addResourceBundle('de', feature, texts.de)
  i18n.addResourceBundle('en', feature, texts.en)
  return { feature }
}

/** The same function for as long as the language stays the same. */
export function useTexts<T>({ feature }: Texts<T>): Translate<T> {
  const language = useSyncExternalStore(onLanguageChange, currentLanguage)
  return useMemo(() => plain(i18n.getFixedT(language, feature)), [language, feature])
}

/** Outside React: the language of this moment. */
export function textsNow<T>({ feature }: Texts<T>, language: Language | null = null): Translate<T> {
  return plain(i18n.getFixedT(language, feature))
}

// i18next infers the values from each literal; our keys are checked by `Translate`, so its own check is put aside here.
function plain(t: unknown): (key: string, values?: Values) => string {
  const translate = t as (key: string, values: Values) => string
  return (key, values) => translate(key, values ?? {})
}

export const currentLanguage = (): Language => (i18n.language === 'en' ? 'en' : 'de')

export function onLanguageChange(listener: () => void): () => void {
  i18n.on('languageChanged', listener)
  return () => i18n.off('languageChanged', listener)
}

/** The language of the person's browser, unless they chose one here before. */
export function preferredLanguage(chosen: string | null, browser: readonly string[]): Language {
  if (chosen === 'de' || chosen === 'en') return chosen
  for (const tag of browser) {
    if (tag.toLowerCase().startsWith('de')) return 'de'
    if (tag.toLowerCase().startsWith('en')) return 'en'
  }
  return 'en'
}
