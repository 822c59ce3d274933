// What is wrong with a file or a line of it, in sentences: what it is, and what to do.
import { defineTexts, type TranslateOf } from '#client/ui/texts.ts'
import type { FileProblem, JsonFlaw } from '#shared/board/import/file-problem.ts'
import type { ErrorCode, LineIssue, RemarkCode } from '#shared/board/import/issues.ts'

export const problemTexts = defineTexts('board-exchange-problems', {
  de: {
    empty: 'Die Datei ist leer. Eine Tabelle mit mindestens einer Zeile auswählen.',
    'too-large':
      'Die Datei hat {{size}} MB, bis {{limit}} MB sind möglich. Sie in kleinere teilen oder unnötige Spalten löschen.',
    workbook:
      'Das ist eine Excel-Arbeitsmappe, keine CSV-Datei. In Excel „Speichern unter“ und dort „CSV UTF-8“ wählen.',
    'open-document':
      'Das ist eine Tabelle von LibreOffice, keine CSV-Datei. Dort „Speichern unter“ und „Text CSV“ wählen.',
    archive: 'Das ist ein gepacktes Archiv. Es entpacken und die CSV-Datei darin auswählen.',
    pdf: 'Das ist eine PDF-Datei. Gebraucht wird die Tabelle als CSV-Datei.',
    picture: 'Das ist ein Bild. Gebraucht wird eine Tabelle als CSV-Datei.',
    'rich-text': 'Das ist ein Textdokument. Gebraucht wird eine Tabelle als CSV-Datei.',
    'web-page':
      'Das ist eine Webseite, auch wenn sie anders heißt. Sie in einer Tabellenkalkulation öffnen und als CSV speichern.',
    binary:
      'Das ist kein Text. Gebraucht wird eine Tabelle als CSV-Datei oder eine Datei, die hier gespeichert wurde.',
    'quote-open':
      'In Zeile {{line}} beginnt ein Anführungszeichen, das nirgends endet. Es dort ergänzen oder entfernen.',
    'quote-inside':
      'In Zeile {{line}} steht Text hinter einem schließenden Anführungszeichen. Anführungszeichen im Text verdoppeln ("").',
    'one-column':
      'Die Datei hat nur eine Spalte. Mit Semikolon, Komma oder Tabulator getrennt als CSV speichern.',
    'no-rows': 'Die Datei hat eine Überschrift und keine Zeile darunter.',
    'too-many-rows': 'Die Datei hat mehr als {{limit}} Zeilen. So viel nimmt kein Board auf: Sie teilen.',
    'too-many-columns':
      'Die Datei hat mehr als {{limit}} Spalten. Nur die Spalten behalten, die gebraucht werden.',
    'json-broken':
      'Die JSON-Datei ist beschädigt und lässt sich nicht lesen. Sie noch einmal speichern oder kopieren.',
    'json-foreign':
      'Das ist JSON, aber keine Datei von hier. Gebraucht wird eine, die hier als Vorlage oder Board gespeichert wurde.',
    'json-newer':
      'Die Datei ist von einer neueren Version (Format {{version}}, bekannt ist {{known}}). Diese Installation aktualisieren oder die Datei dort noch einmal speichern.',
    'json-invalid':
      'Die Datei ist an einer Stelle falsch: {{place}} {{flaw}}. Sie wurde wohl von Hand geändert.',
    'flaw.missing': 'fehlt',
    'flaw.wrong-type': 'ist von der falschen Art (erwartet: {{detail}})',
    'flaw.not-a-choice': 'ist keiner der möglichen Werte',
    'flaw.malformed': 'hat nicht die richtige Form',
    'flaw.too-long': 'ist zu lang (höchstens {{detail}})',
    'flaw.out-of-range': 'liegt außerhalb der Grenze {{detail}}',
    'flaw.decimals': 'hat mehr als eine Nachkommastelle',
    'flaw.points-nowhere': 'zeigt auf „{{detail}}“, und das gibt es nicht',
    'flaw.twice': 'ist doppelt („{{detail}}“)',
    unreadable:
      'Der Browser kann die Datei nicht öffnen. Vielleicht wurde sie verschoben: noch einmal auswählen.',
    line: 'Zeile {{line}}',
    lineColumn: 'Zeile {{line}}, {{column}}',
    'too-many-cells':
      '„{{value}}“ steht hinter der letzten Überschrift. Texte mit Trennzeichen gehören in Anführungszeichen.',
    'no-stage': 'Es steht keine Phase da und darüber auch keine. Eine Phase eintragen.',
    'no-title': 'Die Zeile hat keinen Titel. Einen eintragen oder die Zeile löschen.',
    'not-a-number': '„{{value}}“ ist keine Zahl. Zum Beispiel 7,5 eintragen oder die Zelle leeren.',
    'score-range': '„{{value}}“ liegt nicht zwischen 0 und 10. Den Wert auf diese Skala umrechnen.',
    'emotion-range': '„{{value}}“ liegt nicht zwischen −2 und 2. Den Wert auf diese Skala umrechnen.',
    'text-in-emotion': '„{{value}}“ steht in der Emotionskurve. Sie nimmt Zahlen von −2 bis 2, keine Texte.',
    'too-long': '„{{value}}“ ist zu lang: höchstens {{limit}} Zeichen. Den Text kürzen.',
    'unknown-channel': 'Den Kanal „{{value}}“ gibt es nicht. Er wird zu „Anderer Kanal“.',
    'unknown-department': 'Die Abteilung „{{value}}“ gibt es hier nicht. Der Eintrag kommt ohne Abteilung.',
    'unknown-state': '„{{value}}“ ist kein Stand. Er wird zu „Annahme“.',
    'unknown-moment': '„{{value}}“ heißt weder ja noch nein. Es gilt als nein.',
    'unknown-kind': '„{{value}}“ ist keine Art von Eintrag. Es entscheidet die Ebene.',
    rounded: '„{{value}}“ wird auf eine Nachkommastelle gerundet.',
    'emotion-twice': 'Die Phase hat schon einen Emotionswert. „{{value}}“ entfällt.',
    'note-unrated': 'Daraus wird eine Notiz. Kanal und Werte, die nur Touchpoints haben, entfallen.',
  },
  en: {
    empty: 'The file is empty. Choose a table with at least one card.',
    'too-large':
      'The file has {{size}} MB; up to {{limit}} MB are possible. Split it or delete columns that are not needed.',
    workbook: 'This is an Excel workbook, not a CSV file. In Excel choose “Save as” and there “CSV UTF-8”.',
    'open-document':
      'This is a LibreOffice table, not a CSV file. Choose “Save as” there and then “Text CSV”.',
    archive: 'This is a packed archive. Unpack it and choose the CSV file in it.',
    pdf: 'This is a PDF file. What is needed is the table as a CSV file.',
    picture: 'This is a picture. What is needed is a table as a CSV file.',
    'rich-text': 'This is a text document. What is needed is a table as a CSV file.',
    'web-page':
      'This is a web page, whatever its name says. Open it in a spreadsheet program and save it as CSV.',
    binary: 'This is no text. What is needed is a table as a CSV file, or a file that was saved here.',
    'quote-open':
      'In line {{line}} a quotation mark opens that never closes. Add the closing one, or remove it.',
    'quote-inside':
      'In line {{line}} there is text behind a closing quotation mark. Double the marks within a text ("").',
    'one-column': 'The file has one column only. Save it as CSV, separated by semicolon, comma or tab.',
    'no-rows': 'The file has a heading and no row below it.',
    'too-many-rows': 'The file has more than {{limit}} rows. No board takes that many: split it.',
    'too-many-columns': 'The file has more than {{limit}} columns. Keep only those of the cards.',
    'json-broken': 'The JSON file is damaged and cannot be read. Save or copy it once more.',
    'json-foreign':
      'This is JSON, and no file from here. What is needed is one that was saved here as a template or a board.',
    'json-newer':
      'The file is from a newer version (format {{version}}, known is {{known}}). Update this installation, or save the file there once more.',
    'json-invalid': 'The file is wrong in one place: {{place}} {{flaw}}. It was probably changed by hand.',
    'flaw.missing': 'is missing',
    'flaw.wrong-type': 'is of the wrong type (expected: {{detail}})',
    'flaw.not-a-choice': 'is none of the possible values',
    'flaw.malformed': 'does not have the right form',
    'flaw.too-long': 'is too long (at most {{detail}})',
    'flaw.out-of-range': 'is beyond the limit of {{detail}}',
    'flaw.decimals': 'has more than one decimal',
    'flaw.points-nowhere': 'points at “{{detail}}”, and there is none',
    'flaw.twice': 'stands there twice (“{{detail}}”)',
    unreadable: 'The browser cannot open the file. Perhaps it was moved: choose it once more.',
    line: 'Line {{line}}',
    lineColumn: 'Line {{line}}, {{column}}',
    'too-many-cells':
      '“{{value}}” stands behind the last heading. Texts with a separator in them belong in quotation marks.',
    'no-stage': 'There is no stage, and none above it. Enter one.',
    'no-title': 'The card has no title. Enter one or delete the row.',
    'not-a-number': '“{{value}}” is no number. Enter for example 7.5, or empty the cell.',
    'score-range': '“{{value}}” is not between 0 and 10. Convert the value to that scale.',
    'emotion-range': '“{{value}}” is not between −2 and 2. Convert the value to that scale.',
    'text-in-emotion':
      '“{{value}}” stands in the emotion curve. It takes numbers from −2 to 2, and no texts.',
    'too-long': '“{{value}}” is too long: at most {{limit}} characters. Shorten it.',
    'unknown-channel': 'There is no channel “{{value}}”. It becomes “Another channel”.',
    'unknown-department': 'There is no department “{{value}}” here. The card comes without one.',
    'unknown-state': '“{{value}}” is no state. It becomes “Assumption”.',
    'unknown-moment': '“{{value}}” says neither yes nor no. It counts as no.',
    'unknown-kind': '“{{value}}” is no kind of card. The lane decides.',
    rounded: '“{{value}}” is rounded to one decimal.',
    'emotion-twice': 'The stage has an emotion already. “{{value}}” is left out.',
    'note-unrated': 'The card becomes a note. Channel and scores, which only touchpoints have, are left out.',
  },
})
type Say = TranslateOf<typeof problemTexts>

const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(0)

export function problemSentence(say: Say, problem: FileProblem): string {
  switch (problem.code) {
    case 'too-large':
      // Rounded up: a file that is a little too large has to look so.
      return say('too-large', {
        size: Math.ceil(problem.bytes / 1024 / 1024 + 0.01),
        limit: megabytes(problem.limit),
      })
    case 'quote-open':
    case 'quote-inside':
      return say(problem.code, { line: problem.line })
    case 'too-many-rows':
    case 'too-many-columns':
      return say(problem.code, { limit: problem.limit })
    case 'json-newer':
      return say(problem.code, { version: problem.version, known: problem.known })
    case 'json-invalid':
      return say(problem.code, { place: problem.flaw.place, flaw: flawSentence(say, problem.flaw) })
    default:
      return say(problem.code)
  }
}

const flawSentence = (say: Say, { reason, detail }: JsonFlaw): string => say(`flaw.${reason}`, { detail })

/** `columnName` names a column by its place. */
export function issueSentence(
  say: Say,
  { code, line, column, value, limit }: LineIssue<ErrorCode | RemarkCode>,
  columnName: (at: number) => string,
): { where: string; what: string } {
  const where = column < 0 ? say('line', { line }) : say('lineColumn', { line, column: columnName(column) })
  return { where, what: say(code, { value: shortened(value), limit: limit ?? 0 }) }
}

const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 60 ? `${[...line].slice(0, 57).join('')}…` : line
}
