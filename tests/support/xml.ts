// Reads XML strictly, as a program that refuses a broken file does: one wrong character or tag and it throws.

export type XmlNode = {
  name: string
  attributes: ReadonlyMap<string, string>
  children: XmlNode[]
  text: string
}

const legal = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u
const token = /<\?[^?]*\?>|<\/([^\s>]+)\s*>|<([^\s/>]+)((?:\s+[^\s=]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy
const attribute = /\s+([^\s=]+)="([^"<]*)"/g
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The root element. */
export function parseXml(xml: string): XmlNode {
  if (!legal.test(xml)) throw new Error('There is a character in it that XML 1.0 forbids.')
  const document: XmlNode = { name: '', attributes: new Map(), children: [], text: '' }
  const open = [document]
  let end = 0
  for (const match of xml.matchAll(token)) {
    end = match.index + match[0].length
    const [, closed, opened, attributes = '', isEmpty, text] = match
    const inside = open.at(-1) ?? document
    if (closed !== undefined) {
      if (inside.name !== closed) throw new Error(`</${closed}> closes <${inside.name}>.`)
      open.pop()
    } else if (opened !== undefined) {
      const node = { name: opened, attributes: attributesIn(attributes), children: [], text: '' }
      inside.children.push(node)
      if (isEmpty === '') open.push(node)
    } else if (text !== undefined) inside.text += decoded(text)
  }
  if (end !== xml.length) throw new Error(`Not XML: ${xml.slice(end, end + 80)}`)
  const [root, ...more] = document.children
  if (open.length !== 1 || !root || more.length > 0)
    throw new Error('There is not exactly one root, or it is not closed.')
  return root
}

function attributesIn(text: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, name = '', value = ''] of text.matchAll(attribute)) {
    if (found.has(name)) throw new Error(`${name} is there twice.`)
    found.set(name, decoded(value))
  }
  return found
}

const decoded = (text: string): string =>
  text.replaceAll(/&([^;]*);?/g, (entity, name: string) => {
    const number = /^#(x?)([0-9a-fA-F]+)$/.exec(name)
    const letter = number
      ? String.fromCodePoint(Number.parseInt(number[2] ?? '', number[1] ? 16 : 10))
      : entities[name]
    if (letter === undefined || !entity.endsWith(';')) throw new Error(`${entity} is no entity.`)
    return letter
  })

/** Every element of that name, in the order of the document. */
export const elementsIn = (node: XmlNode, name: string): XmlNode[] =>
  node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...elementsIn(child, name)])
