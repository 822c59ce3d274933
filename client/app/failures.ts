// A sentence in both languages for everything the server may answer instead of what was asked for.
import { ApiFailure } from '#client/ui/api.ts'
import { defineTexts, type TranslateOf, useTexts } from '#client/ui/texts.ts'

const failureTexts = defineTexts('failures', {
  de: {
    unreachable: 'Der Server antwortet nicht. Netz prüfen, dann noch einmal versuchen.',
    unreadable: 'Die Antwort des Servers ist unlesbar. Die Seite neu laden, dann noch einmal versuchen.',
    'workshop-unknown': 'Diesen Workshop gibt es hier nicht. Den Link noch einmal ganz kopieren.',
    'link-invalid': 'Dieser Link gilt nicht oder nicht mehr. Die Leitung kann einen neuen schicken.',
    'code-unknown': 'Zu diesem Code gibt es keinen Workshop. Buchstaben und Ziffern noch einmal vergleichen.',
    'malformed-link': 'Der Link ist unvollständig. Er endet mit # und 22 Zeichen: noch einmal ganz kopieren.',
    'malformed-code': 'Ein Code hat drei Buchstaben und drei Ziffern, zum Beispiel KRN-482.',
    'no-seat':
      'Dieser Browser ist in diesem Workshop noch niemand. Den Link oder den Code noch einmal öffnen.',
    'seat-ambiguous': 'Dieser Browser ist hier mehr als eine Person. Bitte eine auswählen.',
    'not-allowed': 'Das darf nur die Leitung.',
    removed:
      'Die Leitung hat Sie aus diesem Workshop entfernt. War es ein Versehen, kann sie es zurücknehmen.',
    'room-locked': 'Der Raum ist abgeschlossen. Im Moment kommt niemand Neues dazu.',
    'too-many-requests':
      'Aus diesem Netz kamen zu viele Anfragen. In ein paar Minuten noch einmal versuchen.',
    'too-many-guesses':
      'Es wurden zu viele falsche Codes eingegeben. In zehn Minuten noch einmal, oder gleich mit dem Link.',
    'links-unreadable':
      'Die Links lassen sich nicht mehr zeigen, weil der Schlüssel des Servers gewechselt hat. Sie gelten weiter.',
    'foreign-origin': 'Diese Seite wurde von einer fremden Adresse geöffnet. Den Link direkt öffnen.',
    other: 'Das hat nicht geklappt. Der Server sagt: {{message}}',
  },
  en: {
    unreachable: 'The server does not answer. Check the network, then try again.',
    unreadable: 'The server’s answer cannot be read. Reload the page, then try again.',
    'workshop-unknown': 'There is no such workshop here. Copy the whole link once more.',
    'link-invalid': 'This link is not valid, or no longer. The facilitator can send a new one.',
    'code-unknown': 'No workshop has this code. Compare letters and digits once more.',
    'malformed-link':
      'The link is incomplete. It ends in # and 22 characters: copy the whole of it once more.',
    'malformed-code': 'A code has three letters and three digits, for example KRN-482.',
    'no-seat': 'This browser is nobody yet in this workshop. Open the link or the code once more.',
    'seat-ambiguous': 'This browser is more than one person here. Please choose one.',
    'not-allowed': 'Only the facilitator may do this.',
    removed:
      'A facilitator has removed you from this workshop. If that was a mistake, they can take it back.',
    'room-locked': 'The room is locked. Nobody new comes in at the moment.',
    'too-many-requests': 'Too many requests came from this network. Try again in a few minutes.',
    'too-many-guesses':
      'Too many wrong codes were tried. Try again in ten minutes, or at once with the link.',
    'links-unreadable':
      'The links cannot be shown any more, because the server’s key has changed. They still work.',
    'foreign-origin': 'This page was opened from another address. Open the link directly.',
    other: 'That did not work. The server says: {{message}}',
  },
})

const known = [
  'unreachable',
  'unreadable',
  'workshop-unknown',
  'link-invalid',
  'code-unknown',
  'malformed-link',
  'malformed-code',
  'no-seat',
  'seat-ambiguous',
  'not-allowed',
  'removed',
  'room-locked',
  'too-many-requests',
  'too-many-guesses',
  'links-unreadable',
  'foreign-origin',
] as const

/** Turns what was thrown into a sentence. What is no answer of the server is a bug of ours and thrown again. */
export function useFailureText(): (failure: unknown) => string {
  const t = useTexts(failureTexts)
  return (failure) => sentence(t, failure)
}

function sentence(t: TranslateOf<typeof failureTexts>, failure: unknown): string {
  if (!(failure instanceof ApiFailure)) throw failure
  const code = known.find((candidate) => candidate === failure.code)
  return code ? t(code) : t('other', { message: failure.message })
}
