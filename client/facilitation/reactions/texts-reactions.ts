// The words of reactions.
import { defineTexts } from '#client/ui/texts.ts'

export const reactionTexts = defineTexts('reactions', {
  de: {
    react: 'Reagieren, ohne Namen',
    yes: 'Zustimmung',
    applause: 'Applaus',
    heart: 'Herz',
    laugh: 'Lachen',
    surprise: 'Staunen',
    slower: 'Langsamer, bitte',
    louder: 'Lauter, bitte',
    heard: 'Reaktionen: {{list}}',
    one: '{{count}}-mal {{reaction}}',
    nameless: 'Alle sehen nur, wie viele es sind.',
  },
  en: {
    react: 'React, without a name',
    yes: 'Yes',
    applause: 'Applause',
    heart: 'Heart',
    laugh: 'Laughter',
    surprise: 'Surprise',
    slower: 'Slower, please',
    louder: 'Louder, please',
    heard: 'Reactions: {{list}}',
    one: '{{reaction}}, {{count}} times',
    nameless: 'Everyone sees only how many there are.',
  },
})
