// Following: who may bring everyone to their view, and who lets go again.
import { expect, test } from 'vitest'
import type { Event } from '#shared/facilitation/events.ts'
import { ana, ben, cem, given, guest, noon, type Somebody, server } from './scene.ts'

const started = ({ personId }: Somebody, at = noon): Event => ({ type: 'lead.started', personId, at })

test('a facilitator brings everyone to what they see, and lets go again', () => {
  const led = given().when(ana, { type: 'lead.start' })
  led.thenHappened(started(ana))
  expect(led.after().lead).toEqual({ personId: ana.personId, since: noon })
  const ended = led.next().when(ana, { type: 'lead.end' })
  ended.thenHappened({ type: 'lead.ended', at: noon + 1000 })
  expect(ended.after().lead).toBeNull()
})
test('another facilitator takes the lead over, and only they end it then', () => {
  const taken = given(started(ana)).when(ben, { type: 'lead.start' })
  taken.thenHappened(started(ben))
  taken.next().when(ana, { type: 'lead.end' }).thenRefused('not-allowed')
  taken
    .next()
    .when(ben, { type: 'lead.end' })
    .thenHappened({ type: 'lead.ended', at: noon + 1000 })
})
test('the same once more changes nothing', () => {
  given(started(ana)).when(ana, { type: 'lead.start' }).thenRefused('already-done')
  given().when(ana, { type: 'lead.end' }).thenRefused('already-done')
})
test('nobody else leads or ends it', () => {
  for (const actor of [cem, guest, server]) {
    given().when(actor, { type: 'lead.start' }).thenRefused('not-allowed')
    given(started(ana)).when(actor, { type: 'lead.end' }).thenRefused('not-allowed')
  }
})
