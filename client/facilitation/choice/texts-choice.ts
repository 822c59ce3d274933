// The words of drawing lots.
import { defineTexts } from '#client/ui/texts.ts'

export const choiceTexts = defineTexts('choice', {
  de: {
    heading: 'Das Los fiel auf',
    you: 'Das Los fiel auf Sie',
    youWhat: 'Zufällig gezogen. Die Leitung gibt Ihnen gleich das Wort.',
    give: 'Wort geben',
    again: 'Jemand anderen ziehen',
    hide: 'Ausblenden',
    step: 'Jemanden auslosen',
    compose: 'Jemanden auslosen',
    composeWhat:
      'Der Server zieht eine Person unter allen Teilnehmenden, die da sind. Alle sehen, wen das Los trifft.',
    notHeardFirst: 'Zuerst unter denen, die noch nicht gesprochen haben',
    draw: 'Los ziehen',
  },
  en: {
    heading: 'The lot fell on',
    you: 'The lot fell on you',
    youWhat: 'Drawn at random. The facilitator is about to give you the floor.',
    give: 'Give the floor',
    again: 'Draw somebody else',
    hide: 'Hide',
    step: 'Draw lots',
    compose: 'Draw lots',
    composeWhat:
      'The server draws one of the participants who are here. Everyone sees on whom the lot falls.',
    notHeardFirst: 'First among those who have not spoken yet',
    draw: 'Draw',
  },
})
