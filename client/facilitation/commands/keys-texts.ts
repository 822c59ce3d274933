// The words of facilitation's keys, one for each letter that a step has.
import { defineTexts } from '#client/ui/texts.ts'
import type { StepLetter } from './shortcuts.ts'

type Does = { [Letter in StepLetter as `does.${Letter}`]: string }

const de: Does = {
  'does.S': 'Sitzung oder Agenda beginnen',
  'does.N': 'Nächster Punkt der Agenda',
  'does.P': 'Uhr anhalten, weiterlaufen lassen',
  'does.M': 'Eine Minute mehr',
  'does.C': 'Die nächste Hand aufrufen',
  'does.A': 'Abstimmung öffnen, schließen',
  'does.W': 'Stilles Schreiben beginnen, aufdecken',
  'does.F': 'Feedbackrunde beginnen, weitergeben',
  'does.Z': 'Jemanden auslosen',
  'does.R': 'Fragen, ob alle so weit sind',
  'does.D': 'Fragen, ob alle fertig sind',
  'does.B': 'Alle zu mir holen, loslassen',
  'does.G': 'Gruppen bilden',
  'does.O': 'Check-out beginnen',
  'does.E': 'Abschluss: was fehlt, Zusammenfassung, Ende',
}
const en: Does = {
  'does.S': 'Start the session or the agenda',
  'does.N': 'Next agenda item',
  'does.P': 'Pause the clock, let it go on',
  'does.M': 'One minute more',
  'does.C': 'Call the next hand',
  'does.A': 'Open a poll, close it',
  'does.W': 'Start silent writing, reveal it',
  'does.F': 'Start a feedback round, pass it on',
  'does.Z': 'Draw somebody’s name',
  'does.R': 'Ask whether everyone is ready',
  'does.D': 'Ask whether everyone is done',
  'does.B': 'Bring everyone to me, let go',
  'does.G': 'Make groups',
  'does.O': 'Start the check-out',
  'does.E': 'Wrap up: what is missing, summary, end',
}

/** In the order in which an hour needs them. */
export const steps = ['S', 'N', 'P', 'M', 'C', 'F', 'A', 'W', 'R', 'D', 'Z', 'B', 'G', 'O', 'E'] as const

export const keysTexts = defineTexts('room-keys', {
  de: {
    ...de,
    everywhere: 'Überall, außer beim Schreiben',
    leading: 'Leitung, mit {{alt}} und {{shift}}',
    hand: 'Hand heben, senken, fertig gesprochen',
    commands: 'Alle Befehle der Leitung, mit Suche',
    overview: 'Diese Übersicht',
  },
  en: {
    ...en,
    everywhere: 'Everywhere, except while writing',
    leading: 'Facilitators, with {{alt}} and {{shift}}',
    hand: 'Raise the hand, lower it, done speaking',
    commands: 'All commands of facilitators, with search',
    overview: 'This overview',
  },
})
