// Every script that has a font is drawn with it, and says what was typed to those who copy, search or listen.
import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { writePdf } from '#client/results/files/pdf/write-pdf.ts'
import { fontFromDisk } from '#tests/support/font-from-disk.ts'
import { reportWith } from '#tests/support/printed-report.ts'
import { readPdf, withoutSpace } from '#tests/support/read-pdf.ts'
import { written } from '#tests/support/written-pdf.ts'

test.each([
  ['Hebrew', 'noto-sans-hebrew-hebrew', 'אף אחד לא חוזר אלינו תוך 24 שעות'],
  ['Korean', 'nanum-gothic', '고객은 3일 동안 아무런 연락을 받지 못했습니다. 뷁 힣'],
  ['Greek', 'noto-sans-greek', 'Κανείς δεν καλεί πίσω, ώρα Ὀδυσσεύς'],
  ['Cyrillic', 'noto-sans-cyrillic', 'Никто не перезванивает ґ ї є ђ Щ Ѣ'],
  ['Vietnamese', 'noto-sans-vietnamese', 'Khách hàng chưa nhận được phản hồi ở Đắk Lắk'],
  ['Polish', 'instrument-sans-latin-ext', 'Zażółć gęślą jaźń ŁÓDŹ'],
  ['Turkish', 'instrument-sans-latin-ext', 'İstanbul’da kimse geri aramıyor; ığdır ŞÇÖÜĞ'],
  ['Japanese', 'noto-sans-sc', '誰も折り返し電話しない カタカナ ひらがな'],
])('%s is drawn, and can be read again as it was typed', async (_, font, text) => {
  const read = await written(reportWith([{ kind: 'text', text }]))
  expect(read.text).toContain(withoutSpace(text))
  expect(read.fonts.some((name) => name.startsWith(font))).toBe(true)
  expect(read.text).not.toContain('□')
})

test.each([
  ['Devanagari', 'noto-sans-devanagari', 'ग्राहक को तीन दिनों तक कोई सूचना नहीं मिली। हिन्दी क्षेत्र शक्ति विद्यार्थी'],
  ['Thai', 'noto-sans-thai', 'ลูกค้าไม่ได้รับการติดต่อกลับภายในสามวัน น้ำ ผู้ใหญ่'],
])('%s is drawn in the order of its glyphs, and says what was typed', async (_, font, text) => {
  const fonts: string[] = []
  const loadFont = (url: string) => {
    fonts.push(url)
    return fontFromDisk(url)
  }
  const report = reportWith([{ kind: 'text', text }])
  const bytes = await writePdf({ report, pictures: new Map(), loadFont }, () => {})
  expect(fonts.some((url) => url.includes(font))).toBe(true)
  expect((await readPdf(bytes)).pages.join('')).not.toContain('□')
  expect(withoutSpace(saidIn(bytes).join(''))).toContain(withoutSpace(text))
})

test('what no font has can be copied all the same', async () => {
  const report = reportWith([{ kind: 'text', text: 'before ሰላም after' }])
  const bytes = await writePdf({ report, pictures: new Map(), loadFont: fontFromDisk }, () => {})
  expect(saidIn(bytes)).toEqual(['ሰላም'])
})

/** What stands in a PDF for those who copy or listen, beside its glyphs: the ActualText of its marked contents. */
function saidIn(bytes: Uint8Array): string[] {
  const said: string[] = []
  for (const [, packed = ''] of Buffer.from(bytes)
    .toString('latin1')
    .matchAll(/stream\n([\s\S]*?)\nendstream/g)) {
    const stream = unpacked(packed)
    for (const [, text = ''] of stream.matchAll(/\/ActualText \(((?:\\[\s\S]|[^\\)])*)\)/g))
      said.push(decoded(text))
  }
  return said
}

function unpacked(packed: string): string {
  try {
    return inflateSync(Buffer.from(packed, 'latin1')).toString('latin1')
  } catch {
    return '' // a font or a picture that is packed otherwise
  }
}

/** UTF-16 after its mark, with the escapes of a PDF's string. */
function decoded(text: string): string {
  const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
  const plain = text.replace(/\\([\s\S])/g, (_, character: string) => escapes[character] ?? character)
  return Buffer.from(plain.slice(2), 'latin1').swap16().toString('utf16le')
}
