// A sentence in both languages for everything the server may answer instead of what was asked for.
import { ApiFailure } from '#client/ui/api.ts'
import { defineTexts, type TranslateOf, useTexts } from '#client/ui/texts.ts'

const failureTexts = defineTexts('failures', {
  de: {
    unreachable: 'Der Server antwortet nicht. Netz prüfen, dann noch einmal versuchen.',
    unreadable: 'Die Antwort des Servers ist unlesbar. Die Seite neu laden, dann noch einmal versuchen.',
    'not-found': 'Diesen Workshop gibt es hier nicht. Den Link noch einmal ganz kopieren.',
    'wrong-link': 'Dieser Link gilt nicht oder nicht mehr. Die Leitung kann einen neuen schicken.',
    'wrong-code': 'Zu diesem Code gibt es keinen Workshop. Buchstaben und Ziffern noch einmal vergleichen.',
    'malformed-link': 'Der Link ist unvollständig. Er endet mit # und 22 Zeichen: noch einmal ganz kopieren.',
    'malformed-code': 'Ein Code hat drei Buchstaben und drei Ziffern, zum Beispiel KRN-482.',
    'no-seat':
      'Dieser Browser ist in diesem Workshop noch niemand. Den Link oder den Code noch einmal öffnen.',
    'seat-ambiguous': 'Dieser Browser ist hier mehr als eine Person. Bitte eine auswählen.',
    'not-allowed': 'Das darf nur die Leitung.',
    'too-many': 'Zu viele Versuche in kurzer Zeit. In einer Minute noch einmal versuchen.',
    'foreign-origin': 'Diese Seite wurde von einer fremden Adresse geöffnet. Den Link direkt öffnen.',
    other: 'Das hat nicht geklappt. Der Server sagt: {{message}}',
  },
  en: {
    unreachable: 'The server does not answer. Check the network, then try again.',
    unreadable: 'The server’s answer cannot be read. Reload the page, then try again.',
    'not-found': 'There is no such workshop here. Copy the whole link once more.',
    'wrong-link': 'This link is not valid, or no longer. The facilitator can send a new one.',
    'wrong-code': 'No workshop has this code. Compare letters and digits once more.',
    'malformed-link':
      'The link is incomplete. It ends in # and 22 characters: copy the whole of it once more.',
    'malformed-code': 'A code has three letters and three digits, for example KRN-482.',
    'no-seat': 'This browser is nobody yet in this workshop. Open the link or the code once more.',
    'seat-ambiguous': 'This browser is more than one person here. Please choose one.',
    'not-allowed': 'Only the facilitator may do this.',
    'too-many': 'Too many attempts in a short time. Try again in a minute.',
    'foreign-origin': 'This page was opened from another address. Open the link directly.',
    other: 'That did not work. The server says: {{message}}',
  },
})

const known = [
  'unreachable',
  'unreadable',
  'not-found',
  'wrong-link',
  'wrong-code',
  'malformed-link',
  'malformed-code',
  'no-seat',
  'seat-ambiguous',
  'not-allowed',
  'too-many',
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
