// Puts right what pptxgenjs writes wrongly or cannot write, so that no program has to repair the file.
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import { palette } from './deck.ts'

type Package = Record<string, Uint8Array>

/** In the order of the deck. */
type Contents = {
  /** Workbooks, one for each chart: what "Edit data" opens. */
  chartData: readonly Uint8Array[]
  /** PNGs. */
  pictures: readonly Uint8Array[]
  language: string
}

export function tidyPackage(
  file: Uint8Array,
  { chartData, pictures, language }: Contents,
): Uint8Array<ArrayBuffer> {
  const parts: Package = unzipSync(file)
  const names = Object.keys(parts).filter((name) => !name.endsWith('/'))
  const tidy: Package = {}
  for (const name of names) {
    const bytes = parts[name]
    if (bytes)
      tidy[name] = /\.(xml|rels)$/.test(name)
        ? strToU8(tidyXml(name, strFromU8(bytes), names, language))
        : bytes
  }
  putIn(tidy, 'ppt/embeddings/', chartData)
  putIn(tidy, 'ppt/media/', pictures)
  return zipped(tidy)
}

/** In the place of what the library has made of them. */
function putIn(parts: Package, folder: string, contents: readonly Uint8Array[]): void {
  const names = Object.keys(parts).filter((name) => name.startsWith(folder))
  if (names.length !== contents.length)
    throw new Error(`There are ${names.length} files in ${folder} for ${contents.length} in the deck.`)
  for (const [place, name] of names.sort(byNumber).entries()) {
    const content = contents[place]
    if (content) parts[name] = content
  }
}

const byNumber = (one: string, other: string) => numberIn(one) - numberIn(other)
const numberIn = (name: string) => Number(/\d+/.exec(name)?.[0] ?? 0)

function tidyXml(name: string, xml: string, names: readonly string[], language: string): string {
  if (name === '[Content_Types].xml') return existingOnly(xml, names)
  if (name === 'ppt/presentation.xml') return withNotesMasterFirst(xml)
  if (name.startsWith('ppt/theme/')) return withOwnColours(xml)
  if (name.startsWith('ppt/charts/chart')) return asTheSchemaSays(withoutEmptyValues(xml))
  const isShown = /^ppt\/(slides|slideLayouts|slideMasters|notesSlides)\/[^/]+\.xml$/.test(name)
  if (!isShown) return xml
  const paragraphs = name.startsWith('ppt/notesSlides/') ? withParagraphs(xml) : xml
  return withDirections(withHeads(withOwnIds(paragraphs))).replaceAll('lang="en-US"', `lang="${language}"`)
}

/** It lists a master for every slide; there is one. */
const existingOnly = (xml: string, names: readonly string[]) =>
  xml.replaceAll(/\s*<Override PartName="\/([^"]+)"[^>]*\/>/g, (entry, part: string) =>
    names.includes(part) ? entry.trim() : '',
  )

/** Of lists of masters and slides, the schema has the slides last. */
const withNotesMasterFirst = (xml: string) =>
  xml.replace(/(<p:sldIdLst>.*?<\/p:sldIdLst>)(<p:notesMasterIdLst>.*?<\/p:notesMasterIdLst>)/s, '$2$1')

/** So that a screen reader says of each cell what its column is. */
const withHeads = (xml: string) => xml.replaceAll('<a:tblPr/>', '<a:tblPr firstRow="1"/>')

/** Whoever adds a shape of their own gets the same colours. */
const withOwnColours = (xml: string) =>
  palette
    .slice(0, 6)
    .reduce(
      (theme, colour, place) =>
        theme.replace(
          new RegExp(`(<a:accent${place + 1}><a:srgbClr val=")[0-9A-F]{6}`),
          (_, start: string) => start + colour,
        ),
      xml,
    )

/** A gap in a line is a point that is missing, not one without a number. */
const withoutEmptyValues = (xml: string) => xml.replaceAll(/<c:pt idx="\d+"><c:v>(NaN)?<\/c:v><\/c:pt>/g, '')

/** Two axes, not three; and what a line is made of, in its order. */
const asTheSchemaSays = (xml: string) =>
  xml
    .replaceAll(/((?:<c:axId val="\d+"\/>){2})<c:axId val="\d+"\/>(?=<\/c:(?:bar|line)Chart>)/g, '$1')
    .replaceAll(/<c:lineChart>.*?<\/c:lineChart>/gs, (lines) =>
      lines
        .replace('<c:lineChart>', '<c:lineChart><c:grouping val="standard"/>')
        .replaceAll(/\s*<c:invertIfNegative [^>]*\/>/g, '')
        .replaceAll(/(<c:dLbls>(?:(?!<\/c:dLbls>).)*<\/c:dLbls>)(<c:marker>.*?<\/c:marker>)/gs, '$2$1'),
    )

/** It gives a table and its neighbour the same id; nothing refers to them. */
function withOwnIds(xml: string): string {
  let id = 0
  return xml.replaceAll(/<p:cNvPr id="\d+"/g, () => {
    id += 1
    return `<p:cNvPr id="${id}"`
  })
}

/** Notes come as one paragraph with line breaks in it, which PowerPoint shows as none. */
const withParagraphs = (xml: string) =>
  xml.replace(
    /<a:p><a:r>(<a:rPr[^>]*\/>)<a:t>([^<]*)<\/a:t><\/a:r><a:endParaRPr[^>]*\/><\/a:p>/,
    (_, look: string, text: string) =>
      text
        .split(/\r?\n/)
        .map((line) => (line === '' ? '<a:p/>' : `<a:p><a:r>${look}<a:t>${line}</a:t></a:r></a:p>`))
        .join(''),
  )

const firstLetter = /\p{L}/u
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** What begins with a letter of Arabic or Hebrew is read from the right. */
const withDirections = (xml: string) =>
  xml.replaceAll(/<a:p>.*?<\/a:p>/gs, (paragraph) => {
    const text = [...paragraph.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, each]) => each).join('')
    const letter = firstLetter.exec(text.replaceAll(/&\w+;/g, ''))?.[0] ?? ''
    if (!rightToLeft.test(letter)) return paragraph
    if (!/<a:pPr[ />]/.test(paragraph)) return paragraph.replace('<a:p>', '<a:p><a:pPr algn="r" rtl="1"/>')
    return paragraph.replace(/<a:pPr([^>]*)>/, (_, attributes: string) => {
      const others = attributes.replaceAll(/ (algn|rtl)="[^"]*"/g, '')
      return `<a:pPr algn="r" rtl="1"${others}>`
    })
  })

function zipped(parts: Package): Uint8Array<ArrayBuffer> {
  // The list of contents stands first; pictures are packed already.
  const { '[Content_Types].xml': contents, ...others } = parts
  const files: Zippable = { ...(contents && { '[Content_Types].xml': contents }) }
  for (const [name, bytes] of Object.entries(others))
    files[name] = /\.(png|xlsx)$/.test(name) ? [bytes, { level: 0 }] : bytes
  return zipSync(files)
}
