// Two who change the same text within a round trip: the second is told, and nothing of the first is lost.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Command } from '#shared/facilitation/commands.ts'
import type { Event } from '#shared/facilitation/events.ts'
import { decide } from '#shared/facilitation/workshop.ts'
import { ActionId, RuleId, TopicId } from '#shared/ids.ts'
import { ana, ben, cem, fold, given, noon, opening, welcome } from './scene.ts'

const topicId = TopicId.parse('1'.repeat(32))
const actionId = ActionId.parse('a'.repeat(32))
const ruleId = RuleId.parse('one-voice')
const parked: Event = {
  type: 'topic.parked',
  topicId,
  text: 'Preise',
  authorId: cem.personId,
  itemId: null,
  at: noon,
}
const decided: Event = {
  type: 'action.added',
  actionId,
  title: 'SMS schicken',
  ownerId: null,
  departmentId: null,
  due: null,
  feltFrom: null,
  shapeId: null,
  authorId: cem.personId,
  at: noon,
}

/** The same change by two people who both saw what was there before. */
const cases: [string, Event[], (text: string, was?: string) => Command, string][] = [
  [
    'the words of an agenda item',
    [],
    (title, was) => ({
      type: 'item.change',
      itemId: welcome,
      change: { title },
      ...(was !== undefined && { was: { title: was } }),
    }),
    'Willkommen',
  ],
  [
    'a parked topic',
    [parked],
    (text, was) => ({ type: 'topic.change', topicId, text, ...(was !== undefined && { was }) }),
    'Preise',
  ],
  [
    'a ground rule',
    [],
    (rule, was) => ({
      type: 'rule.change',
      ruleId,
      rule,
      why: null,
      ...(was !== undefined && { was: { rule: was, why: null } }),
    }),
    'Eine Stimme zur Zeit.',
  ],
  [
    'an action',
    [decided],
    (title, was) => ({
      type: 'action.change',
      actionId,
      change: { title },
      ...(was !== undefined && { was: { title: was } }),
    }),
    'SMS schicken',
  ],
]

describe.each(cases)('%s', (_, before, change, first) => {
  const afterwards = (...commands: Command[]) =>
    commands.reduce(
      (workshop, command, place) => {
        const decision = decide(workshop, command, { actor: place % 2 ? ben : ana, now: noon, present: [] })
        if (!decision.ok) throw new Error(decision.message)
        return fold(decision.events, workshop)
      },
      fold([...opening, ...before]),
    )

  test('is changed by whoever saw how it reads', () => {
    expect(JSON.stringify(afterwards(change('Eins', first), change('Zwei', 'Eins')))).toContain('"Zwei"')
  })
  test('is not changed by whoever saw something else', () => {
    const decision = decide(afterwards(change('Eins', first)), change('Zwei', first), {
      actor: ben,
      now: noon,
      present: [],
    })
    expect(decision).toMatchObject({ ok: false, code: 'overtaken' })
  })
  test('is there already when both wrote the same', () => {
    const decision = decide(afterwards(change('Eins', first)), change('Eins', first), {
      actor: ben,
      now: noon,
      present: [],
    })
    expect(decision).toMatchObject({ ok: false, code: 'already-done' })
  })
  test('is written over by a browser that says nothing of what it saw', () => {
    expect(JSON.stringify(afterwards(change('Eins', first), change('Zwei')))).toContain('"Zwei"')
  })
})

test('two who change different fields at once both get theirs', () => {
  const scene = given(decided, { type: 'action.changed', actionId, change: { due: '2026-12-24' }, at: noon })
  const was = { title: 'SMS schicken', due: null }
  scene.when(ana, { type: 'action.change', actionId, change: { title: 'Brief' }, was }).thenHappened({
    type: 'action.changed',
    actionId,
    change: { title: 'Brief' },
    at: noon,
  })
})

test('whatever order the saves come in, every accepted one was written by somebody who had read the one before', () => {
  const text = fc.constantFrom('a', 'b', 'c', 'd')
  fc.assert(
    fc.property(fc.array(fc.record({ text, was: text }), { maxLength: 12 }), (saves) => {
      let workshop = fold([...opening, { ...parked, text: 'a' }])
      for (const { text, was } of saves) {
        const reads = workshop.parkingLot.topics[0]?.text
        const command: Command = { type: 'topic.change', topicId, text, was }
        const decision = decide(workshop, command, { actor: ana, now: noon, present: [] })
        expect(decision.ok).toBe(text !== reads && was === reads)
        if (decision.ok) workshop = fold(decision.events, workshop)
      }
    }),
  )
})
