// What is said when the server has refused a change to the board, and when this page is older than the server.
import { defineTexts } from '#client/ui/texts.ts'
import { lockRefusals } from '#shared/board/protocol.ts'

export const keptBackTexts = defineTexts('kept-back', {
  de: {
    title: 'Der Server hat eine Änderung am Board nicht angenommen',
    stuck: 'Neu laden zeigt den Stand, den alle sehen; Texte lassen sich vorher sichern.',
    kept_one: 'Das Board zeigt den gespeicherten Stand. Eine Änderung von hier fehlt darin.',
    kept_other: 'Das Board zeigt den gespeicherten Stand. {{count}} Änderungen von hier fehlen darin.',
    fitting_one: 'Davon passt eine auf das Board, wie es jetzt ist.',
    fitting_other: 'Davon passen {{count}} auf das Board, wie es jetzt ist.',
    fittingNone: 'Das Board kann nichts davon aufnehmen.',
    putBack: 'Wieder einsetzen',
    leaveOut: 'Weglassen',
    save: 'Meine Texte sichern',
    file: 'Meine-Texte.txt',
    reload: 'Neu laden',
    'lock.notYours': 'Nur die Leitung sperrt und entsperrt das Board und seine Teile.',
    'lock.board': 'Das Board ist gesperrt; die Leitung kann es entsperren.',
    'lock.part': 'Dieser Teil des Boards ist gesperrt; die Leitung kann ihn entsperren.',
    outdatedTitle: 'Das Board gibt es in einer neuen Fassung',
    outdatedText:
      'Neu laden öffnet sie. Was hier noch nicht gespeichert ist, bleibt auf diesem Gerät und kommt mit.',
  },
  en: {
    title: 'The server did not accept a change to the board',
    stuck: 'Reloading shows what everybody sees; texts can be saved before that.',
    kept_one: 'The board shows what is stored. One change made here is not in it.',
    kept_other: 'The board shows what is stored. {{count}} changes made here are not in it.',
    fitting_one: 'One of them fits the board as it is now.',
    fitting_other: '{{count}} of them fit the board as it is now.',
    fittingNone: 'The board can take none of it.',
    putBack: 'Put back',
    leaveOut: 'Leave out',
    save: 'Save my texts',
    file: 'My-texts.txt',
    reload: 'Reload',
    'lock.notYours': lockRefusals.notYours,
    'lock.board': lockRefusals.board,
    'lock.part': lockRefusals.part,
    outdatedTitle: 'There is a new version of the board',
    outdatedText: 'Reloading opens it. What is not saved here yet stays on this device and comes along.',
  },
})
