// The item with which the agenda of a next session begins: what has become of the last one.
import type { NewItem } from '#shared/facilitation/agenda-items.ts'
import type { ItemId } from '#shared/ids.ts'
import type { Language } from '#shared/language.ts'

const words: Record<Language, { title: string; purpose: string }> = {
  de: {
    title: 'Was ist seit dem letzten Mal passiert?',
    purpose:
      'Maßnahmen, Commitments und Erwartungen vom letzten Mal. Kein Urteil, bevor Kunden etwas merken können.',
  },
  en: {
    title: 'What has happened since last time?',
    purpose:
      'Actions, commitments and expectations of last time. No judgement before customers can notice anything.',
  },
}

export const sinceLastTime = (language: Language, itemId: ItemId): NewItem => ({
  itemId,
  kind: 'discussion',
  minutes: 10,
  ...words[language],
})
