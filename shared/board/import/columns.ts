// What the columns of a table mean: found by their headings in German and English, and as the person corrects it.
import { lookUp } from '#shared/board/import/plain-words.ts'
import { canonical, type ImportField } from '#shared/board/import/table-words.ts'

/** For each column its field, null where it is left out. No field stands twice. */
export type Mapping = readonly (ImportField | null)[]

const fieldOf = lookUp<ImportField>(canonical('headings'), {
  stage: [
    'Phase',
    'Phasen',
    'Stages',
    'Schritt',
    'Step',
    'Etappe',
    'Abschnitt',
    'Journey-Phase',
    'Journey stage',
  ],
  lane: [
    'Ebene',
    'Ebenen',
    'Lanes',
    'Zeile',
    'Spur',
    'Bahn',
    'Swimlane',
    'Row',
    'Kategorie',
    'Category',
    'Layer',
  ],
  title: [
    'Titel',
    'Touchpoint',
    'Touchpoints',
    'Kontaktpunkt',
    'Berührungspunkt',
    'Name',
    'Bezeichnung',
    'Karte',
    'Card',
  ],
  channel: ['Kanal', 'Kanäle', 'Channels', 'Medium'],
  department: [
    'Abteilung',
    'Abteilungen',
    'Departments',
    'Bereich',
    'Fachbereich',
    'Team',
    'Verantwortlich',
    'Zuständig',
    'Owner',
    'Responsible',
  ],
  actual: [
    'Ist',
    'Ist-Wert',
    'Istwert',
    'Actual score',
    'Score',
    'Wert',
    'Bewertung',
    'Rating',
    'Aktuell',
    'Current',
  ],
  target: ['Soll', 'Soll-Wert', 'Sollwert', 'Target score', 'Ziel', 'Zielwert', 'Goal'],
  note: [
    'Notiz',
    'Notizen',
    'Notes',
    'Kommentar',
    'Kommentare',
    'Comment',
    'Comments',
    'Bemerkung',
    'Anmerkung',
    'Beschreibung',
    'Description',
    'Text',
    'Details',
  ],
  moment: ['Moment der Wahrheit', 'Moment of truth', 'MoT', 'Wahrheitsmoment'],
  state: ['Stand', 'Status', 'Beleglage', 'Evidence state'],
  emotion: ['Emotionen', 'Gefühl', 'Stimmung', 'Feeling', 'Mood', 'Emotion (-2..2)'],
  kind: ['Art', 'Typ', 'Type'],
  group: ['Gruppe', 'Cluster', 'Thema', 'Topic'],
})

/** "Ist (0–10)" is "Ist", "Score Soll" is "Soll": the whole, else without brackets, else the last word that means something. */
function fieldOfHeading(heading: string): { field: ImportField; isExact: boolean } | null {
  const exact = fieldOf(heading) ?? fieldOf(heading.replace(/\(.*?\)|\[.*?\]/g, ' '))
  if (exact) return { field: exact, isExact: true }
  for (const word of heading.split(/[\s/|,;:()[\]]+/).toReversed()) {
    const field = word === '' ? null : fieldOf(word)
    if (field) return { field, isExact: false }
  }
  return null
}

/** How many cells of a row are headings beyond doubt. */
export const countHeadings = (cells: readonly string[]): number =>
  new Set(cells.flatMap((cell) => knownHeading(cell) ?? [])).size
function knownHeading(cell: string): ImportField | null {
  const found = fieldOfHeading(cell)
  return found?.isExact ? found.field : null
}

/** Two headings do not come up in the first row by chance; of two columns one is enough. */
export function isHeaderRow(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '')
  return countHeadings(filled) >= Math.min(2, Math.max(1, filled.length - 1))
}

/** Exact headings choose first; of several columns for one field the first has it. */
export function mappingFor(header: readonly string[]): Mapping {
  const found = header.map(fieldOfHeading)
  const taken = new Set<ImportField>()
  const mapping: (ImportField | null)[] = header.map(() => null)
  for (const isExact of [true, false])
    for (const [at, each] of found.entries()) {
      if (!each || each.isExact !== isExact || taken.has(each.field)) continue
      taken.add(each.field)
      mapping[at] = each.field
    }
  return mapping
}

/** The column now means `field`, and no other column does. */
export function remapped(mapping: Mapping, column: number, field: ImportField | null): Mapping {
  return mapping.map((each, at) => (at === column ? field : each === field ? null : each))
}

/** What is missing for cards to have a place and a text; null when nothing is. */
export function mappingGap(mapping: Mapping): 'stage' | 'text' | null {
  if (!mapping.includes('stage')) return 'stage'
  return mapping.includes('title') || mapping.includes('note') ? null : 'text'
}
