// The words of the facilitator's command list.
import { defineTexts } from '#client/ui/texts.ts'

export const commandTexts = defineTexts('commands', {
  de: {
    title: 'Befehle der Leitung',
    open: 'Alle Befehle',
    search: 'Befehl suchen',
    none: 'Kein Befehl passt dazu.',
    agenda: 'Agenda',
    floor: 'Redeliste',
    poll: 'Fragen und Schreiben',
    board: 'Alle zusammen',
    keys: 'Überall: {{control}} + K oder Punkt. Alle Tasten zeigt ?.',
  },
  en: {
    title: 'Facilitator’s commands',
    open: 'All commands',
    search: 'Search commands',
    none: 'No command matches.',
    agenda: 'Agenda',
    floor: 'Speaking queue',
    poll: 'Questions and writing',
    board: 'Everybody together',
    keys: 'Anywhere: {{control}} + K or full stop. All keys: ?.',
  },
})
