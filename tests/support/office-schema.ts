// The order in which the Office schemas want elements to stand, and what a strict program counts twice: checked without our own code.
import { elementsIn, type XmlNode } from './xml.ts'

const shapes = 'p:nvGrpSpPr p:grpSpPr'
const cached = 'c:f c:strCache c:numCache c:multiLvlStrCache'
const series = 'c:idx c:order c:tx c:spPr c:invertIfNegative c:marker c:dPt c:dLbls c:cat c:val c:smooth'
const axis =
  'c:axId c:scaling c:delete c:axPos c:majorGridlines c:minorGridlines c:title c:numFmt c:majorTickMark c:minorTickMark c:tickLblPos c:spPr c:txPr c:crossAx c:crosses'
const text = 'a:bodyPr a:lstStyle a:p'

/** By the name of the element; what is not listed here is not looked at. Of the transitional schemas of ECMA-376. */
const orders: Record<string, string> = {
  // Spreadsheets
  workbook: 'fileVersion workbookPr bookViews sheets definedNames calcPr',
  worksheet:
    'sheetPr dimension sheetViews sheetFormatPr cols sheetData autoFilter mergeCells conditionalFormatting hyperlinks printOptions pageMargins pageSetup headerFooter drawing',
  sheetView: 'pane selection',
  styleSheet: 'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles',
  font: 'b i strike outline shadow u vertAlign sz color name family charset scheme',
  border: 'left right top bottom diagonal',
  patternFill: 'fgColor bgColor',
  c: 'f v is',
  // Presentations
  'p:presentation':
    'p:sldMasterIdLst p:notesMasterIdLst p:handoutMasterIdLst p:sldIdLst p:sldSz p:notesSz p:defaultTextStyle',
  'p:sld': 'p:cSld p:clrMapOvr p:transition p:timing',
  'p:notes': 'p:cSld p:clrMapOvr',
  'p:sldLayout': 'p:cSld p:clrMapOvr p:transition p:timing p:hf',
  'p:sldMaster': 'p:cSld p:clrMap p:sldLayoutIdLst p:transition p:timing p:hf p:txStyles',
  'p:cSld': 'p:bg p:spTree',
  'p:spTree': shapes,
  'p:sp': 'p:nvSpPr p:spPr p:style p:txBody',
  'p:pic': 'p:nvPicPr p:blipFill p:spPr',
  'p:graphicFrame': 'p:nvGraphicFramePr p:xfrm a:graphic',
  'p:txBody': text,
  'a:txBody': text,
  'a:p': 'a:pPr',
  'a:r': 'a:rPr a:t',
  'a:rPr': 'a:ln a:solidFill a:effectLst a:highlight a:latin a:ea a:cs a:sym a:hlinkClick',
  'a:pPr': 'a:lnSpc a:spcBef a:spcAft a:buClr a:buSzPct a:buFont a:buNone a:buChar a:tabLst a:defRPr',
  'a:tbl': 'a:tblPr a:tblGrid a:tr',
  'a:tc': 'a:txBody a:tcPr',
  'a:tcPr': 'a:lnL a:lnR a:lnT a:lnB a:lnTlToBr a:lnBlToTr a:noFill a:solidFill',
  'a:xfrm': 'a:off a:ext a:chOff a:chExt',
  // Charts
  'c:chartSpace':
    'c:date1904 c:lang c:roundedCorners c:style c:clrMapOvr c:chart c:spPr c:txPr c:externalData c:printSettings',
  'c:chart': 'c:title c:autoTitleDeleted c:plotArea c:legend c:plotVisOnly c:dispBlanksAs',
  'c:plotArea': 'c:layout c:barChart c:lineChart c:catAx c:valAx c:spPr',
  'c:barChart': 'c:barDir c:grouping c:varyColors c:ser c:dLbls c:gapWidth c:overlap c:serLines c:axId',
  'c:lineChart':
    'c:grouping c:varyColors c:ser c:dLbls c:dropLines c:hiLowLines c:upDownBars c:marker c:smooth c:axId',
  'c:ser': series,
  'c:dLbls':
    'c:dLbl c:numFmt c:spPr c:txPr c:dLblPos c:showLegendKey c:showVal c:showCatName c:showSerName c:showPercent c:showBubbleSize c:separator c:showLeaderLines',
  'c:catAx': `${axis} c:auto c:lblAlgn c:lblOffset c:noMultiLvlLbl`,
  'c:valAx': `${axis} c:crossBetween c:majorUnit c:minorUnit c:dispUnits`,
  'c:scaling': 'c:logBase c:orientation c:max c:min',
  'c:legend': 'c:legendPos c:legendEntry c:layout c:overlay c:spPr c:txPr',
  'c:strRef': cached,
  'c:numRef': cached,
  'c:multiLvlStrRef': cached,
  'c:numCache': 'c:formatCode c:ptCount c:pt',
  'c:strCache': 'c:ptCount c:pt',
}
const ordered = new Map(Object.entries(orders).map(([name, order]) => [name, order.split(' ')]))
/** Anything may follow these, in any order. */
const openEnded = new Set(['p:spTree', 'a:p'])

/** What stands where the schema does not have it. */
export function disorderIn(root: XmlNode): string[] {
  const faults = root.children.flatMap(disorderIn)
  const order = ordered.get(root.name)
  if (!order) return faults
  let last = -1
  for (const { name } of root.children) {
    const place = order.indexOf(name)
    if (place < 0) {
      if (!openEnded.has(root.name) && !name.endsWith('extLst')) faults.push(`<${name}> in <${root.name}>`)
      continue
    }
    if (place < last) faults.push(`<${name}> in <${root.name}> after <${order[last]}>`)
    last = Math.max(last, place)
  }
  return faults
}

/** Shapes with one id, texts without a paragraph, rows that are not as long as their table is wide. */
export function brokenShapesIn(root: XmlNode): string[] {
  const faults: string[] = []
  const ids = elementsIn(root, 'p:cNvPr').map(({ attributes }) => attributes.get('id'))
  if (new Set(ids).size < ids.length) faults.push('two shapes have one id')
  const bodies = [...elementsIn(root, 'p:txBody'), ...elementsIn(root, 'a:txBody')]
  if (bodies.some((body) => body.children.every(({ name }) => name !== 'a:p')))
    faults.push('a text has no paragraph')
  for (const table of elementsIn(root, 'a:tbl')) {
    const width = elementsIn(table, 'a:gridCol').length
    for (const row of elementsIn(table, 'a:tr'))
      if (elementsIn(row, 'a:tc').length !== width) faults.push(`a row is not ${width} cells long`)
  }
  return faults
}
