// The words of the pages that say why there is nothing to see here, and of the frame around plain pages.
import { defineTexts } from '#client/ui/texts.ts'

export const pageTexts = defineTexts('pages', {
  de: {
    loading: 'Wird geladen …',
    toStart: 'Zur Startseite',
    retry: 'Noch einmal versuchen',
    reload: 'Seite neu laden',
    notFoundTitle: 'Diese Seite gibt es nicht',
    notFoundText:
      'Die Adresse führt nirgendwohin. Vielleicht fehlt ein Stück des Links: Er sieht aus wie /w/… und endet mit # und 22 Zeichen.',
    errorTitle: 'Hier ist etwas kaputt gegangen',
    errorText:
      'Der Fehler liegt bei uns, nicht bei Ihnen. Was gespeichert war, bleibt gespeichert. Neu laden hilft meist.',
    errorId: 'Fehlernummer {{id}}, für eine Meldung an die Person, die diesen Server betreibt.',
    errorWhat: 'Was der Browser dazu sagt',
    secrecy: 'Wie Abstimmungen geheim bleiben',
    staysHere: 'Alles bleibt auf diesem Server.',
    licences: 'Lizenzen',
    theme: 'Darstellung',
    themeAuto: 'Wie das Gerät',
    themeLight: 'Hell',
    themeDark: 'Dunkel',
    otherLanguage: 'English',
  },
  en: {
    loading: 'Loading …',
    toStart: 'To the start page',
    retry: 'Try again',
    reload: 'Reload the page',
    notFoundTitle: 'There is no such page',
    notFoundText:
      'The address leads nowhere. Perhaps part of the link is missing: it looks like /w/… and ends in # and 22 characters.',
    errorTitle: 'Something broke here',
    errorText: 'The mistake is ours, not yours. What was saved stays saved. Reloading usually helps.',
    errorId: 'Error number {{id}}, for a report to whoever runs this server.',
    errorWhat: 'What the browser says about it',
    secrecy: 'How polls stay secret',
    staysHere: 'Everything stays on this server.',
    licences: 'Licences',
    theme: 'Appearance',
    themeAuto: 'As the device',
    themeLight: 'Light',
    themeDark: 'Dark',
    otherLanguage: 'Deutsch',
  },
})
