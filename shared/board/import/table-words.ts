// The words of the tables that we write, in both languages; reading knows these and many more.
import type { Channel, LaneKind, TouchpointState } from '#shared/board/model.ts'
import type { Bilingual, Language } from '#shared/language.ts'

/** In the order of the columns of a table. */
export const importFields = [
  'stage',
  'lane',
  'title',
  'channel',
  'department',
  'actual',
  'target',
  'note',
  'moment',
  'state',
  'emotion',
  'kind',
  'group',
] as const
export type ImportField = (typeof importFields)[number]

type Words = {
  headings: Record<ImportField, Bilingual>
  channels: Record<Channel, Bilingual>
  /** Of lanes; a note is "free" or one of the kinds that notes have. */
  kinds: Record<LaneKind, Bilingual>
  states: Record<TouchpointState, Bilingual>
  answers: Record<'yes' | 'no', Bilingual>
}

export const tableWords: Words = {
  headings: {
    stage: { de: 'Phase', en: 'Stage' },
    lane: { de: 'Ebene', en: 'Lane' },
    title: { de: 'Touchpoint', en: 'Touchpoint' },
    channel: { de: 'Kanal', en: 'Channel' },
    department: { de: 'Abteilung', en: 'Department' },
    actual: { de: 'Ist', en: 'Actual' },
    target: { de: 'Soll', en: 'Target' },
    note: { de: 'Notiz', en: 'Note' },
    moment: { de: 'Moment der Wahrheit', en: 'Moment of truth' },
    state: { de: 'Stand', en: 'State' },
    emotion: { de: 'Emotion', en: 'Emotion' },
    kind: { de: 'Art', en: 'Kind' },
    group: { de: 'Gruppe', en: 'Group' },
  },
  channels: {
    web: { de: 'Web', en: 'Web' },
    app: { de: 'App', en: 'App' },
    phone: { de: 'Telefon', en: 'Phone' },
    'e-mail': { de: 'E-Mail', en: 'E-mail' },
    letter: { de: 'Brief', en: 'Letter' },
    shop: { de: 'Shop', en: 'Shop' },
    'field-service': { de: 'Vor Ort', en: 'On site' },
    chat: { de: 'Chat', en: 'Chat' },
    social: { de: 'Soziale Medien', en: 'Social media' },
    other: { de: 'Anderer Kanal', en: 'Another channel' },
  },
  kinds: {
    'customer-actions': { de: 'Kundenhandlung', en: 'Customer action' },
    touchpoints: { de: 'Touchpoint', en: 'Touchpoint' },
    emotion: { de: 'Emotion', en: 'Emotion' },
    'pain-points': { de: 'Schmerzpunkt', en: 'Pain point' },
    opportunities: { de: 'Chance', en: 'Opportunity' },
    evidence: { de: 'Beleg', en: 'Evidence' },
    backstage: { de: 'Hinter den Kulissen', en: 'Backstage' },
    free: { de: 'Notiz', en: 'Note' },
  },
  states: {
    assumption: { de: 'Annahme', en: 'Assumption' },
    evidence: { de: 'Belegt', en: 'Backed by evidence' },
    validated: { de: 'Mit Kunden bestätigt', en: 'Validated with customers' },
  },
  answers: { yes: { de: 'ja', en: 'yes' }, no: { de: 'nein', en: 'no' } },
}

/** Both languages' words under each key, for looking them up. */
export function canonical<List extends keyof Words>(
  list: List,
): Record<keyof Words[List] & string, string[]> {
  const entries = Object.entries<Bilingual>(tableWords[list]).map(([key, { de, en }]) => [key, [de, en]])
  return Object.fromEntries(entries) // the keys of the list
}

/** Numbers and separators as spreadsheet programs of a language expect them. */
export const tableFormats: Record<Language, { delimiter: ';' | ','; point: ',' | '.' }> = {
  de: { delimiter: ';', point: ',' },
  en: { delimiter: ',', point: '.' },
}
