// The words of the field in which a facilitator says how long a turn is meant to be.
import { defineTexts } from '#client/ui/texts.ts'

export const turnLimitTexts = defineTexts('turn-limit', {
  de: {
    what: 'Wird angezeigt, niemand wird unterbrochen.',
    none: 'Ohne',
    ofSeconds: '{{count}} s',
    ofMinutes: '{{count}} Min',
    own: 'Eigene',
    minutes: 'Minuten',
    seconds: 'Sekunden',
    range: 'Von 10 Sekunden bis {{minutes}} Minuten.',
  },
  en: {
    what: 'It is shown; nobody is interrupted.',
    none: 'None',
    ofSeconds: '{{count}} s',
    ofMinutes: '{{count}} min',
    own: 'Other',
    minutes: 'Minutes',
    seconds: 'Seconds',
    range: 'From 10 seconds to {{minutes}} minutes.',
  },
})
