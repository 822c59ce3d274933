// The words of templates of one's own on the start page.
import { defineTexts } from '#client/ui/texts.ts'

export const ownTemplateTexts = defineTexts('start-own-templates', {
  de: {
    own: 'Eigene Vorlagen',
    hint: 'Jedes Board lässt sich dort unter „Dateien“ als Vorlage speichern.',
    fromFile: 'Vorlage aus einer Datei',
    fromThisFile: 'aus einer Datei',
    stages_one: '{{count}} Phase',
    stages_other: '{{count}} Phasen',
    drop: 'Vorlage „{{title}}“ löschen',
    dropped: '„{{title}}“ ist gelöscht.',
    undo: 'Rückgängig',
    table: 'Das ist eine Tabelle, keine Vorlage. Sie lässt sich auf einem Board importieren.',
    tooLarge: 'Die Datei hat mehr als {{limit}} MB. So große Vorlagen nimmt der Server nicht an.',
    tooMany: 'Die Vorlage hat {{count}} Elemente. Ein Board nimmt {{limit}} auf.',
  },
  en: {
    own: 'Own templates',
    hint: 'Every board can be saved as a template, there under “Files”.',
    fromFile: 'Template from a file',
    fromThisFile: 'from a file',
    stages_one: '{{count}} stage',
    stages_other: '{{count}} stages',
    drop: 'Delete the template “{{title}}”',
    dropped: '“{{title}}” has been deleted.',
    undo: 'Undo',
    table: 'This is a table, not a template. It can be imported on a board.',
    tooLarge: 'The file has more than {{limit}} MB. The server takes no templates that large.',
    tooMany: 'The template has {{count}} elements. A board takes {{limit}}.',
  },
})
