// What leads too far for today, by whom it would come from: in the sample's words.
import type { Bilingual } from '#shared/language.ts'

export const topicWords: Readonly<Record<string, Bilingual>> = {
  carla: { de: 'Unser Preis auf dem Vergleichsportal', en: 'Our price on the comparison site' },
  farid: { de: 'Wer sieht, ob eine SMS angekommen ist', en: 'Who can see whether a text has arrived' },
  greta: { de: 'Netzbetrieb regelmäßig dazuholen', en: 'Having Grid Operations here regularly' },
  jakub: { de: 'Ein Glossar für Fachbegriffe', en: 'A glossary of technical terms' },
  aylin: { de: 'Besetzung der Hotline im Januar', en: 'Staffing the hotline in January' },
}
