// The words of presence: gone for a moment, elsewhere, or cut off.
import { defineTexts } from '#client/ui/texts.ts'

export const presenceTexts = defineTexts('presence', {
  de: {
    'back-soon': 'gleich zurück',
    'other-meeting': 'in anderem Termin',
    lost: 'Verbindung verloren',
    mine: 'Wie ich da bin',
    backSoon: 'Gleich zurück',
    otherMeeting: 'In anderem Termin',
    amBack: 'Wieder da',
    seenAs: 'Die anderen sehen: {{state}}',
  },
  en: {
    'back-soon': 'back in a moment',
    'other-meeting': 'in another meeting',
    lost: 'connection lost',
    mine: 'How I am here',
    backSoon: 'Back in a moment',
    otherMeeting: 'In another meeting',
    amBack: 'I am back',
    seenAs: 'The others see: {{state}}',
  },
})
