// What each section of the report is called.
import type { Language } from '#shared/language.ts'
import { wordsIn } from './report/words-in.ts'
import type { SectionId } from './report.ts'

const wordOf = {
  decisions: 'decided',
  map: 'map',
  scores: 'scores',
  'pain-points': 'painPoints',
  opportunities: 'opportunities',
  'before-after': 'beforeAfter',
  polls: 'polls',
  mood: 'mood',
  concerns: 'concerns',
  commitments: 'commitments',
  notes: 'otherNotes',
  'parking-lot': 'parkingLot',
  speaking: 'speaking',
  attendance: 'attendance',
  agenda: 'agenda',
  trends: 'trends',
} as const

export const sectionTitle = (id: SectionId, language: Language): string => wordsIn(language)[wordOf[id]]
