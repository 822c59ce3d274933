// Reads a PDF with another library than the one that writes it.
import { getDocumentProxy } from 'unpdf'

export type ReadPdf = {
  /** The texts of each page in the order in which they are read, without white space: lines break where they will. */
  pages: string[]
  sizes: { width: number; height: number }[]
  title: unknown
  language: unknown
  isTagged: boolean
  bookmarks: string[]
  /** To which pages the links of the first page lead, counted from 1. */
  links: number[]
  /** How many of them a screen reader comes across where their text is read. */
  taggedLinks: number
  /** How many pictures are on each page. */
  pictures: number[]
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await getDocumentProxy(new Uint8Array(bytes))
  const { info } = await document.getMetadata()
  const marks = await document.getMarkInfo()
  const outline = await document.getOutline()
  const read: ReadPdf = {
    pages: [],
    sizes: [],
    title: Reflect.get(info, 'Title'),
    language: Reflect.get(info, 'Language'),
    isTagged: marks?.Marked === true,
    bookmarks: (outline ?? []).map(({ title }) => title),
    links: [],
    taggedLinks: 0,
    pictures: [],
  }
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    read.pages.push(withoutSpace(items.map((item) => ('str' in item ? item.str : '')).join('')))
    const { width, height } = page.getViewport({ scale: 1 })
    read.sizes.push({ width: Math.round(width), height: Math.round(height) })
    const { fnArray } = await page.getOperatorList()
    read.pictures.push(fnArray.filter((operation) => operation === paintImage).length)
  }
  const first = await document.getPage(1)
  for (const { dest } of await first.getAnnotations()) {
    const [page] = (await document.getDestination(dest)) ?? []
    read.links.push(1 + (await document.getPageIndex(page)))
  }
  const tree = JSON.stringify(await first.getStructTree())
  read.taggedLinks = tree.match(/"role":"Link","children":\[[^[\]]*"type":"object"/g)?.length ?? 0
  return read
}

/** Of pdf.js: `OPS.paintImageXObject`. */
const paintImage = 85

export const withoutSpace = (text: string): string => text.replace(/\s+/g, '')
