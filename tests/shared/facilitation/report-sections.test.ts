// What the report leaves out: said by a facilitator, once for everybody.
import { expect, test } from 'vitest'
import type { Event } from '#shared/facilitation/events.ts'
import { ReportCommand } from '#shared/facilitation/report-sections.ts'
import type { SectionId } from '#shared/results/report.ts'
import { ana, ben, cem, fold, given, guest, opening, server } from './scene.ts'

const leaveOut = (...sections: SectionId[]): ReportCommand => ({ type: 'report.leave-out', sections })
const leftOut = (...sections: SectionId[]): Event => ({ type: 'report.left-out', sections })

test('without a word about it, the report shows everything', () => {
  expect(fold([...opening]).leftOut).toEqual([])
})
test('a facilitator leaves sections out, in the order of the report, each once', () => {
  const left = given().when(ana, leaveOut('concerns', 'mood', 'concerns'))
  left.thenHappened(leftOut('mood', 'concerns'))
  expect(left.after().leftOut).toEqual(['mood', 'concerns'])
})
test('the last word of any facilitator counts', () => {
  const shown = given(leftOut('mood', 'concerns')).when(ben, leaveOut())
  shown.thenHappened(leftOut())
  expect(shown.after().leftOut).toEqual([])
})
test('the same once more changes nothing', () => {
  given().when(ana, leaveOut()).thenRefused('already-done')
  given(leftOut('mood', 'agenda')).when(ana, leaveOut('agenda', 'mood')).thenRefused('already-done')
})
test('nobody else says what the report shows', () => {
  for (const actor of [cem, guest, server]) given().when(actor, leaveOut('mood')).thenRefused('not-allowed')
})
test('what is no section is not of the protocol', () => {
  expect(ReportCommand.safeParse({ type: 'report.leave-out', sections: ['prices'] }).success).toBe(false)
})
