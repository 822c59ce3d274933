// The words that cells hold for channels, kinds and states, in German and English.
import { lookUp, plainWord } from '#shared/board/import/plain-words.ts'
import { canonical } from '#shared/board/import/table-words.ts'
import type { Channel, LaneKind, TouchpointState } from '#shared/board/model.ts'

export const channelOf = lookUp<Channel>(canonical('channels'), {
  web: [
    'Website',
    'Webseite',
    'Internet',
    'Online',
    'Homepage',
    'Portal',
    'Kundenportal',
    'Webshop',
    'Onlineshop',
    'Browser',
  ],
  app: ['Mobile App', 'Handy-App', 'Smartphone-App', 'Mobile'],
  phone: ['Telefon', 'Anruf', 'Hotline', 'Callcenter', 'Call', 'Telephone', 'Tel', 'Tel.'],
  'e-mail': ['E-Mail', 'Mail', 'E-Mails', 'Newsletter'],
  letter: ['Brief', 'Post', 'Briefpost', 'Schreiben', 'Mail (letter)', 'Papier', 'Paper'],
  shop: ['Laden', 'Filiale', 'Geschäft', 'Store', 'Branch', 'Markt', 'Retail', 'POS'],
  'field-service': [
    'Vor Ort',
    'Außendienst',
    'On site',
    'Onsite',
    'Techniker',
    'Technician',
    'Besuch',
    'Visit',
  ],
  chat: ['Livechat', 'Chatbot', 'Messenger', 'WhatsApp', 'Live chat'],
  social: ['Soziale Medien', 'Social Media', 'Instagram', 'Facebook', 'LinkedIn', 'TikTok'],
  other: [
    'Anderer Kanal',
    'Another channel',
    'Anderer',
    'Andere',
    'Anderes',
    'Sonstige',
    'Sonstiges',
    'Sonstiger',
    'Weitere',
  ],
})

const namedKind = lookUp<LaneKind>(canonical('kinds'), {
  'customer-actions': [
    'Kundenhandlung',
    'Kundenhandlungen',
    'Kundenaktionen',
    'Was ich tue',
    'What I do',
    'Customer action',
  ],
  touchpoints: ['Touchpoint', 'Kontaktpunkt', 'Kontaktpunkte', 'Berührungspunkte'],
  emotion: ['Emotionen', 'Emotionskurve', 'Emotion curve', 'Emotions'],
  'pain-points': ['Schmerzpunkt', 'Schmerzpunkte', 'Pain point', 'Pain'],
  opportunities: ['Chance', 'Chancen', 'Opportunity'],
  evidence: ['Beleg', 'Belege', 'Customer evidence', 'Kundenstimmen und Zahlen'],
  backstage: ['Hinter den Kulissen', 'Behind the scenes'],
  free: ['Frei', 'Notiz', 'Notizen', 'Note', 'Notes'],
})

/** Word stems; the first list with one of them decides, so what hurts comes before what is done. */
const stems: readonly (readonly [LaneKind, readonly string[]])[] = [
  ['touchpoints', ['touchpoint', 'kontaktpunkt', 'beruhrungspunkt']],
  ['emotion', ['emotion', 'gefuhl', 'gefuhle', 'stimmung', 'feeling', 'mood']],
  [
    'pain-points',
    ['schmerz', 'pain', 'problem', 'hurde', 'arger', 'frust', 'friction', 'barrier', 'issue', 'beschwerde'],
  ],
  [
    'opportunities',
    [
      'chance',
      'opportunit',
      'potenzial',
      'potential',
      'idee',
      'idea',
      'verbesser',
      'improve',
      'losung',
      'solution',
    ],
  ],
  [
    'evidence',
    [
      'beleg',
      'evidence',
      'kundenstimme',
      'zitat',
      'quote',
      'verbatim',
      'feedback',
      'kennzahl',
      'metri',
      'insight',
      'daten',
      'data',
      'umfrage',
      'survey',
    ],
  ],
  [
    'backstage',
    ['backstage', 'kulisse', 'scenes', 'backoffice', 'intern', 'prozess', 'process', 'system', 'support'],
  ],
  [
    'customer-actions',
    [
      'handlung',
      'aktion',
      'action',
      'aktivitat',
      'activit',
      'tue',
      'tun',
      'schritt',
      'step',
      'doing',
      'verhalten',
      'behaviour',
      'behavior',
      'kunden',
      'customer',
      'user',
    ],
  ],
]

/** What a lane with this title is for: by its name, else by a word stem in it, else free. */
export function laneKindOf(title: string): LaneKind {
  const named = namedKind(title)
  if (named) return named
  const words = title.split(/[^\p{L}\p{N}]+/u).map(plainWord)
  const whole = plainWord(title)
  const found = stems.find(([, list]) =>
    list.some((stem) => {
      const plain = plainWord(stem)
      // Short stems are words of their own: "tun" is in "Zeitung".
      return plain.length < 4 ? words.includes(plain) : whole.includes(plain)
    }),
  )
  return found?.[0] ?? 'free'
}

/** The kind a cell names outright; null where it names none. */
export const kindNamed = namedKind

export const stateOf = lookUp<TouchpointState>(canonical('states'), {
  assumption: ['Annahme', 'Assumed', 'Vermutung', 'Hypothese', 'Hypothesis'],
  evidence: ['Belegt', 'Mit Belegen', 'Durch Belege gestützt', 'Backed by evidence', 'Evidenz'],
  validated: [
    'Bestätigt',
    'Validiert',
    'Mit Kunden bestätigt',
    'Mit Kundschaft geprüft',
    'Validated with customers',
    'Geprüft',
  ],
})

const yesOrNo = lookUp<'yes' | 'no'>(canonical('answers'), {
  yes: ['ja', 'j', 'y', 'x', 'true', 'wahr', '1'],
  no: ['nein', 'n', 'false', 'falsch', '0'],
})
/** Null where the cell says neither; an empty one says no. */
export function truthOf(text: string): boolean | null {
  if (text === '') return false
  if (/^[✓✔★*☑]$/u.test(text)) return true
  const answer = yesOrNo(text)
  return answer && answer === 'yes'
}

const placeholders = new Set(['na', 'ka', 'nv', 'offen', 'keine', 'none', 'tbd'])
/** An empty cell, or what people write so that it is none: a dash, "n/a", "k. A.". */
export const isBlank = (text: string): boolean =>
  text.length < 9 && (/^[-–—.?]*$/.test(text) || placeholders.has(plainWord(text)))

/** "7,5", "7.5", " −1 ", "8/10"; null where it is no number. */
export function numberOf(text: string): number | null {
  const plain = text
    .replace(/[\s\u00A0]/g, '')
    .replace(/[−–]/g, '-')
    .replace(/\/10$/, '')
  const [whole, sign = '', digits = '', decimals = ''] =
    /^([+-]?)(\d{1,6})(?:[.,](\d{0,6}))?$/.exec(plain) ?? []
  return whole === undefined ? null : Number(`${sign}${digits}.${decimals || '0'}`)
}
