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
  'hand.call not-now': 'Gerade läuft eine Feedbackrunde. Danach können Hände aufgerufen werden.',
  'floor.give not-now': 'Gerade läuft eine Feedbackrunde. Danach kann das Wort frei gegeben werden.',
  'hand.skip not-now': 'Hinter dieser Hand wartet niemand.',
  'hand.raise not-now': 'Sie haben das Wort schon.',
  'reading.ask not-now': 'Ein Text von Ihnen wartet schon. Erst zurückziehen, dann den nächsten übergeben.',
  'reading.withdraw already-done': 'Der Text wartet nicht mehr.',
  'feedback.start not-now': 'Es läuft schon eine Runde, oder es ist noch niemand da.',
  'feedback.next already-done': 'Der Beitrag war schon beendet.',
  'feedback.later not-now': 'Danach kommt niemand mehr. Passen ist möglich.',
  'choice.draw not-now': 'Es ist niemand da, den das Los treffen kann.',
  'ready.mark not-now': 'Die Frage ist schon beendet.',
  'agenda.advance already-done': 'Der nächste Punkt läuft schon. Jemand war einen Moment schneller.',
  'agenda.begin already-done': 'Ein anderer Punkt hat schon begonnen. Jemand war einen Moment schneller.',
  'agenda.shorten not-now': 'Ein Punkt hat mindestens eine Minute. Der nächste kann schon beginnen.',
  'item.add not-now': 'Vor dem laufenden Punkt kann nichts stehen, und mehr als 60 Punkte hat keine Agenda.',
  'item.change not-now': 'Dieser Punkt ist vorbei oder läuft. Was war, behält seine Worte.',
  'item.change not-found': 'Jemand hat diesen Punkt gerade gelöscht.',
  'item.move not-now': 'Dieser Punkt ist vorbei oder läuft. Verschieben lässt sich, was noch kommt.',
  'item.move not-found': 'Jemand hat diesen Punkt gerade gelöscht.',
  'item.remove not-now': 'Dieser Punkt ist vorbei oder läuft. Löschen lässt sich, was noch kommt.',
  'item.remove already-done': 'Jemand hat diesen Punkt schon gelöscht.',
  'session.start already-done': 'Die Sitzung hat schon begonnen.',
  'session.end not-now': 'Eine Abstimmung ist noch offen. Erst diese schließen, dann die Sitzung beenden.',
  'session.end already-done': 'Diese Sitzung ist schon beendet.',
  'session.reopen not-now': 'Diese Sitzung kann nicht mehr weitergehen: etwas anderes hat begonnen.',
  'session.prepare already-done':
    'Die nächste Sitzung ist schon vorbereitet. Jemand war einen Moment schneller.',
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
  'hand.call not-now': 'A feedback round is under way. Hands can be called after it.',
  'floor.give not-now': 'A feedback round is under way. The floor is free after it.',
  'hand.skip not-now': 'Nobody is waiting behind this hand.',
  'hand.raise not-now': 'You have the floor already.',
  'reading.ask not-now': 'A text of yours is waiting already. Withdraw it first, then hand over the next.',
  'reading.withdraw already-done': 'The text is not waiting any more.',
  'feedback.start not-now': 'A round is under way already, or nobody is here yet.',
  'feedback.next already-done': 'That turn was over already.',
  'feedback.later not-now': 'Nobody comes after you. You can pass.',
  'choice.draw not-now': 'Nobody is here on whom the lot could fall.',
  'ready.mark not-now': 'The question has ended already.',
  'agenda.advance already-done': 'The next item is running already. Somebody was a moment faster.',
  'agenda.begin already-done': 'Another item has begun already. Somebody was a moment faster.',
  'agenda.shorten not-now': 'An item has at least one minute. The next one can begin already.',
  'item.add not-now': 'Nothing goes before the running item, and no agenda has more than 60 items.',
  'item.change not-now': 'This item is over or running. What has been keeps its words.',
  'item.change not-found': 'Somebody has just deleted this item.',
  'item.move not-now': 'This item is over or running. What is still to come can be moved.',
  'item.move not-found': 'Somebody has just deleted this item.',
  'item.remove not-now': 'This item is over or running. What is still to come can be deleted.',
  'item.remove already-done': 'Somebody has deleted this item already.',
  'session.start already-done': 'The session has already started.',
  'session.end not-now': 'A poll is still open. Close it first, then end the session.',
  'session.end already-done': 'This session has ended already.',
  'session.reopen not-now': 'This session cannot go on any more: something else has begun.',
  'session.prepare already-done': 'The next session is prepared already. Somebody was a moment faster.',
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
