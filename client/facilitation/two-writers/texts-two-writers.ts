// The words for whoever writes at a text that somebody else has changed meanwhile.
import { defineTexts } from '#client/ui/texts.ts'

export const twoWritersTexts = defineTexts('two-writers', {
  de: {
    theirs: 'Inzwischen hat jemand anderes diesen Text geändert. Jetzt steht dort:',
    theirsEmpty: 'Inzwischen hat jemand anderes diesen Text gelöscht.',
    keepMine: 'Meinen behalten',
    takeTheirs: 'Anderen übernehmen',
  },
  en: {
    theirs: 'Somebody else has changed this text meanwhile. It now reads:',
    theirsEmpty: 'Somebody else has deleted this text meanwhile.',
    keepMine: 'Keep my text',
    takeTheirs: 'Take the other one',
  },
})
