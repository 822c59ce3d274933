// Opens an Office file without the code that wrote it: its parts, what they point at, and whether it all holds together.
import { posix } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { chartFaults } from './office-charts.ts'
import { brokenShapesIn, disorderIn } from './office-schema.ts'
import { workbookFaults } from './office-workbook.ts'
import { elementsIn, parseXml, type XmlNode } from './xml.ts'

export type OfficePackage = {
  names: readonly string[]
  xml(name: string): XmlNode
  bytes(name: string): Uint8Array
}

export const openPackage = async (file: Blob): Promise<OfficePackage> =>
  packageOf(new Uint8Array(await file.arrayBuffer()))

function packageOf(file: Uint8Array): OfficePackage {
  const parts = unzipSync(file)
  const bytes = (name: string) => {
    const part = parts[name]
    if (!part) throw new Error(`There is no ${name}.`)
    return part
  }
  const read = new Map<string, XmlNode>()
  return {
    names: Object.keys(parts).filter((name) => !name.endsWith('/')),
    bytes,
    xml(name) {
      const root = read.get(name) ?? parseXml(strFromU8(bytes(name)))
      read.set(name, root)
      return root
    },
  }
}

/** What a strict program would complain of, in the workbooks behind charts too; all that Microsoft's own validator has ever found is here. */
export function faultsOf(file: OfficePackage): string[] {
  const inside = file.names.filter((name) => name.endsWith('.xlsx'))
  return [
    ...packageFaults(file),
    ...contentFaults(file),
    ...workbookFaults(file),
    ...chartFaults(file, packageOf),
    ...inside.flatMap((name) => faultsOf(packageOf(file.bytes(name))).map((fault) => `${name}: ${fault}`)),
  ]
}

const contentFaults = (file: OfficePackage): string[] =>
  file.names
    .filter((name) => name.endsWith('.xml'))
    .flatMap((name) => {
      const root = file.xml(name)
      return [...disorderIn(root), ...brokenShapesIn(root)].map((fault) => `${name}: ${fault}`)
    })

/** Broken XML, parts nobody declared, links to nowhere, links to the net. */
function packageFaults(file: OfficePackage): string[] {
  const faults: string[] = []
  const types = file.xml('[Content_Types].xml')
  const of = (name: string, attribute: string) =>
    elementsIn(types, name).map((each) => each.attributes.get(attribute) ?? '')
  const declared = of('Override', 'PartName')
  const endings = of('Default', 'Extension')
  for (const part of declared)
    if (!file.names.includes(part.slice(1))) faults.push(`${part} is declared and missing`)
  for (const name of file.names) {
    const isDeclared = declared.includes(`/${name}`) || endings.includes(name.split('.').at(-1) ?? '')
    if (name !== '[Content_Types].xml' && !isDeclared) faults.push(`${name} is not declared`)
    if (!/\.(xml|rels)$/.test(name)) continue
    const root = file.xml(name)
    if (!name.endsWith('.rels')) continue
    const source = posix.dirname(posix.dirname(name))
    const ids = new Set<string>()
    for (const link of elementsIn(root, 'Relationship')) {
      const target = link.attributes.get('Target') ?? ''
      const path = target.startsWith('/') ? target.slice(1) : posix.join(source, target)
      if (link.attributes.get('TargetMode') === 'External') faults.push(`${name} points at ${target}`)
      else if (!file.names.includes(path)) faults.push(`${name} points at ${path}, which is missing`)
      const id = link.attributes.get('Id') ?? ''
      if (ids.has(id)) faults.push(`${name} has ${id} twice`)
      ids.add(id)
    }
  }
  return faults
}
