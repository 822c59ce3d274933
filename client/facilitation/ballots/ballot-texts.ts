// The words of ballots: how many are out, why they are secret, what was counted, what the audit found.
import { defineTexts } from '#client/ui/texts.ts'

export const ballotTexts = defineTexts('ballots', {
  de: {
    issued_one: '{{count}} von {{total}} Stimmzetteln ausgegeben.',
    issued_other: '{{count}} von {{total}} Stimmzetteln ausgegeben.',
    sealed: 'Versiegelt, bis die Abstimmung geschlossen ist. Wer wie gestimmt hat, erfährt niemand.',
    howDoIKnow: 'Woher weiß ich das?',
    noteUnlinkable:
      'Der Server bestätigt jeden Stimmzettel, ohne ihn zu sehen, wie durch einen verschlossenen Umschlag. Kommt er ausgefüllt zurück, ist nicht mehr zu erkennen, an wen er ging. Das gilt auch für alle, die den Server betreiben oder später seine Daten haben.',
    noteAddress:
      'Ihre Netzwerkadresse ist für den Server sichtbar, während Sie abstimmen. Sie wird nie mit Ihrem Stimmzettel gespeichert.',
    noteUnanimous: 'Antworten alle gleich, sind alle Antworten bekannt.',
    noteMinimum: 'Antworten weniger als {{minimum}}, wird nichts gezeigt und nichts aufgehoben.',
    noteAudit: 'Nach dem Schließen zählt jeder Browser selbst nach, auch Ihrer.',
    noteMore: 'Alles darüber, mit dem, was nicht versprochen wird',

    result: 'Ergebnis, {{ballots}} von {{issued}} Stimmzetteln',
    partBlank: '{{blank}} von {{ballots}} Stimmzetteln sind leer.',
    resultBlank: 'Ergebnis, {{ballots}} von {{issued}} Stimmzetteln, davon {{blank}} leer',
    counting: 'Wird nachgezählt.',
    unconfirmed: 'Ergebnis, nicht bestätigt',
    suppressed: 'Weniger als {{minimum}} Antworten: nicht gezeigt, nicht aufgehoben.',
    suppressedWhy:
      'In einer so kleinen Gruppe ließe sich erraten, wer wie gestimmt hat. Die Antworten sind gelöscht, auch auf dem Server.',
    meanBefore: 'vorher waren es {{mean}}',
    now: 'jetzt',
    before: 'vorher',

    countedStrong: 'Ihre Stimme ist gezählt.',
    countedRest: 'Stimmzettel {{code}} ist einer der {{ballots}}.',
    blankStrong: 'Sie haben leer abgegeben.',
    blankRest: 'Ihr leerer Stimmzettel {{code}} ist einer der {{ballots}}.',
    suppressedStrong: 'Ihr Stimmzettel war dabei.',
    suppressedRest: '{{code}} ist einer der {{ballots}}; die Antwort darauf ist gelöscht.',
    lateStrong: 'Ihre Stimme ist nicht dabei.',
    lateRest: 'Ihr Stimmzettel {{code}} kam vor dem Schließen nicht an.',
    checkedStrong: 'Nachgezählt.',
    checkedRest_one: 'Der eine Stimmzettel ist echt.',
    checkedRest_other: 'Alle {{count}} Stimmzettel sind echt.',
    checkedSuppressed: 'Es sind nicht mehr Stimmzettel, als ausgegeben wurden.',
    lookYourself: 'Selbst nachsehen',
    allCodes: 'Alle Stimmzettel aus der Urne',
    yours: 'Ihrer',
    newlySeated_one:
      'Von denen, die einen Stimmzettel bekamen, ist {{count}} Person seit Beginn der Sitzung über einen neuen Zugang hereingekommen, den die Leitung gemacht hat. Wer ihn geöffnet hat, konnte für sie stimmen.',
    newlySeated_other:
      'Von denen, die einen Stimmzettel bekamen, sind {{count}} Personen seit Beginn der Sitzung über neue Zugänge hereingekommen, die die Leitung gemacht hat. Wer sie geöffnet hat, konnte für sie stimmen.',
    words: 'Prüfwörter des Ergebnisses, bei allen gleich:',

    failed: 'Nachgezählt, und etwas stimmt nicht.',
    failedWhat:
      'Diesem Ergebnis nicht vertrauen und der Leitung Bescheid geben. Geprüft und nicht bestanden:',
    'bundle-hash':
      'Was der Server als Ergebnis herausgibt, ist nicht das, was er beim Schließen festgehalten hat.',
    'bundle-form': 'Das Ergebnis gehört nicht zu dieser Frage oder ist unvollständig.',
    'public-key': 'Der Schlüssel im Ergebnis ist ein anderer als der beim Öffnen.',
    'published-key':
      'Der veröffentlichte Schlüssel passt nicht zu dem, mit dem die Stimmzettel bestätigt wurden.',
    'ballot-macs': 'Mindestens ein Stimmzettel ist nicht echt.',
    'one-ballot-per-token': 'Ein Stimmzettel ist mehrfach gezählt.',
    'ballots-within-issued': 'Es sind mehr Stimmzettel gezählt, als ausgegeben wurden.',
    'issued-to-me': 'Die Liste, wer einen Stimmzettel bekommen hat, stimmt für Sie nicht.',
    'my-ballot': 'Ihr Stimmzettel fehlt oder ist verändert.',
    evidence: 'Ihr Beleg: Stimmzettel {{code}}, vom Server unterschrieben, auf diesem Gerät aufgehoben.',
  },
  en: {
    issued_one: '{{count}} of {{total}} ballots handed out.',
    issued_other: '{{count}} of {{total}} ballots handed out.',
    sealed: 'Sealed until the poll is closed. Nobody can tell who voted how.',
    howDoIKnow: 'How do I know?',
    noteUnlinkable:
      'The server confirms each ballot without seeing it, as if through a closed envelope. When it comes back filled in, nothing shows whom it was given to. That holds for whoever runs the server and for whoever gets its data later.',
    noteAddress:
      'Your network address is visible to the server while you vote. It is never stored with your ballot.',
    noteUnanimous: 'If all answer alike, all answers are known.',
    noteMinimum: 'If fewer than {{minimum}} answer, nothing is shown and nothing is kept.',
    noteAudit: 'After the close, every browser counts for itself, yours too.',
    noteMore: 'All about it, with what is not promised',

    result: 'Result, {{ballots}} of {{issued}} ballots',
    partBlank: '{{blank}} of {{ballots}} ballots are blank.',
    resultBlank: 'Result, {{ballots}} of {{issued}} ballots, {{blank}} of them blank',
    counting: 'Counting again.',
    unconfirmed: 'Result, not confirmed',
    suppressed: 'Fewer than {{minimum}} answers: not shown, not kept.',
    suppressedWhy:
      'In so small a group one could guess who voted how. The answers are deleted, on the server too.',
    meanBefore: 'before it was {{mean}}',
    now: 'now',
    before: 'before',

    countedStrong: 'Your vote was counted.',
    countedRest: 'Ballot {{code}} is one of the {{ballots}}.',
    blankStrong: 'You left your ballot blank.',
    blankRest: 'Your blank ballot {{code}} is one of the {{ballots}}.',
    suppressedStrong: 'Your ballot was there.',
    suppressedRest: '{{code}} is one of the {{ballots}}; the answer on it is deleted.',
    lateStrong: 'Your vote is not among them.',
    lateRest: 'Your ballot {{code}} did not arrive before the close.',
    checkedStrong: 'Counted again.',
    checkedRest_one: 'The one ballot is genuine.',
    checkedRest_other: 'All {{count}} ballots are genuine.',
    checkedSuppressed: 'There are no more ballots than were handed out.',
    lookYourself: 'See for yourself',
    allCodes: 'All ballots from the box',
    yours: 'yours',
    newlySeated_one:
      'Of those who received a ballot, {{count}} person has come in since the session began by a new way in that a facilitator made. Whoever opened it could vote for them.',
    newlySeated_other:
      'Of those who received a ballot, {{count}} people have come in since the session began by new ways in that a facilitator made. Whoever opened them could vote for them.',
    words: 'Check words of the result, the same for everyone:',

    failed: 'Counted again, and something is wrong.',
    failedWhat: 'Do not trust this result, and tell the facilitator. Checked and not passed:',
    'bundle-hash': 'What the server hands out as the result is not what it recorded at the close.',
    'bundle-form': 'The result does not belong to this question or is incomplete.',
    'public-key': 'The key in the result is not the one from the opening.',
    'published-key': 'The published key does not belong to the one that confirmed the ballots.',
    'ballot-macs': 'At least one ballot is not genuine.',
    'one-ballot-per-token': 'A ballot is counted more than once.',
    'ballots-within-issued': 'More ballots are counted than were handed out.',
    'issued-to-me': 'The list of who received a ballot is wrong about you.',
    'my-ballot': 'Your ballot is missing or changed.',
    evidence: 'Your evidence: ballot {{code}}, signed by the server, kept on this device.',
  },
})
