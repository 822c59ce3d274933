// The workbook behind a chart on a slide: what opens when somebody wants to change its figures.
import writeXlsxFile from 'write-excel-file/universal'
import { textCell } from '#client/results/files/workbook/cells.ts'
import { officeStyles } from '#client/results/files/workbook/office-styles.ts'
import type { Chart } from '#shared/results/report.ts'

/** Categories in A, a series in each column beside it: where the chart looks for them. */
export async function chartData({ categories, series }: Chart): Promise<Uint8Array> {
  const rows = categories.map((category, place) => [
    textCell(category),
    ...series.map(({ values }) => {
      const value = values[place]
      return value == null ? null : { value, type: Number }
    }),
  ])
  const sheet = {
    sheet: 'Sheet1',
    columns: [{ width: 40 }, ...series.map(() => ({ width: 16 }))],
    data: [[null, ...series.map(({ name }) => textCell(name))], ...rows],
  }
  const file = await writeXlsxFile([sheet], { features: [officeStyles] }).toBlob()
  return new Uint8Array(await file.arrayBuffer())
}
