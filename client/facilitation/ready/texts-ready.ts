// The words of the ready check.
import { defineTexts } from '#client/ui/texts.ts'

export const readyTexts = defineTexts('ready', {
  de: {
    ready: 'Sind alle so weit?',
    done: 'Sind alle fertig?',
    iAmReady: 'Ich bin so weit',
    iAmDone: 'Ich bin fertig',
    count: '{{count}} von {{all}}',
    visible: 'Alle sehen, wie viele es sind. Wer noch fehlt, sieht nur die Leitung.',
    missing: 'Noch nicht: {{names}}',
    end: 'Frage beenden',
    all: 'Alle sind so weit.',
    askReady: 'Fragen, ob alle so weit sind',
    askDone: 'Fragen, ob alle fertig sind',
  },
  en: {
    ready: 'Is everyone ready?',
    done: 'Is everyone done?',
    iAmReady: 'I am ready',
    iAmDone: 'I am done',
    count: '{{count}} of {{all}}',
    visible: 'Everyone sees how many. Who is missing, only facilitators see.',
    missing: 'Not yet: {{names}}',
    end: 'End question',
    all: 'Everyone is ready.',
    askReady: 'Ask whether everyone is ready',
    askDone: 'Ask whether everyone is done',
  },
})
