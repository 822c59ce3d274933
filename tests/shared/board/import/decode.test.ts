// Which encoding a file is in, and what it is when it is no text.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decode, type Encoding } from '#shared/board/import/decode.ts'
import { ascii, bytesOf } from './bytes.ts'

const text = 'Phase;Ebene;Größe\r\nKündigung;Gefühl – „schlecht“;5 €\r\n'

describe('the encoding is found out', () => {
  test.each<[string, Encoding, { mark: boolean }]>([
    ['UTF-8 with a byte order mark, as Excel writes "CSV UTF-8"', 'utf-8', { mark: true }],
    ['UTF-8 without one', 'utf-8', { mark: false }],
    ['Windows-1252, as Excel writes "CSV"', 'windows-1252', { mark: false }],
    ['UTF-16 little-endian, as Excel writes "Unicode text"', 'utf-16le', { mark: true }],
    ['UTF-16 big-endian', 'utf-16be', { mark: true }],
    ['UTF-16 little-endian without a mark', 'utf-16le', { mark: false }],
    ['UTF-16 big-endian without a mark', 'utf-16be', { mark: false }],
  ])('%s', (_, encoding, mark) => {
    expect(decode(bytesOf(text, encoding, mark))).toEqual({ ok: true, text, encoding })
  })

  test('plain ASCII is UTF-8', () => {
    expect(decode(ascii('a,b\n1,2\n'))).toMatchObject({ ok: true, encoding: 'utf-8' })
  })

  test('whatever the words, UTF-8 and UTF-16 with a mark come back as they were', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1 }).filter((each) => !/\p{Cc}/u.test(each))
    fc.assert(
      fc.property(words, fc.constantFrom<Encoding>('utf-8', 'utf-16le', 'utf-16be'), (word, encoding) => {
        const line = `Phase;${word}`
        expect(decode(bytesOf(line, encoding, { mark: true }))).toEqual({ ok: true, text: line, encoding })
      }),
    )
  })
})

test('the person can say that a file is from an old Mac', () => {
  const bytes = Uint8Array.from([...ascii('Gef'), 0x9f, ...ascii('hl;x')])
  expect(decode(bytes, 'macintosh')).toEqual({ ok: true, text: 'Gefühl;x', encoding: 'macintosh' })
})

describe('what is no text is called by its name', () => {
  test.each([
    ['nothing at all', new Uint8Array(), 'empty'],
    ['a byte order mark alone', Uint8Array.from([0xef, 0xbb, 0xbf]), 'empty'],
    ['line breaks and spaces', ascii('\r\n  \r\n'), 'empty'],
    [
      'an Excel workbook',
      ascii(`PK\x03\x04${'\0'.repeat(26)}[Content_Types].xml...xl/workbook.xml`),
      'workbook',
    ],
    [
      'a LibreOffice table',
      ascii('PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.spreadsheet'),
      'open-document',
    ],
    ['a zip archive', ascii('PK\x03\x04....letters/one.txt'), 'archive'],
    [
      'an old Excel workbook',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
      'workbook',
    ],
    ['a PDF', ascii('%PDF-1.7\n%....'), 'pdf'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'picture'],
    [
      'a web page that calls itself a table',
      ascii('\n<html><table><tr><td>Phase</td></tr></table></html>'),
      'web-page',
    ],
    ['a program', Uint8Array.from({ length: 300 }, (_, at) => (at * 7) % 256), 'binary'],
  ])('%s', (_, bytes, code) => {
    expect(decode(bytes)).toEqual({ ok: false, problem: { code } })
  })
})

test('no sequence of bytes makes it fail', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      expect(decode(bytes)).toHaveProperty('ok')
    }),
    { numRuns: 500 },
  )
})
