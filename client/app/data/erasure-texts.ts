// The words about erasing oneself: what goes, what stays, and what stands there afterwards.
import { defineTexts } from '#client/ui/texts.ts'

export const erasureTexts = defineTexts('erasure', {
  de: {
    mine: 'Meine Daten',
    goes: 'Auf Wunsch verschwinden für immer: Name, Zugang und persönlicher Link, Commitments und was aus ihnen wurde, Gründe gegen eine Regel, Texte zum Vorlesen, geschriebene Antworten in offenen Abstimmungen und Notizen, die noch verdeckt sind.',
    stays:
      'Ohne Namen bleibt, was der Gruppe gehört: was auf dem Board steht, Maßnahmen, geparkte Themen, Redezeiten, Punkte und angekreuzte Antworten. Geheime Stimmzettel bleiben, weil niemand weiß, welcher von wem ist.',
    eraseMe: 'Mich löschen',
    eraseMeSure: 'Das lässt sich nicht zurücknehmen. Danach geht es nur als neue Person wieder hinein.',
    eraseMeNow: 'Mich endgültig löschen',
    erasing: 'Wird gelöscht …',
    keepMe: 'Nicht löschen',
    erasedTitle: 'Sie sind aus diesem Workshop gelöscht',
    erasedText:
      'Der Name und alles, was nur Ihnen gehörte, ist auf dem Server weg. Auch die Kopie in diesem Browser ist weg.',
    toStart: 'Zur Startseite',
  },
  en: {
    mine: 'My data',
    goes: 'If you wish, these go for good: name, access and personal link, commitments and what became of them, reasons against a rule, texts to be read aloud, written answers in open polls, and notes that are still face down.',
    stays:
      'Without your name stays what is the group’s: what stands on the board, actions, parked topics, speaking times, dots, and options chosen. Secret ballots stay because nobody knows which is whose.',
    eraseMe: 'Erase me',
    eraseMeSure: 'This cannot be taken back. Afterwards you can only come in again as a new person.',
    eraseMeNow: 'Erase me for good',
    erasing: 'Erasing …',
    keepMe: 'Do not erase',
    erasedTitle: 'You are erased from this workshop',
    erasedText:
      'Your name and all that was yours alone is gone from the server. The copy in this browser is gone, too.',
    toStart: 'To the start page',
  },
})
