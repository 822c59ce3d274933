// What people would write only where no name stands beside it: one sentence for each person of the sample.
import type { Bilingual } from '#shared/language.ts'

export const concernWords: Readonly<Record<string, Bilingual>> = {
  aylin: {
    de: 'Wer macht das alles neben dem Tagesgeschäft?',
    en: 'Who does all this on top of the daily work?',
  },
  bernd: {
    de: 'Ende Januar bricht uns der Service weg, und niemand sagt es.',
    en: 'At the end of January Service breaks down, and nobody says so.',
  },
  carla: {
    de: 'Wir versprechen Termine, die wir nicht halten können.',
    en: 'We promise dates that we cannot keep.',
  },
  deniz: {
    de: 'Ich verstehe die Hälfte der Abkürzungen nicht.',
    en: 'I do not understand half of the abbreviations.',
  },
  eva: {
    de: 'Die neue Rechnung wurde noch keinem Kunden gezeigt.',
    en: 'The new bill has not been shown to a single customer.',
  },
  farid: {
    de: 'Das haben wir vor zwei Jahren schon einmal beschlossen.',
    en: 'We decided exactly this two years ago.',
  },
  greta: {
    de: 'Ohne den Netzbetrieb am Tisch planen wir ins Leere.',
    en: 'Without Grid Operations at the table we plan for nothing.',
  },
  hannes: {
    de: 'Der Termin im Mai ist nicht zu halten.',
    en: 'The date in May cannot be met.',
  },
  ines: {
    de: 'Die Zahlen, die wir zeigen, sind geschönt.',
    en: 'The figures we show are polished.',
  },
  jakub: {
    de: 'Wenn es schiefgeht, ist wieder die Technik schuld.',
    en: 'If it goes wrong, it will be Technical Operations again.',
  },
  kim: {
    de: 'Am Ende entscheidet doch die Geschäftsführung.',
    en: 'In the end the board decides anyway.',
  },
  lena: {
    de: 'Wir reden über Kunden, und keiner hat heute mit einem gesprochen.',
    en: 'We talk about customers, and nobody has spoken to one today.',
  },
}
