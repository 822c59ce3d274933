// What is said of a section that nothing stands in: that there is nothing, and how something comes there.
import type { Language } from '#shared/language.ts'
import type { SectionId } from '#shared/results/report.ts'

/** `none` is a headline, `how` a sentence below it. */
export type Silence = { none: string; how: string }

const de: Record<SectionId, Silence> = {
  decisions: {
    none: 'Noch keine Maßnahme beschlossen',
    how: 'Jede Maßnahme hat eine Person, die sie verantwortet, und einen Termin.',
  },
  map: {
    none: 'Noch keine Karte der Kundenreise',
    how: 'Auf der Karte stehen Phasen, Touchpoints und was Kunden dort erleben.',
  },
  scores: {
    none: 'Noch kein Touchpoint bewertet',
    how: 'Ist und Soll zeigen, wo die Lücke für Kunden am größten ist.',
  },
  'pain-points': {
    none: 'Noch keine Schmerzpunkte notiert',
    how: 'Schmerzpunkte sagen, was Kunden an einer Stelle der Reise stört.',
  },
  opportunities: {
    none: 'Noch keine Chancen notiert',
    how: 'Chancen sagen, was für Kunden besser werden kann.',
  },
  'before-after': {
    none: 'Noch keine Frage vorher und nachher gestellt',
    how: 'Dieselbe Frage am Anfang und am Ende zeigt, was sich verschoben hat.',
  },
  polls: {
    none: 'Noch nichts abgestimmt',
    how: 'Abstimmungen zeigen, wie die Gruppe denkt, auf Wunsch geheim.',
  },
  mood: {
    none: 'Noch keine Stimmung gefragt',
    how: 'Eine kurze geheime Frage zwischendurch zeigt, wie es der Gruppe geht.',
  },
  concerns: {
    none: 'Noch keine Bedenken gesammelt',
    how: 'Zu jedem Agendapunkt lassen sich Bedenken geheim schreiben und beantworten.',
  },
  commitments: {
    none: 'Noch keine Commitments gegeben',
    how: 'Ein Commitment ist, was jemand für diese Sitzung zusagt.',
  },
  notes: { none: 'Keine weiteren Notizen', how: 'Hier steht, was sonst auf dem Board notiert ist.' },
  'parking-lot': {
    none: 'Nichts im Themenspeicher',
    how: 'Was zu weit führt, wird für später aufgehoben.',
  },
  speaking: {
    none: 'Noch kein Redeanteil erfasst',
    how: 'Erfasst wird, wer über die Redeliste spricht, nach Abteilungen und nie nach Personen.',
  },
  attendance: {
    none: 'Noch war niemand da',
    how: 'Wer da war, steht hier nach Abteilungen, nie nach Personen.',
  },
  agenda: {
    none: 'Noch keine Agenda',
    how: 'Die Agenda zeigt, was geplant war und wie lange es gedauert hat.',
  },
  trends: { none: 'Noch kein Verlauf', how: 'Ein Verlauf zeigt sich von der zweiten Sitzung an.' },
}
const en: Record<SectionId, Silence> = {
  decisions: {
    none: 'No action decided yet',
    how: 'Every action has one person who owns it, and a date.',
  },
  map: {
    none: 'No map of the customer journey yet',
    how: 'The map has stages, touchpoints and what customers experience there.',
  },
  scores: {
    none: 'No touchpoint scored yet',
    how: 'Actual and target show where the gap is widest for customers.',
  },
  'pain-points': {
    none: 'No pain points noted yet',
    how: 'Pain points say what troubles customers at one place of the journey.',
  },
  opportunities: {
    none: 'No opportunities noted yet',
    how: 'Opportunities say what can become better for customers.',
  },
  'before-after': {
    none: 'No question asked before and after yet',
    how: 'The same question at the start and at the end shows what has shifted.',
  },
  polls: { none: 'Nothing polled yet', how: 'Polls show what the group thinks, in secret if so wished.' },
  mood: {
    none: 'The mood has not been asked yet',
    how: 'A short secret question in between shows how the group is doing.',
  },
  concerns: {
    none: 'No concerns collected yet',
    how: 'Concerns about each agenda item can be written in secret, and answered.',
  },
  commitments: {
    none: 'No commitments given yet',
    how: 'A commitment is what somebody promises for this session.',
  },
  notes: { none: 'No other notes', how: 'Whatever else is noted on the board stands here.' },
  'parking-lot': { none: 'Nothing in the parking lot', how: 'What leads too far is kept for later.' },
  speaking: {
    none: 'No speaking share recorded yet',
    how: 'What is recorded is who speaks by way of the speaking queue, by department and never by person.',
  },
  attendance: {
    none: 'Nobody has been there yet',
    how: 'Who was there stands here by department, never by person.',
  },
  agenda: { none: 'No agenda yet', how: 'The agenda shows what was planned and how long it took.' },
  trends: { none: 'No trend yet', how: 'A trend shows from the second session on.' },
}
export const silentWords: Record<Language, Record<SectionId, Silence>> = { de, en }
