// All words of the report in one language: what page and files have in common, and what only some of them write out.
import type { Language } from '#shared/language.ts'
import { type ReportWords, reportWords } from '#shared/results/words.ts'
import { type DocumentWords, documentWords } from './document-words.ts'

export type AllWords = ReportWords & DocumentWords

const words: Record<Language, AllWords> = {
  de: { ...reportWords.de, ...documentWords.de },
  en: { ...reportWords.en, ...documentWords.en },
}

export const wordsIn = (language: Language): AllWords => words[language]
