// Why a command was refused, in the person's language: what was wrong, what to do.
import type { Notice } from '#client/facilitation/room-store.ts'
import { defineTexts, type Translate } from '#client/ui/texts.ts'

const de = {
  'not-allowed': 'Das ist mit dieser Rolle nicht möglich. Die Leitung kann es tun.',
  'not-found': 'Das gibt es gerade nicht mehr. Die Ansicht ist wieder aktuell.',
  'already-done': 'Das war schon erledigt. Die Ansicht ist wieder aktuell.',
  'not-now': 'Das geht in diesem Moment nicht. Die Ansicht zeigt, was gerade läuft.',
  'group-too-small': 'Für eine geheime Abstimmung sind zu wenige Teilnehmende da.',
  'too-similar': 'Dieselbe Frage wurde fast derselben Gruppe schon geheim gestellt. Bitte anders fragen.',
  'server-only': 'Das entscheidet der Server. Bitte noch einmal versuchen.',
  invalid: 'Der Server hat die Eingabe nicht verstanden. Bitte kürzer schreiben oder die Seite neu laden.',
  busy: 'Das war zu viel auf einmal. Bitte kurz warten und noch einmal versuchen.',
  'hand.call not-found': 'Diese Hand ist nicht mehr oben.',
  'hand.lower not-found': 'Diese Hand ist nicht mehr oben.',
  'agenda.advance already-done': 'Der nächste Punkt läuft schon. Jemand war einen Moment schneller.',
  'poll.open not-now': 'Es läuft noch eine andere Abstimmung. Erst diese schließen, dann die nächste öffnen.',
  'poll.answer not-now': 'Diese Abstimmung ist geschlossen. Die Antwort wurde nicht mehr gezählt.',
} as const

const en: Record<keyof typeof de, string> = {
  'not-allowed': 'This role cannot do that. A facilitator can.',
  'not-found': 'That is no longer there. The view is up to date again.',
  'already-done': 'That was done already. The view is up to date again.',
  'not-now': 'That is not possible at this moment. The view shows what is going on.',
  'group-too-small': 'There are too few participants here for a secret poll.',
  'too-similar':
    'The same question was asked to nearly the same group in secret before. Please ask differently.',
  'server-only': 'The server decides that. Please try again.',
  invalid: 'The server did not understand the input. Please write less, or reload the page.',
  busy: 'That was too much at once. Please wait a moment and try again.',
  'hand.call not-found': 'That hand is no longer up.',
  'hand.lower not-found': 'That hand is no longer up.',
  'agenda.advance already-done': 'The next item is running already. Somebody was a moment faster.',
  'poll.open not-now': 'Another poll is still running. Close it first, then open the next one.',
  'poll.answer not-now': 'This poll is closed. The answer was not counted any more.',
}

export const refusalTexts = defineTexts<Record<keyof typeof de, string>>('refusal', { de, en })

/** The sentence for exactly this command if there is one, else the one for the code. */
export function refusalText(
  t: Translate<Record<keyof typeof de, string>>,
  { command, code }: Pick<Notice, 'command' | 'code'>,
): string {
  const exact = `${command} ${code}`
  return t(isKey(exact) ? exact : code)
}

const isKey = (text: string): text is keyof typeof de => Object.hasOwn(de, text)
