// The words of silent writing: what is hidden from whom, said before anybody writes.
import { defineTexts } from '#client/ui/texts.ts'

export const silenceTexts = defineTexts('silence', {
  de: {
    heading: 'Stilles Schreiben',
    openStep: 'Still schreiben',
    openStepAloud: 'Stilles Schreiben beginnen …',
    reveal: 'Aufdecken',
    reveal_one: '{{count}} Notiz aufdecken',
    reveal_other: '{{count}} Notizen aufdecken',

    compose: 'Stilles Schreiben',
    composeWhat:
      'Alle schreiben zugleich, jede Person für sich. Bis zum Aufdecken ist nur zu sehen, wie viele Notizen es gibt.',
    names: 'Wenn aufgedeckt wird',
    withoutNames: 'Ohne Namen',
    withoutNamesWhat: 'Die Notizen liegen gemischt da, und keine sagt, von wem sie ist.',
    withNames: 'Mit Namen',
    withNamesWhat: 'Auf jeder Notiz steht, wer sie geschrieben hat.',
    announced: 'Das wird allen vorher gesagt und gilt für die ganze Runde.',
    begin: 'Stilles Schreiben beginnen',

    promise:
      'Bis zum Aufdecken sehen nur Sie Ihre Notizen, danach liegen alle gemischt und ohne Namen auf dem Board; verborgen sind sie vor den anderen, nicht vor dem Server.',
    promiseNames:
      'Bis zum Aufdecken sehen nur Sie Ihre Notizen, danach liegen alle gemischt auf dem Board, jede mit Namen; bis dahin sind sie vor den anderen verborgen, nicht vor dem Server.',
    promiseObserver:
      'Die Teilnehmenden schreiben, jede Person für sich. Bis zum Aufdecken ist nur zu sehen, wie viele Notizen es gibt.',
    faceDown_one: '{{count}} stille Notiz, noch verdeckt',
    faceDown_other: '{{count}} stille Notizen, noch verdeckt',
    noneYet: 'Noch keine stille Notiz',
    where: 'Geschrieben wird auf dem Board, mit den Werkzeugen für Notizen.',
    whereOnPhone: 'Geschrieben wird unter „Karte“.',
    remains: 'Was sich trotzdem erraten lässt',
    remainsWhat:
      'In einer kleinen Runde kann verraten, was jemand schreibt und wie. Die Zahlen kommen einige Sekunden später und gesammelt, damit niemand beim Tippen zusieht; schreibt nur eine Person, hilft auch das nicht.',

    cancel: 'Ohne Aufdecken beenden',
    cancelWhat:
      'Alle stillen Notizen dieser Runde werden gelöscht, auch für die, die sie geschrieben haben. Das lässt sich nicht zurücknehmen.',
    cancelNow: 'Notizen löschen und beenden',
    goOn: 'Weiter schreiben lassen',
  },
  en: {
    heading: 'Silent writing',
    openStep: 'Write in silence',
    openStepAloud: 'Start silent writing …',
    reveal: 'Reveal',
    reveal_one: 'Reveal {{count}} note',
    reveal_other: 'Reveal {{count}} notes',

    compose: 'Silent writing',
    composeWhat:
      'Everyone writes at the same time, each on their own. Until the notes are revealed, all that shows is how many there are.',
    names: 'When they are revealed',
    withoutNames: 'Without names',
    withoutNamesWhat: 'The notes lie there shuffled, and none says who wrote it.',
    withNames: 'With names',
    withNamesWhat: 'Each note says who wrote it.',
    announced: 'Everyone is told beforehand, and it holds for the whole round.',
    begin: 'Start silent writing',

    promise:
      'Only you see your notes until they are revealed, then all lie on the board, shuffled and without names; they are hidden from the others, not from the server.',
    promiseNames:
      'Only you see your notes until they are revealed, then all lie on the board, shuffled, each with a name; until then they are hidden from the others, not from the server.',
    promiseObserver:
      'The participants are writing, each on their own. Until the notes are revealed, all that shows is how many there are.',
    faceDown_one: '{{count}} silent note, still face down',
    faceDown_other: '{{count}} silent notes, still face down',
    noneYet: 'No silent note yet',
    where: 'Write on the board, with the tools for notes.',
    whereOnPhone: 'Write under “Map”.',
    remains: 'What can be guessed all the same',
    remainsWhat:
      'In a small group, what somebody writes and how may give them away. The counts come some seconds later and in groups, so that nobody watches anyone type; if only one person writes, that does not help either.',

    cancel: 'End without revealing',
    cancelWhat:
      'All silent notes of this round are deleted, also for those who wrote them. This cannot be taken back.',
    cancelNow: 'Delete notes and end',
    goOn: 'Keep writing',
  },
})
