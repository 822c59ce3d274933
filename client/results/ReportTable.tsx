// A table of the report; on a phone each row stands by itself, with its columns' names.

import { cellText, isFigure } from '#shared/results/cell-text.ts'
import type { ColumnType, Table } from '#shared/results/report.ts'
import classes from './ReportTable.module.css'
import { Typed } from './Typed.tsx'
import { useReportFormats } from './use-report-formats.ts'

export function ReportTable({ table: { title, columns, rows } }: { table: Table }) {
  const format = useReportFormats()
  return (
    // Roles are written out: a table that is laid out as blocks would lose them.
    // biome-ignore-start lint/a11y/noRedundantRoles: as above
    <table className={classes.table} role="table" aria-label={title}>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th
              key={column.title}
              scope="col"
              role="columnheader"
              data-figure={isFigure(column.type) || undefined}
            >
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
          <tr key={place} role="row">
            {columns.map(({ title: name, type }, index) => {
              const text = cellText(row[index] ?? null, type, format)
              return index === 0 ? (
                <th key={name} scope="row" role="rowheader">
                  <Content text={text} type={type} />
                </th>
              ) : (
                <td
                  key={name}
                  role="cell"
                  data-label={name}
                  data-figure={isFigure(type) || undefined}
                  data-empty={text === '' || undefined}
                >
                  <Content text={text} type={type} />
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: as above
  )
}

const Content = ({ text, type }: { text: string; type: ColumnType }) => (
  <span>{text === '' ? '–' : type === 'text' ? <Typed>{text}</Typed> : text}</span>
)
