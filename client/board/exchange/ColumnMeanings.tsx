// Each column of the table with what it means, to correct, and what stands in it.
import { NativeSelect } from '@mantine/core'
import { useId } from 'react'
import classes from '#client/board/exchange/exchange.module.css'
import { exchangeTexts } from '#client/board/exchange/exchange-texts.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { Mapping } from '#shared/board/import/columns.ts'
import type { Table } from '#shared/board/import/read-table.ts'
import { type ImportField, importFields } from '#shared/board/import/table-words.ts'

type Props = {
  table: Table
  names: (at: number) => string
  mapping: Mapping
  onChange: (column: number, field: ImportField | null) => void
}

const shown = 3

export function ColumnMeanings({ table, names, mapping, onChange }: Props) {
  const say = useTexts(exchangeTexts)
  const titleId = useId()
  const options = [
    { value: '', label: say('ignore') },
    ...importFields.map((field) => ({ value: field, label: say(`field.${field}`) })),
  ]
  return (
    <section aria-labelledby={titleId}>
      <h3 id={titleId} className={classes.heading}>
        {say('columns')}
      </h3>
      <ul className={classes.columns}>
        {mapping.map((field, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
          <li key={at} data-ignored={field === null || undefined}>
            <span className={classes.columnName}>{names(at)}</span>
            <NativeSelect
              aria-label={say('meaning', { column: names(at) })}
              value={field ?? ''}
              data={options}
              onChange={({ currentTarget: { value } }) =>
                onChange(at, importFields.find((each) => each === value) ?? null)
              }
            />
            <span className={classes.examples}>{examplesOf(table, at, say('emptyColumn'))}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function examplesOf({ rows }: Table, column: number, empty: string): string {
  const found = new Set<string>()
  for (const { cells } of rows) {
    const cell = (cells[column] ?? '').replace(/\s+/g, ' ').trim()
    if (cell !== '') found.add(cell.length > 40 ? `${[...cell].slice(0, 38).join('')}…` : cell)
    if (found.size === shown) break
  }
  return [...found].join(' · ') || empty
}
