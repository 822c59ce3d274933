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
    kept: 'Wie lange bleibt alles da?',
    keptUntil_one:
      'Dieser Workshop bleibt bis {{date}}, wenn bis dahin niemand mehr kommt: {{count}} Tag nach dem Tag, an dem zuletzt jemand da war oder die Ergebnisse gelesen hat. Dann wird er mit allem gelöscht.',
    keptUntil_other:
      'Dieser Workshop bleibt bis {{date}}, wenn bis dahin niemand mehr kommt: {{count}} Tage nach dem Tag, an dem zuletzt jemand da war oder die Ergebnisse gelesen hat. Dann wird er mit allem gelöscht.',
    keptForever: 'Dieser Workshop bleibt, bis die Leitung ihn löscht. Von selbst wird nichts gelöscht.',
    delete: 'Workshop löschen',
    deleteText:
      'Board, Bilder, Verlauf, Namen, Abstimmungen, Maßnahmen und alle Links: auf diesem Server bleibt nichts davon, und es lässt sich nicht zurückholen. Wer gerade da ist, erfährt es.',
    deleteHost: 'Das kann nur die Leitung, nicht die Co-Leitung.',
    deleteConfirm: 'Zur Bestätigung den Titel schreiben: {{title}}',
    deleteNow: 'Mit allem löschen',
    deleting: 'Wird gelöscht …',
    notYet: 'Der Titel ist noch nicht derselbe.',
    cancel: 'Nicht löschen',
    deletedTitle: 'Dieser Workshop wurde gelöscht',
    deletedText:
      'Die Leitung hat ihn mit allem gelöscht, was darin war. Auch die Kopie in diesem Browser ist weg.',
    toStart: 'Zur Startseite',
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
    kept: 'How long does all of it stay?',
    keptUntil_one:
      'This workshop stays until {{date}} unless somebody comes before: {{count}} day after the day on which somebody was last there or read the results. Then it is deleted with everything.',
    keptUntil_other:
      'This workshop stays until {{date}} unless somebody comes before: {{count}} days after the day on which somebody was last there or read the results. Then it is deleted with everything.',
    keptForever: 'This workshop stays until the facilitator deletes it. Nothing is deleted by itself.',
    delete: 'Delete workshop',
    deleteText:
      'Board, pictures, history, names, polls, actions and all links: nothing of it stays on this server, and it cannot be brought back. Whoever is here now is told.',
    deleteHost: 'Only the facilitator can do this, not the co-facilitators.',
    deleteConfirm: 'To confirm, write the title: {{title}}',
    deleteNow: 'Delete with everything',
    deleting: 'Deleting …',
    notYet: 'The title is not the same yet.',
    cancel: 'Do not delete',
    deletedTitle: 'This workshop was deleted',
    deletedText:
      'The facilitator has deleted it with everything in it. The copy in this browser is gone, too.',
    toStart: 'To the start page',
  },
})
