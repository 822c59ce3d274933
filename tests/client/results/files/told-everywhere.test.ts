// What no file may keep to itself: every one of them says it.
import { expect, test } from 'vitest'
import { calendarFile } from '#shared/results/calendar.ts'
import { fullResults } from '#tests/shared/results/full-results.ts'
import { everyFile } from '#tests/support/every-file.ts'
import { withoutSpace } from '#tests/support/read-pdf.ts'
import { reportOf } from '#tests/support/report.ts'

test('every file names the note that an action comes from, and the touchpoints of its stage', async () => {
  const told = ['Anruf nach drei Tagen', 'Auftrag, Termin, Rechnung und 1 weitere']
  for (const [format, text] of Object.entries(await everyFile(reportOf(fullResults))))
    for (const words of told) expect(text, format).toContain(withoutSpace(words))
  const calendar = calendarFile({ ...fullResults, actions: fullResults.actions.slice(3) }, 'de')
  expect(calendar?.replace(/\r\n /g, '')).toContain(
    'Aus: Anruf nach drei Tagen\\nTouchpoint: Auftrag\\, Termin\\, Rechnung und 1 weitere',
  )
})
