// The ZIP holds the CSV files as they are, and can be opened by another program.
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { csvFile } from '#client/results/files/csv-file.ts'
import { csvFiles } from '#shared/results/csv.ts'
import { fullResults } from '#tests/shared/results/full-results.ts'
import { reportOf } from '#tests/support/report.ts'

test('every file is in it under its name, byte for byte', async () => {
  const report = reportOf(fullResults)
  const pictures = { png: async () => null, close() {} }
  const blob = csvFile({ report, results: fullResults, pictures })
  const files = unzipSync(new Uint8Array(await blob.arrayBuffer()))
  const expected = [...csvFiles(report)].map(([name, text]) => [name, new TextEncoder().encode(text)])
  expect(Object.entries(files)).toEqual(expected)
})
