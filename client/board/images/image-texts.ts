// What is said about images: how far they are, and why one did not come onto the board.
import { defineTexts } from '#client/ui/texts.ts'

export const imageTexts = defineTexts('board-images', {
  de: {
    uploading_one: 'Ein Bild wird hochgeladen, {{percent}} %',
    uploading_other: '{{count}} Bilder werden hochgeladen, {{percent}} %',
    cancel: 'Abbrechen',
    again: 'Noch einmal versuchen',
    gotIt: 'Verstanden',
    'image-svg':
      '„{{name}}“ ist eine SVG-Datei. Darin können Programme stecken, deshalb kommt sie nicht aufs Board. Als PNG gespeichert passt sie.',
    'image-foreign':
      '„{{name}}“ ist kein PNG, JPEG, WebP oder GIF. Andere Dateien nimmt das Board nicht auf.',
    'image-unreadable':
      '„{{name}}“ ist beschädigt und lässt sich nicht zeigen. In einem Bildprogramm öffnen und neu speichern hilft oft.',
    'image-too-large': '„{{name}}“ ist größer als {{megabytes}} MB. Kleiner gespeichert kommt es aufs Board.',
    'image-too-many-pixels':
      '„{{name}}“ hat mehr als {{megapixels}} Millionen Pixel. Verkleinert kommt es aufs Board.',
    'images-full':
      '„{{name}}“ passt nicht mehr: Die Bilder eines Workshops haben zusammen höchstens {{together}} MB.',
    'too-many-requests':
      'Das waren viele Bilder in kurzer Zeit, „{{name}}“ ist nicht mehr dabei. In einigen Minuten geht es weiter.',
    unreachable:
      'Keine Verbindung: „{{name}}“ ist nicht auf dem Board. Bilder gehen erst wieder, wenn die Verbindung zurück ist.',
    failed: '„{{name}}“ ließ sich nicht hochladen und ist nicht auf dem Board.',
    pastedSvg: 'Eingefügtes SVG',
    unnamed: 'Bild',
    describe: 'Bildbeschreibung',
  },
  en: {
    uploading_one: 'Uploading an image, {{percent}}%',
    uploading_other: 'Uploading {{count}} images, {{percent}}%',
    cancel: 'Cancel',
    again: 'Try again',
    gotIt: 'Got it',
    'image-svg':
      '“{{name}}” is an SVG file. Those can hold programs, so it does not come onto the board. Saved as PNG it does.',
    'image-foreign': '“{{name}}” is no PNG, JPEG, WebP or GIF. The board takes no other files.',
    'image-unreadable':
      '“{{name}}” is damaged and cannot be shown. It often helps to open it in an image editor and save it again.',
    'image-too-large': '“{{name}}” is larger than {{megabytes}} MB. Saved smaller it comes onto the board.',
    'image-too-many-pixels':
      '“{{name}}” has more than {{megapixels}} million pixels. Made smaller it comes onto the board.',
    'images-full':
      'There is no room for “{{name}}”: the images of a workshop have at most {{together}} MB together.',
    'too-many-requests':
      'Those were many images in a short time, and “{{name}}” is not among them. It goes on in a few minutes.',
    unreachable:
      'No connection: “{{name}}” is not on the board. Images work again when the connection is back.',
    failed: '“{{name}}” could not be uploaded and is not on the board.',
    pastedSvg: 'Pasted SVG',
    unnamed: 'Image',
    describe: 'Description of the image',
  },
})
