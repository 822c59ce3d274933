// What Excel refuses or repairs in a workbook, beyond the order of its elements: names, references to styles and texts, ranges.
import type { OfficePackage } from './office-package.ts'
import { elementsIn, type XmlNode } from './xml.ts'

const count = (root: XmlNode, list: string, name: string): number =>
  elementsIn(root, list).flatMap((each) => each.children.filter((child) => child.name === name)).length

export function workbookFaults(file: OfficePackage): string[] {
  if (!file.names.includes('xl/workbook.xml')) return []
  const styles = file.xml('xl/styles.xml')
  const looks = count(styles, 'cellXfs', 'xf')
  const texts = elementsIn(file.xml('xl/sharedStrings.xml'), 'si')
  const sheets = file.names.filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name))
  return [
    ...sheetNameFaults(file.xml('xl/workbook.xml'), sheets.length),
    ...styleFaults(styles),
    ...texts.flatMap((each) => {
      const text = elementsIn(each, 't')
        .map((part) => part.text)
        .join('')
      return text.length > 32_767 ? [`a text of ${text.length} characters`] : []
    }),
    ...sheets.flatMap((name) =>
      sheetFaults(file.xml(name), { looks, texts: texts.length }).map((fault) => `${name}: ${fault}`),
    ),
  ]
}

function sheetNameFaults(workbook: XmlNode, sheets: number): string[] {
  const names = elementsIn(workbook, 'sheet').map(({ attributes }) => attributes.get('name') ?? '')
  const ids = elementsIn(workbook, 'sheet').map(({ attributes }) => attributes.get('sheetId'))
  const isRefused = (name: string) =>
    name === '' || name.length > 31 || /[[\]:*?/\\]|^'|'$/.test(name) || name.toLowerCase() === 'history'
  return [
    ...names.filter(isRefused).map((name) => `a sheet is called "${name}"`),
    ...(new Set(names.map((name) => name.toLowerCase())).size < names.length
      ? ['two sheets have one name']
      : []),
    ...(new Set(ids).size < ids.length ? ['two sheets have one id'] : []),
    ...(names.length === sheets ? [] : [`${names.length} names for ${sheets} sheets`]),
  ]
}

/** A look points at its font, fill, border, format and at the style that it is based on. */
function styleFaults(styles: XmlNode): string[] {
  const formats = elementsIn(styles, 'numFmt').map(({ attributes }) => Number(attributes.get('numFmtId')))
  const counts = [
    ['fontId', count(styles, 'fonts', 'font')],
    ['fillId', count(styles, 'fills', 'fill')],
    ['borderId', count(styles, 'borders', 'border')],
    ['xfId', count(styles, 'cellStyleXfs', 'xf')],
  ] as const
  const looks = elementsIn(styles, 'xf')
  const normal = elementsIn(styles, 'cellStyle').filter(
    ({ attributes }) => attributes.get('builtinId') === '0',
  )
  return [
    ...(normal.length === 1 ? [] : ['there is no style that is called normal']),
    ...looks.flatMap(({ attributes }) =>
      counts.flatMap(([name, most]) =>
        Number(attributes.get(name) ?? 0) < most || !attributes.has(name) ? [] : [`${name} of a look`],
      ),
    ),
    ...looks.flatMap(({ attributes }) => {
      const format = Number(attributes.get('numFmtId') ?? 0)
      return format < 50 || formats.includes(format) ? [] : [`there is no format ${format}`]
    }),
  ]
}

function sheetFaults(sheet: XmlNode, { looks, texts }: { looks: number; texts: number }): string[] {
  const faults: string[] = []
  let [lastRow, widest] = [0, 0]
  for (const row of elementsIn(sheet, 'row')) {
    const number = Number(row.attributes.get('r'))
    if (number <= lastRow) faults.push(`row ${number} after row ${lastRow}`)
    lastRow = number
    if (Number(row.attributes.get('ht') ?? 0) > 409) faults.push(`row ${number} is too high`)
    let last = 0
    for (const { attributes, children } of row.children) {
      const name = attributes.get('r') ?? ''
      const column = columnOf(name)
      if (column <= last || !name.endsWith(String(number))) faults.push(`${name} stands in the wrong place`)
      last = column
      if (Number(attributes.get('s') ?? 0) >= looks) faults.push(`${name} has a look that is missing`)
      const value = children.find((child) => child.name === 'v')?.text ?? '0'
      if (attributes.get('t') === 's' && !(Number(value) < texts))
        faults.push(`${name} has a text that is missing`)
      if (!Number.isFinite(Number(value))) faults.push(`${name} holds ${value}`)
      if (children.some((child) => child.name === 'f')) faults.push(`${name} is a formula`)
    }
    widest = Math.max(widest, last)
  }
  for (const { attributes } of elementsIn(sheet, 'autoFilter')) {
    const [, end = ''] = attributes.get('ref')?.split(':') ?? []
    if (columnOf(end) < widest || Number(/\d+/.exec(end)) !== lastRow)
      faults.push(`the filter ends at ${end}`)
  }
  for (const { attributes } of elementsIn(sheet, 'pane'))
    if (attributes.get('activePane') === 'bottomRight' && Number(attributes.get('xSplit') ?? 0) === 0)
      faults.push('a pane is active that there is not')
  return faults
}

/** 1 for A, 27 for AA. */
export const columnOf = (cell: string): number =>
  [...(/^[A-Z]+/.exec(cell)?.[0] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
