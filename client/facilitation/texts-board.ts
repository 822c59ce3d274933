// Words of what facilitators do with everybody on the board: lead, and let them place dots.
import { defineTexts } from '#client/ui/texts.ts'

export const boardStepTexts = defineTexts('facilitation-board', {
  de: {
    lead: 'Alle zu mir holen',
    endLead: 'Nicht mehr folgen lassen',
    dotsStart: 'Punkte vergeben',
    dotsTitle: 'Punkte auf Karten vergeben',
    dotsWhat:
      'Alle setzen ihre Punkte auf Touchpoints, Notizen und Gruppen. Das ist nicht anonym: Wer wo Punkte gesetzt hat, sehen alle.',
    dotsReplace: 'Die Punkte der letzten Runde verschwinden von den Karten.',
    perPerson: 'Punkte je Person',
    perCard: 'Höchstens je Karte',
    begin: 'Runde beginnen',
  },
  en: {
    lead: 'Bring everyone to me',
    endLead: 'Stop being followed',
    dotsStart: 'Dot voting',
    dotsTitle: 'Place dots on cards',
    dotsWhat:
      'Everyone puts their dots on touchpoints, notes and groups. This is not anonymous: everyone sees who placed dots where.',
    dotsReplace: 'The dots of the last round go from the cards.',
    perPerson: 'Dots per person',
    perCard: 'At most per card',
    begin: 'Begin round',
  },
})
