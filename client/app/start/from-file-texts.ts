// The words about a workshop that goes on from a file.
import { defineTexts } from '#client/ui/texts.ts'

export const fromFileTexts = defineTexts('from-file', {
  de: {
    title: 'Mit einer Datei weitermachen',
    hint: 'Ein ganzer Workshop, wie ihn die Leitung gespeichert hat: Board, Personen, Ergebnisse.',
    choose: 'Datei wählen',
    reading: 'Wird eingelesen',
    'file-foreign':
      'Das ist keine Datei eines ganzen Workshops. Eine solche speichert die Leitung im Workshop unter „Daten und Löschen“.',
    'file-newer':
      'Diese Datei kommt aus einem neueren Runde. Erst Runde hier aktualisieren, dann noch einmal.',
    'file-broken':
      'Diese Datei ist abgeschnitten oder beschädigt; angelegt wurde nichts. Noch einmal speichern, dann noch einmal wählen. Der Server sagt: {{message}}',
    'file-wrong':
      'Eine Stelle dieser Datei ist nicht, wie sie sein muss; angelegt wurde nichts. Der Server sagt: {{message}}',
    'file-too-large':
      'Diese Datei ist größer als 100\u00a0MB. Wer den Server betreibt, liest sie mit „npm run runde -- import“ ein.',
  },
  en: {
    title: 'Continue from a file',
    hint: 'A whole workshop as its facilitator saved it: board, people, results.',
    choose: 'Choose file',
    reading: 'Reading',
    'file-foreign':
      'This is no file of a whole workshop. The facilitator saves one in the workshop, under “Data and deletion”.',
    'file-newer': 'This file comes from a newer Runde. Update Runde here first, then try again.',
    'file-broken':
      'This file is cut off or damaged; nothing was created. Save it again, then choose it again. The server says: {{message}}',
    'file-wrong':
      'One place of this file is not as it must be; nothing was created. The server says: {{message}}',
    'file-too-large':
      'This file is larger than 100\u00a0MB. Whoever runs the server reads it with “npm run runde -- import”.',
  },
})

/** Codes of refusals that are about the file. */
export const fileProblems = [
  'file-foreign',
  'file-newer',
  'file-broken',
  'file-wrong',
  'file-too-large',
] as const
