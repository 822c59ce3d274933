// The words about a link by which somebody takes up the seat they had.
import { defineTexts } from '#client/ui/texts.ts'

export const seatTexts = defineTexts('seats', {
  de: {
    offer: 'Neuer Zugang',
    offerFor: 'Neuer Zugang für {{name}}',
    offerWhat:
      'Ein Link, mit dem {{name}} als dieselbe Person weitermacht. Er gilt einmal, sieben Tage lang. Wer ihn öffnet, ist {{name}}: Alle anderen Zugänge von {{name}} enden, und alle sehen es. In geheimen Abstimmungen, die dann schon laufen, gibt es auf diesem Weg keinen Stimmzettel.',
    make: 'Link machen',
    makeFor: 'Link machen: {{name}}',
    making: 'Wird gemacht …',
    notNow: 'Abbrechen',
    linkOf: 'Link für {{name}}',
    ready: 'Nur jetzt zu sehen. Gilt einmal, bis {{until}}.',
    made: 'Der Link für {{name}} ist gemacht.',
    failed: 'Der Link ließ sich nicht machen. Verbindung prüfen und noch einmal versuchen.',
    cameBack: 'mit neuem Zugang seit {{time}}',
    missing: 'Noch ohne Zugang',
    missingWhat:
      'Diese Personen gehören zum Workshop, haben aber noch keinen Zugang, etwa nach dem Weitermachen mit einer Datei. Über den Link für Teilnehmende wären sie neu. Mit einem eigenen Link sind sie wieder, wer sie waren, mit Abteilung und Commitments.',
    waiting: 'Ein Link gilt bis {{until}}. Ein neuer ersetzt ihn.',
    makeAll: 'Links für alle {{count}} machen',
    madeSome: '{{done}} von {{count}} gemacht …',
    allMade: 'Die Links sind gemacht. Sie sind nur jetzt zu sehen.',
    copyList: 'Liste kopieren',
    list: 'Namen und Links aller ohne Zugang',
  },
  en: {
    offer: 'New way in',
    offerFor: 'New way in for {{name}}',
    offerWhat:
      'A link by which {{name}} goes on as the same person. It works once, for seven days. Whoever opens it is {{name}}: every other way in of {{name}} ends, and everybody sees that. In secret polls that are open already it brings no ballot.',
    make: 'Make a link',
    makeFor: 'Make a link: {{name}}',
    making: 'Making …',
    notNow: 'Cancel',
    linkOf: 'Link for {{name}}',
    ready: 'Shown only now. Works once, until {{until}}.',
    made: 'The link for {{name}} is made.',
    failed: 'The link could not be made. Check the connection and try again.',
    cameBack: 'by a new way in since {{time}}',
    missing: 'Without a way in',
    missingWhat:
      'These people belong to the workshop and have no way in yet, as after going on with a file. By the participants’ link they would be somebody new. With a link of their own they are who they were, with department and commitments.',
    waiting: 'A link works until {{until}}. A new one replaces it.',
    makeAll: 'Make links for all {{count}}',
    madeSome: '{{done}} of {{count}} made …',
    allMade: 'The links are made. They are shown only now.',
    copyList: 'Copy list',
    list: 'Names and links of everybody without a way in',
  },
})
