// What the library leaves out of a workbook's styles, or writes in an order that the schema does not know.
import type { Feature } from 'write-excel-file/universal'

/** Every cell's look is based on the style that the format calls normal; readers complain where there is none. */
export const officeStyles: Feature<Blob> = {
  files: {
    transform: {
      'xl/styles.xml': {
        transform: (xml) =>
          xml
            .replaceAll(/<font>(.*?)<\/font>/gs, (_, inside: string) => `<font>${inFontOrder(inside)}</font>`)
            .replaceAll('<xf ', '<xf xfId="0" ')
            .replace(
              '<cellXfs',
              '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs',
            )
            .replace(
              '</cellXfs>',
              '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
            ),
      },
    },
  },
}

const fontOrder = ['b', 'i', 'strike', 'u', 'sz', 'color', 'name', 'family', 'scheme']

const inFontOrder = (inside: string): string =>
  [...inside.matchAll(/<(\w+)[^>]*\/>/g)]
    .map(([element, name = '']) => ({ element, place: fontOrder.indexOf(name) }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ element }) => element)
    .join('')
