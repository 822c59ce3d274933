// The words of the page "How polls stay secret": the ballot protocol's promises in plain language.
import { defineTexts } from '#client/ui/texts.ts'

export const secrecyTexts = defineTexts('secrecy', {
  de: {
    lead: 'Wer wie gestimmt hat, erfährt niemand: nicht die Leitung, nicht die anderen, nicht, wer den Server betreibt. Und jeder Browser rechnet nach, ob die eigene Stimme gezählt ist.',
    steps: 'Was mit einem Stimmzettel geschieht',
    step1:
      'Ihr Browser würfelt eine lange Zufallszahl: Ihren Stimmzettel. Er steckt ihn in einen verschlossenen Umschlag und lässt ihn vom Server durch den Umschlag hindurch stempeln. Das geschieht bei allen von selbst, ob sie abstimmen oder nicht. Der Server merkt sich, wer einen Stempel bekommen hat, und sieht den Stimmzettel nicht.',
    step2:
      'Ihr Browser prüft, dass der Stempel derselbe ist wie bei allen anderen. Ein Stempel nur für Sie könnte Sie kenntlich machen; dann warnt der Browser und stimmt nicht ab.',
    step3:
      'Beim Abstimmen geht der Stimmzettel ohne Namen, ohne Anmeldung und nach einer zufälligen Wartezeit von bis zu acht Sekunden an den Server. Am Stempel erkennt der Server, dass er echt ist. Aus welchem Umschlag er kam, kann er nicht erkennen, auch nicht im Nachhinein und nicht mit allen seinen Daten.',
    step4:
      'Stimmzettel werden in Gruppen von mindestens fünf aufgehoben, nach ihrer Zufallszahl sortiert und ohne Uhrzeit. Wer bis zum Schluss nicht abgestimmt hat, gibt von selbst einen leeren Stimmzettel ab, der genauso aussieht. Vor dem Schließen wird nichts gezählt und nichts gezeigt.',
    step5:
      'Nach dem Schließen werden alle Stimmzettel, der Stempel und die Liste, wer einen bekommen hat, veröffentlicht. Jeder Browser zählt nach, prüft jeden Stempel und sucht den eigenen Stimmzettel. Stimmt etwas nicht, sagt er, was.',
    promises: 'Was versprochen ist',
    whoData: 'Wer später alle Daten des Servers hat',
    promiseData:
      'Datenbank, Sicherungen, Protokolle oder ein Abbild des Speichers verraten nicht, wer wie gestimmt hat. Zu jedem Umschlag passt jeder Stimmzettel gleich gut; daran ändert auch keine Rechenleistung etwas.',
    whoRoom: 'Leitung und Teilnehmende',
    promiseRoom:
      'Sie sehen, wer einen Stimmzettel bekommen hat, und nach dem Schließen das Ergebnis. Nie, wer schon abgestimmt hat, wann oder was.',
    whoCheat: 'Ein Server, der betrügt',
    promiseCheat:
      'Er kann niemanden unbemerkt kennzeichnen. Lässt er einen Stimmzettel weg oder ändert ihn, merkt es der Browser, dem er gehört. Erfindet er welche, sind es mehr als ausgegeben. Wer da ist, stimmt mindestens leer ab, sodass auch dafür kein Platz bleibt.',
    whoCoerce: 'Wer wissen will, wie Sie gestimmt haben',
    promiseCoerce:
      'Nach dem Schließen sind alle Stimmzettel öffentlich, und jede Person kann auf jeden zeigen. Beweisen lässt sich damit nichts.',
    limits: 'Was nicht versprochen ist',
    limitAddress:
      'Ihre Netzwerkadresse ist für den Server sichtbar, während Sie abstimmen. Sie wird nie mit Ihrem Stimmzettel gespeichert. Wer den Netzverkehr in diesem Augenblick mitliest, könnte aus der Zeit Schlüsse ziehen; das Warten und das Sammeln in Gruppen machen es schwer, nicht unmöglich.',
    limitUnanimous:
      'Antworten alle gleich, sind alle Antworten bekannt. Antworten weniger als fünf (oder die Zahl, die für den Workshop gilt), wird nichts gezeigt und nichts aufgehoben.',
    limitCode:
      'Auch das Programm in Ihrem Browser kommt vom Server. Wer ihn betreibt und ein anderes Programm ausliefert, könnte jedes Verfahren im Browser umgehen.',
    limitPerson:
      'Eine Person ist ein Platz im Workshop. Wer über den allgemeinen Link zweimal beitritt, hat zwei Plätze; sichtbar ist das in der Liste der Personen. Persönliche Links verhindern es.',
    limitSeat:
      'Wer seinen Browser verloren hat, bekommt von der Leitung einen neuen Zugang. Wer ihn öffnet, sitzt auf diesem Platz, und alle sehen es. In Abstimmungen, die schon laufen, bringt er keinen Stimmzettel, in späteren schon. Deshalb steht bei jedem Ergebnis, wie viele Stimmberechtigte seit Beginn der Sitzung so hereingekommen sind.',
    limitDevice:
      'Der Stimmzettel liegt nur in Ihrem Browser. In einem privaten Fenster, auf einem zweiten Gerät oder nach dem Löschen der Browserdaten gibt es keinen zweiten.',
    limitScreen: 'Wer beim Abstimmen den Bildschirm teilt, zeigt die Antwort.',
    experts: 'Zum Nachprüfen',
    expertsWhat:
      'Das Verfahren ist eine prüfbare blinde Bestätigung nach RFC 9497 (VOPRF, ristretto255, SHA-512), mit HMAC-SHA-512 über jeden Stimmzettel und Ed25519-Quittungen. Jede Frage hat einen eigenen Schlüssel, der nach dem Schließen veröffentlicht wird. Vier Wörter aus dem Schlüssel und vier aus dem Ergebnis lassen sich zwischen Bildschirmen vergleichen.',
  },
  en: {
    lead: 'Nobody learns who voted how: not the facilitator, not the others, not whoever runs the server. And every browser checks that its own vote was counted.',
    steps: 'What happens to a ballot',
    step1:
      'Your browser draws a long random number: your ballot. It puts it into a closed envelope and has the server stamp it through the envelope. That happens by itself for everyone, whether they vote or not. The server remembers who received a stamp and does not see the ballot.',
    step2:
      'Your browser checks that the stamp is the same as everybody else’s. A stamp for you alone could mark you; the browser then warns you and does not vote.',
    step3:
      'When you vote, the ballot goes to the server without a name, without a login and after a random wait of up to eight seconds. By the stamp the server knows that it is genuine. Which envelope it came from it cannot tell, not afterwards either, and not with all of its data.',
    step4:
      'Ballots are kept in groups of at least five, sorted by their random number and without a time. Whoever has not voted by the end hands in a blank ballot by itself, which looks just the same. Nothing is counted and nothing is shown before the close.',
    step5:
      'After the close, all ballots, the stamp and the list of who received one are published. Every browser counts again, checks every stamp and looks for its own ballot. If something is wrong, it says what.',
    promises: 'What is promised',
    whoData: 'Whoever gets all of the server’s data later',
    promiseData:
      'Database, backups, logs or an image of the memory do not tell who voted how. Every ballot fits every envelope equally well; no computing power changes that.',
    whoRoom: 'Facilitators and participants',
    promiseRoom:
      'They see who received a ballot, and the result after the close. Never who has voted already, when, or what.',
    whoCheat: 'A server that cheats',
    promiseCheat:
      'It cannot mark anybody unnoticed. If it drops or changes a ballot, the browser that owns it notices. If it invents some, there are more than were handed out. Whoever is there hands in at least a blank one, so that there is no room for that either.',
    whoCoerce: 'Whoever wants to know how you voted',
    promiseCoerce:
      'After the close all ballots are public, and anybody can point at any of them. Nothing can be proved with that.',
    limits: 'What is not promised',
    limitAddress:
      'Your network address is visible to the server while you vote. It is never stored with your ballot. Whoever reads the network traffic at that moment might draw conclusions from the time; the waiting and the collecting in groups make it hard, not impossible.',
    limitUnanimous:
      'If all answer alike, all answers are known. If fewer than five answer (or the number set for the workshop), nothing is shown and nothing is kept.',
    limitCode:
      'The program in your browser comes from the server too. Whoever runs it and delivers another program could get around any method inside a browser.',
    limitPerson:
      'A person is one seat in the workshop. Whoever joins twice with the general link has two seats; that shows in the list of people. Personal links prevent it.',
    limitSeat:
      'Whoever has lost their browser gets a new way in from the facilitator. Whoever opens it sits in that seat, and everybody sees it. In polls that are open already it brings no ballot, in later ones it does. That is why every result says how many of those who could vote have come in like that since the session began.',
    limitDevice:
      'The ballot is in your browser only. In a private window, on a second device or after clearing the browser’s data there is no second one.',
    limitScreen: 'Whoever shares the screen while voting shows the answer.',
    experts: 'For checking',
    expertsWhat:
      'The method is a verifiable blind confirmation after RFC 9497 (VOPRF, ristretto255, SHA-512), with HMAC-SHA-512 over each ballot and Ed25519 receipts. Each question has a key of its own, published after the close. Four words made of the key and four made of the result can be compared between screens.',
  },
})
