// What we use of pdfkit, linebreak and bidi-js: none brings types that work here and leave out Node's.
declare module 'pdfkit' {
  export type GlyphRun = { glyphs: { codePoints: number[] }[]; direction: 'ltr' | 'rtl' }
  /** A font as it goes into the document: the subset of what is drawn with it. */
  export type EmbeddedFont = {
    font: {
      hasGlyphForCodePoint(codePoint: number): boolean
      layout(text: string, features?: unknown): GlyphRun
    }
    widthOfString(text: string, size: number, features?: readonly string[]): number
    /** In thousandths of the size, from the baseline up. */
    ascender: number
  }
  export type MarkedContent = { readonly refs: readonly unknown[] }
  /** An element of what a screen reader goes through. */
  export type StructureElement = {
    add(child: StructureElement | MarkedContent): StructureElement
    /** Also of all within it. */
    end(): void
  }
  export type Outline = { addItem(title: string, options?: { expanded?: boolean }): Outline }

  class PDFDocument {
    constructor(options: {
      size: string
      margin: number
      autoFirstPage: false
      bufferPages: true
      pdfVersion: '1.7'
      lang: string
      tagged: true
      displayTitle: true
      font: null
      info: { Title: string; Creator: string; Subject: string }
    })
    readonly page: { readonly width: number; readonly height: number }
    readonly outline: Outline
    /** The font that was chosen last. */
    readonly _font: EmbeddedFont

    addPage(options: { size: string; margin: number; layout: 'portrait' | 'landscape' }): this
    bufferedPageRange(): { start: number; count: number }
    switchToPage(page: number): unknown

    registerFont(name: string, file: Uint8Array): this
    font(name: string): this
    fontSize(size: number): this
    text(
      text: string,
      x: number,
      y: number,
      options: { lineBreak: false; baseline: 'alphabetic'; features?: readonly string[] },
    ): this

    fillColor(color: string): this
    strokeColor(color: string): this
    lineWidth(width: number): this
    dash(length: number, options: { space: number }): this
    undash(): this
    moveTo(x: number, y: number): this
    lineTo(x: number, y: number): this
    rect(x: number, y: number, width: number, height: number): this
    circle(x: number, y: number, radius: number): this
    path(svg: string): this
    fill(): this
    stroke(): this
    fillAndStroke(): this
    save(): this
    restore(): this
    translate(x: number, y: number): this
    scale(factor: number): this
    image(file: Uint8Array, x: number, y: number, options: { width: number; height: number }): this

    struct(tag: string, options?: { alt?: string; scope?: 'Column' | 'Row' }): StructureElement
    addStructure(element: StructureElement): this
    markStructureContent(tag: string): MarkedContent
    markContent(tag: 'Artifact', options: { type: 'Pagination' | 'Layout' }): this
    /** `actual`: what the text in it says, where its glyphs do not. */
    markContent(tag: 'Span', options: { actual: string }): this
    endMarkedContent(): this
    addNamedDestination(name: string, fit: 'XYZ', left: number | null, top: number, zoom: null): void
    goTo(
      x: number,
      y: number,
      width: number,
      height: number,
      name: string,
      options: { structParent: StructureElement; Contents: object },
    ): this
    end(): void
  }

  // biome-ignore lint/style/noDefaultExport: so it is in the package
  export { PDFDocument as default }
}

declare module 'pdfkit/output' {
  import type PDFDocument from 'pdfkit'
  export function toBytes(document: PDFDocument): Promise<Uint8Array<ArrayBuffer>>
}

declare module 'linebreak' {
  class LineBreaker {
    constructor(text: string)
    /** Where a line may end, UAX 14; null after the end of the text. */
    nextBreak(): { position: number; required: boolean } | null
  }

  // biome-ignore lint/style/noDefaultExport: so it is in the package
  export { LineBreaker as default }
}

declare module 'bidi-js' {
  /** A level for each code unit: odd ones run right to left. */
  type Levels = { levels: Uint8Array }
  function bidiFactory(): {
    getEmbeddingLevels(text: string): Levels
    /** Brackets that open to the other side, by where they stand. */
    getMirroredCharactersMap(text: string, levels: Uint8Array): Map<number, string>
  }

  // biome-ignore lint/style/noDefaultExport: so it is in the package
  export { bidiFactory as default }
}
