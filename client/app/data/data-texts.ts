// The words about a workshop's data: taking it along, how long it is kept, deleting it.
import { defineTexts } from '#client/ui/texts.ts'

export const dataTexts = defineTexts('data', {
  de: {
    menu: 'Daten und Löschen',
    save: 'Mitnehmen',
    saveText:
      'Alles in einer Datei: Board mit Bildern und Verlauf, Personen, Agenda, Abstimmungen, Maßnahmen. Auf der Startseite geht es mit ihr als neuer Workshop weiter. Nicht darin: Links, Abstimmungen, die noch laufen, und was nur einer Person gehört.',
    whole: 'Ganzer Workshop (JSON)',
    saving: 'Wird vorbereitet …',
    saved: 'Gespeichert',
    savedAloud: 'Gespeichert: {{file}}',
  },
  en: {
    menu: 'Data and deletion',
    save: 'Take it along',
    saveText:
      'Everything in one file: the board with its pictures and history, people, agenda, polls, actions. On the start page it goes on as a new workshop. Not in it: links, polls that are still open, and what belongs to one person alone.',
    whole: 'Whole workshop (JSON)',
    saving: 'Preparing …',
    saved: 'Saved',
    savedAloud: 'Saved: {{file}}',
  },
})
