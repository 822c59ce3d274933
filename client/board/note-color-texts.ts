// What the colours of notes are called.
import { defineTexts } from '#client/ui/texts.ts'
import type { NoteColor } from '#shared/board/model.ts'

const de: Record<NoteColor, string> = {
  yellow: 'Gelb',
  orange: 'Orange',
  rose: 'Rosa',
  violet: 'Violett',
  blue: 'Blau',
  green: 'Grün',
  grey: 'Grau',
}
const en: typeof de = {
  yellow: 'Yellow',
  orange: 'Orange',
  rose: 'Pink',
  violet: 'Violet',
  blue: 'Blue',
  green: 'Green',
  grey: 'Grey',
}
export const noteColorTexts = defineTexts('board-note-colors', { de, en })
