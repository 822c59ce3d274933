// Which language the interface speaks: chosen here before, else the browser's; kept in this browser and told to the page.
import { useSyncExternalStore } from 'react'
import { recall, remember } from '#client/ui/browser-storage.ts'
import { currentLanguage, i18n, onLanguageChange, preferredLanguage } from '#client/ui/texts.ts'
import { Language } from '#shared/language.ts'

const key = 'runde.language'

/** Called once, before the first page is drawn. */
export function startLanguage(): void {
  show(preferredLanguage(recall('localStorage', key, Language), navigator.languages))
}

export function chooseLanguage(language: Language): void {
  remember('localStorage', key, language)
  show(language)
}

export function useLanguage(): Language {
  return useSyncExternalStore(onLanguageChange, currentLanguage)
}

function show(language: Language): void {
  document.documentElement.lang = language
  // Both languages are compiled in, so the change has happened when the call returns.
  void i18n.changeLanguage(language)
}
