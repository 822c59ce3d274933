// The same report with other texts in it, for trying what people might type.
import type { Block, Cell, Report } from '#shared/results/report.ts'

/** `change` gets every text; with `typed` only those that people type, not the titles we give to columns and figures. */
export function withTexts(
  report: Report,
  change: (text: string) => string,
  which: 'all' | 'typed' = 'all',
): Report {
  const ours = which === 'all' ? change : (text: string) => text
  const cell = (value: Cell, type: string) =>
    typeof value === 'string' && type === 'text' ? change(value) : value
  const block = (block: Block): Block => {
    switch (block.kind) {
      case 'heading':
      case 'text':
      case 'withheld':
        return { ...block, text: change(block.text) }
      case 'list':
        return { ...block, items: block.items.map(change) }
      case 'facts':
        return {
          ...block,
          facts: block.facts.map((fact) => ({
            ...fact,
            label: ours(fact.label),
            value: cell(fact.value, fact.type),
          })),
        }
      case 'table':
        return {
          ...block,
          title: change(block.title),
          columns: block.columns.map((column) => ({ ...column, title: ours(column.title) })),
          rows: block.rows.map((row) =>
            row.map((value, place) => cell(value, block.columns[place]?.type ?? 'text')),
          ),
        }
      case 'chart':
        return {
          ...block,
          title: change(block.title),
          categoryTitle: ours(block.categoryTitle),
          categories: block.categories.map(change),
          series: block.series.map((series) => ({ ...series, name: ours(series.name) })),
        }
      case 'picture':
        return { ...block, alt: change(block.alt) }
    }
  }
  return {
    ...report,
    title: change(report.title),
    subtitle: change(report.subtitle),
    asOf: change(report.asOf),
    sections: report.sections.map((section) => ({
      ...section,
      title: change(section.title),
      hint: section.hint && change(section.hint),
      blocks: section.blocks.map(block),
    })),
  }
}

/** Each of them once made some program refuse a file, run something or show nonsense. */
export const hostileTexts: readonly string[] = [
  '=cmd|"/c calc"!A1',
  '<script>alert("1")</script> & \'more\' ]]>',
  'مرحبا بكم في ورشة العمل حول تجربة العملاء',
  '客户旅程图：从订单到上线，每一步都要让客户知道发生了什么',
  '👩🏽‍🚒👨‍👩‍👧‍👦🏳️‍🌈',
  'a\u0000b\u0008c\u000Bd\u001Fe\u007Ff\uFFFEg\uFFFFh',
  'half \uD83D and \uDE00 half',
  'constructor',
  '__proto__',
  '_x0041_',
  'line\r\nbreak\u2028and\u2029more',
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(4),
  '   ',
  'History',
  "'quoted'",
  '[a]:b*c?d/e\\f',
]

/** The report with one of them in place of every text, the same for the same text. */
export const hostile = (report: Report, which: 'all' | 'typed' = 'typed'): Report =>
  withTexts(
    report,
    (text) => {
      const sum = [...text].reduce((all, letter) => all + (letter.codePointAt(0) ?? 0), text.length)
      return hostileTexts[sum % hostileTexts.length] ?? text
    },
    which,
  )
