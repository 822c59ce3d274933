// The words of concern boxes: writing in secret while an item lasts, and going through what was released.
import { defineTexts } from '#client/ui/texts.ts'

export const concernTexts = defineTexts('concerns', {
  de: {
    write: 'Eine Sorge aufschreiben, ohne Namen',
    written: 'Ihre Sorge liegt bereit',
    label: 'Ihre Sorge zu diesem Punkt',
    secrecy:
      'Am Ende des Punktes gibt jedes Gerät einen versiegelten Zettel ab, mit Sorge oder leer; alle erscheinen gemischt, und niemand erfährt, von wem welcher ist, auch der Server nicht.',
    plain: 'Schlicht schreiben: Alles erscheint klein geschrieben und ohne Eigenheiten.',
    kept: 'Liegt auf diesem Gerät bereit. Bis zum Ende des Punktes lässt sich alles ändern; die Seite bitte offen lassen.',
    tooLong: 'Das ist zu lang: höchstens {{count}} Zeichen.',
    notKept: 'Dieser Browser merkt sich nichts (privates Fenster): Ein Neuladen der Seite löscht die Sorge.',
    lostToken:
      'Für Sie wurde schon ein Zettel ausgegeben, auf einem anderen Gerät oder bevor die Daten dieses Browsers gelöscht wurden.',
    couldMark:
      'Hier nichts aufschreiben: Dieser Zettel könnte Sie kenntlich machen. Bitte der Leitung Bescheid geben.',
    tooSmall:
      'Sorgen ohne Namen gibt es ab {{minimum}} Teilnehmenden: In einer kleineren Gruppe ließe sich erraten, von wem sie sind.',
    collecting: 'Die Sorgen zu „{{title}}“ werden eingesammelt und gemischt.',
    collectingSeveral: 'Die Sorgen zu {{count}} Punkten werden eingesammelt und gemischt.',
    heading: 'Sorgen zu „{{title}}“',
    openCount_zero: 'Alle beantwortet',
    openCount_one: '{{count}} noch offen',
    openCount_other: '{{count}} noch offen',
    now: 'Jetzt dran',
    done: 'Beantwortet',
    markDone: 'Ist beantwortet',
    withWords: 'Antwort dazuschreiben',
    changeWords: 'Antwort ändern',
    takeUp: 'Wieder aufnehmen',
    yourAnswer: 'Antwort, für alle zu lesen',
    saveAnswer: 'Antwort zeigen',
    cancel: 'Abbrechen',
    suppressed:
      'Zu „{{title}}“ gab es weniger als {{minimum}} Zettel: Es wird nichts gezeigt und nichts aufbewahrt.',
    missed:
      'Ihre Sorge zu „{{title}}“ ist nicht mehr angekommen, das Gerät war am Ende des Punktes nicht da:',
  },
  en: {
    write: 'Write down a concern, without your name',
    written: 'Your concern is ready',
    label: 'Your concern about this item',
    secrecy:
      'At the end of the item every device hands in one sealed slip, with a concern or blank; all appear shuffled, and nobody learns whose is whose, not even the server.',
    plain: 'Write plainly: everything appears in small letters and without quirks.',
    kept: 'Ready on this device. You can change it until the item ends; please leave this page open.',
    tooLong: 'This is too long: {{count}} characters at most.',
    notKept: 'This browser keeps nothing (private window): reloading the page deletes the concern.',
    lostToken:
      'A slip was already issued to you, on another device or before this browser’s data was cleared.',
    couldMark: 'Do not write here: this slip could mark you. Please tell the facilitator.',
    tooSmall:
      'Concerns without names need {{minimum}} participants: in a smaller group one could guess whose they are.',
    collecting: 'The concerns about “{{title}}” are being collected and shuffled.',
    collectingSeveral: 'The concerns about {{count}} items are being collected and shuffled.',
    heading: 'Concerns about “{{title}}”',
    openCount_zero: 'All answered',
    openCount_one: '{{count}} still open',
    openCount_other: '{{count}} still open',
    now: 'Up now',
    done: 'Answered',
    markDone: 'Has been answered',
    withWords: 'Add a written answer',
    changeWords: 'Change the answer',
    takeUp: 'Take up again',
    yourAnswer: 'Answer, for everyone to read',
    saveAnswer: 'Show the answer',
    cancel: 'Cancel',
    suppressed:
      'There were fewer than {{minimum}} slips about “{{title}}”: nothing is shown, nothing is kept.',
    missed: 'Your concern about “{{title}}” did not arrive: this device was not there when the item ended.',
  },
})
