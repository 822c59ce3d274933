// A picture of shapes as the text of an SVG that carries its fonts.
import type { Editor, TLFontFace, TLShapeId, TLSvgExportOptions } from '@tldraw/tldraw'
import { beforeEnd } from '#client/board/picture-region.ts'

export type Drawn = { svg: string; width: number; height: number }

/** Never two at once with the same editor. */
export async function svgText(
  editor: Editor,
  shapes: TLShapeId[],
  options: TLSvgExportOptions,
): Promise<Drawn | null> {
  const { fonts } = editor
  const declaration = fonts.toEmbeddedCssDeclaration
  const used = new Set<TLFontFace>()
  // tldraw draws into the page and declares the fonts there, too, so that the browser lays out all of the page anew, twice
  // for each picture. They are put into the text afterwards.
  fonts.toEmbeddedCssDeclaration = async (font) => {
    used.add(font)
    return ''
  }
  let drawn: Drawn | undefined
  try {
    drawn = await editor.getSvgString(shapes, options)
  } finally {
    fonts.toEmbeddedCssDeclaration = declaration
  }
  if (!drawn) return null
  const declared = await Promise.all([...used].map((font) => declarationOf(editor, font)))
  return { ...drawn, svg: beforeEnd(drawn.svg, `<style>${declared.join('\n')}</style>`) }
}

/** The fonts come with the program, so they stay the same; each is fetched once. */
const declarations = new WeakMap<TLFontFace, Promise<string>>()

function declarationOf({ fonts }: Editor, font: TLFontFace): Promise<string> {
  const known = declarations.get(font)
  if (known !== undefined) return known
  const made = fonts.toEmbeddedCssDeclaration(font)
  declarations.set(font, made)
  made.catch(() => declarations.delete(font)) // told to whoever draws
  return made
}
