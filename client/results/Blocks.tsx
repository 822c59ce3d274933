// Parts of the report that need no drawing of their own: headings, texts, figures, tables, and what is withheld.
import { cellText } from '#shared/results/cell-text.ts'
import type { Block, Fact } from '#shared/results/report.ts'
import classes from './Blocks.module.css'
import { ReportTable } from './ReportTable.tsx'
import { Typed } from './Typed.tsx'
import { useReportFormats } from './use-report-formats.ts'

/** Without pictures and charts. */
export function Blocks({ blocks }: { blocks: readonly Block[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: a block is its place in the section
  return blocks.map((block, place) => <One key={place} block={block} />)
}

function One({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return <h3 className={classes.heading}>{block.text}</h3>
    case 'text':
      return <p className={classes.text}>{block.text}</p>
    case 'withheld':
      return <p className={classes.withheld}>{block.text}</p>
    case 'list':
      return (
        <ul className={classes.list}>
          {block.items.map((item) => (
            <li key={item}>
              <Typed>{item}</Typed>
            </li>
          ))}
        </ul>
      )
    case 'facts':
      return <Facts facts={block.facts} />
    case 'table':
      return <ReportTable table={block} />
    default:
      return null
  }
}

function Facts({ facts }: { facts: readonly Fact[] }) {
  const format = useReportFormats()
  return (
    <dl className={classes.facts}>
      {facts.map(({ label, value, type }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{cellText(value, type, format)}</dd>
        </div>
      ))}
    </dl>
  )
}
