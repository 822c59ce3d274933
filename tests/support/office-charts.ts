// What a chart of a slide says and where "Edit data" finds it: every range that it names is in its workbook, with the same figures.
import type { OfficePackage } from './office-package.ts'
import { columnOf } from './office-workbook.ts'
import { elementsIn, type XmlNode } from './xml.ts'

/** `workbookOf` opens what stands behind a chart. */
export function chartFaults(file: OfficePackage, workbookOf: (bytes: Uint8Array) => OfficePackage): string[] {
  const charts = file.names.filter((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name))
  return charts.flatMap((name) => {
    const chart = file.xml(name)
    const links = file.xml(`ppt/charts/_rels/${name.split('/').at(-1)}.rels`)
    const asked = elementsIn(chart, 'c:externalData')[0]?.attributes.get('r:id')
    const link = elementsIn(links, 'Relationship').find(({ attributes }) => attributes.get('Id') === asked)
    const target = link?.attributes.get('Target')?.replace('..', 'ppt') ?? ''
    if (!file.names.includes(target)) return [`${name} has no workbook`]
    const cells = cellsOf(workbookOf(file.bytes(target)))
    return elementsIn(chart, 'c:ser').flatMap((series) =>
      seriesFaults(series, cells).map((fault) => `${name}: ${fault}`),
    )
  })
}

type Cells = ReadonlyMap<string, string | number>

/** By "Sheet1!B2". */
function cellsOf(workbook: OfficePackage): Cells {
  const texts = elementsIn(workbook.xml('xl/sharedStrings.xml'), 'si').map((each) =>
    elementsIn(each, 't')
      .map(({ text }) => text)
      .join(''),
  )
  const names = elementsIn(workbook.xml('xl/workbook.xml'), 'sheet').map(({ attributes }) =>
    attributes.get('name'),
  )
  return new Map(
    names.flatMap((name, place) =>
      elementsIn(workbook.xml(`xl/worksheets/sheet${place + 1}.xml`), 'c').flatMap(
        ({ attributes, children }) => {
          const value = children.find((child) => child.name === 'v')?.text
          if (value === undefined) return []
          const held = attributes.get('t') === 's' ? (texts[Number(value)] ?? '') : Number(value)
          return [[`${name}!${attributes.get('r')}`, held] as const]
        },
      ),
    ),
  )
}

function seriesFaults(series: XmlNode, cells: Cells): string[] {
  const faults: string[] = []
  for (const name of ['c:tx', 'c:cat', 'c:val']) {
    const [part] = elementsIn(series, name)
    const formula = part && elementsIn(part, 'c:f')[0]?.text
    if (!part || !formula) {
      faults.push(`${name} names no range`)
      continue
    }
    const range = rangeOf(formula)
    const count = Number(elementsIn(part, 'c:ptCount')[0]?.attributes.get('val'))
    if (range.length !== count) faults.push(`${formula} is ${range.length} cells for ${count} points`)
    const points = new Map(
      elementsIn(part, 'c:pt').map((point) => [
        Number(point.attributes.get('idx')),
        elementsIn(point, 'c:v')[0]?.text ?? '',
      ]),
    )
    for (const [place, cell] of range.entries()) {
      const [shown, held] = [points.get(place), cells.get(cell)]
      const isSame =
        name === 'c:val'
          ? (shown === undefined ? undefined : Number(shown)) === held
          : isLabelOf(shown ?? '', String(held ?? ''))
      if (!isSame) faults.push(`${cell} holds ${held}, the chart shows ${shown}`)
    }
  }
  return faults
}

/** On one line, cut where a slide has no room for all of it; a dash for nothing. */
function isLabelOf(shown: string, held: string): boolean {
  const whole = held
    .replaceAll(/_x005F_/gi, '_')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return shown === (whole || '–') || (shown.endsWith('…') && whole.startsWith(shown.slice(0, -1).trim()))
}

/** "Sheet1!$A$2:$A$4" is three cells. */
function rangeOf(formula: string): string[] {
  const [, sheet, column = '', from, other = column, to = from] =
    /^'?([^'!]+)'?!\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?$/.exec(formula) ?? []
  if (sheet === undefined || columnOf(column) !== columnOf(other)) return []
  const length = Number(to) - Number(from) + 1
  return Array.from({ length }, (_, place) => `${sheet}!${column}${Number(from) + place}`)
}
