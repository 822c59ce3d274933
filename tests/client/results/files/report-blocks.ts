// Blocks of a report, made in a line each.
import type { Cell, Chart, Column, ColumnType, Table } from '#shared/results/report.ts'

export const column = (title: string, type: ColumnType = 'text'): Column => ({ title, type })

export const table = (id: string, title: string, columns: Column[], rows: Cell[][]): Table => ({
  kind: 'table',
  id,
  title,
  columns,
  rows,
})

type Drawn = Pick<Chart, 'id' | 'title' | 'shape' | 'categories'> &
  Partial<Pick<Chart, 'type' | 'max'>> & {
    /** Values by the name of their series. */
    series: Record<string, (number | null)[]>
  }

export const chart = ({ series, ...drawn }: Drawn): Chart => ({
  kind: 'chart',
  categoryTitle: 'Antwort',
  series: Object.entries(series).map(([name, values]) => ({ name, values })),
  type: 'count',
  max: null,
  ...drawn,
})
