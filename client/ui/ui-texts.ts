// The words of the small parts every page uses.
import { defineTexts } from './texts.ts'

export const uiTexts = defineTexts('ui', {
  de: {
    copyLink: 'Link kopieren',
    copied: 'Kopiert',
    notCopied: 'Bitte von Hand kopieren',
    copiedAloud: 'Kopiert: {{what}}',
    notCopiedAloud:
      'Kopieren ist in diesem Browser gesperrt. Den Link bitte markieren und von Hand kopieren.',
    drawingQr: 'QR-Bild wird gezeichnet',
    close: 'Schließen',
  },
  en: {
    copyLink: 'Copy link',
    copied: 'Copied',
    notCopied: 'Please copy by hand',
    copiedAloud: 'Copied: {{what}}',
    notCopiedAloud: 'This browser does not allow copying. Please select the link and copy it by hand.',
    drawingQr: 'Drawing the QR picture',
    close: 'Close',
  },
})
