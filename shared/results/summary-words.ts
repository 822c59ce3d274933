// The words of the summary that is sent after a session.
import type { Language } from '#shared/language.ts'

const de = {
  session: 'Sitzung {{number}}',
  decided: 'Beschlossen',
  nothingDecided: 'Maßnahmen wurden nicht beschlossen.',
  goingOn: 'Aus früheren Sitzungen noch in Arbeit',
  owner: 'verantwortlich: {{name}}',
  noOwner: 'verantwortlich: noch offen',
  somebody: 'Person ohne Namen',
  due: 'fällig am {{day}}',
  noDue: 'fällig: noch offen',
  feltFrom: 'für Kunden spürbar ab {{day}}',
  parked: 'Im Themenspeicher',
  next: 'Nächste Sitzung: {{when}}',
  results: 'Alle Ergebnisse: {{link}}',
  shortened: 'Das ist ein Auszug. Alles Weitere steht bei den Ergebnissen.',
}
const en: { [Key in keyof typeof de]: string } = {
  session: 'Session {{number}}',
  decided: 'Decided',
  nothingDecided: 'No actions were decided.',
  goingOn: 'Still in progress from earlier sessions',
  owner: 'owner: {{name}}',
  noOwner: 'owner: still open',
  somebody: 'person without a name',
  due: 'due on {{day}}',
  noDue: 'due: still open',
  feltFrom: 'customers feel it from {{day}}',
  parked: 'In the parking lot',
  next: 'Next session: {{when}}',
  results: 'All results: {{link}}',
  shortened: 'This is an excerpt. The rest is in the results.',
}

export const summaryWords: Record<Language, typeof de> = { de, en }
