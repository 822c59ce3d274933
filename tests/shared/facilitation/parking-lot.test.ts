// The parking lot: who may park a topic, who looks after it, and that it outlasts its session.
import { describe, expect, test } from 'vitest'
import type { Event } from '#shared/facilitation/events.ts'
import { mostTopics, openTopics } from '#shared/facilitation/parking-lot.ts'
import { ItemId, TopicId } from '#shared/ids.ts'
import { ana, ben, cem, dana, given, guest, mapping, noon, type Somebody, server, welcome } from './scene.ts'

const idOf = (number: number) => TopicId.parse(String(number).padStart(32, '0'))
const topicId = idOf(1)
const park = { type: 'topic.park', topicId, text: 'Preise im neuen Tarif' } as const
const parked = (author: Somebody, itemId: ItemId | null = null) => ({
  type: 'topic.parked' as const,
  topicId,
  text: park.text,
  authorId: author.personId,
  itemId,
  at: noon,
})
const started: Event = { type: 'agenda.started', itemId: welcome, at: noon }
const settle = { type: 'topic.settle', topicId } as const
const remove = { type: 'topic.remove', topicId } as const
const restore = { type: 'topic.restore', topicId } as const

describe('a topic is parked', () => {
  test('by whoever takes part, with the item at which it came up', () => {
    given(started).when(cem, park).thenHappened(parked(cem, welcome))
    given().when(ana, park).thenHappened(parked(ana))
  })
  test('not by observers, and not by the server', () => {
    for (const actor of [guest, server]) given().when(actor, park).thenRefused('not-allowed')
  })
  test('once, and among a hundred at most', () => {
    given(parked(cem)).when(dana, park).thenRefused('already-done')
    const many = Array.from({ length: mostTopics }, (_, place) => ({
      ...parked(cem),
      topicId: idOf(place + 2),
    }))
    given(...many)
      .when(cem, park)
      .thenRefused('not-now')
    given(...many.slice(1))
      .when(cem, park)
      .thenHappened(parked(cem))
  })
})

describe('afterwards', () => {
  test('its author and facilitators change its words, nobody else', () => {
    const change = { type: 'topic.change', topicId, text: 'Preise' } as const
    const scene = given(parked(cem))
    for (const actor of [cem, ben])
      scene.when(actor, change).thenHappened({ type: 'topic.changed', topicId, text: 'Preise' })
    scene.when(dana, change).thenRefused('not-allowed')
    scene.when(cem, { ...change, text: park.text }).thenRefused('already-done')
  })
  test('a facilitator settles it and takes it up again, its author does not', () => {
    const scene = given(parked(cem))
    scene.when(cem, settle).thenRefused('not-allowed')
    const settled = scene.when(ana, settle)
    settled.thenHappened({ type: 'topic.settled', topicId, at: noon })
    expect(openTopics(settled.after().parkingLot)).toEqual([])
    settled.next().when(ben, settle).thenRefused('already-done')
    const again = settled.next().when(ana, { type: 'topic.take-up', topicId })
    again.thenHappened({ type: 'topic.taken-up', topicId })
    expect(openTopics(again.after().parkingLot)).toMatchObject([{ topicId, settledAt: null }])
    scene.when(ana, { type: 'topic.take-up', topicId }).thenRefused('already-done')
  })
  test('a facilitator removes it, and has it back where it was', () => {
    const scene = given(parked(cem), { ...parked(dana), topicId: idOf(2), text: 'Portal' })
    scene.when(cem, remove).thenRefused('not-allowed')
    const removed = scene.when(ana, remove)
    removed.thenHappened({ type: 'topic.removed', topicId })
    expect(removed.after().parkingLot.topics.map(({ text }) => text)).toEqual(['Portal'])
    removed.next().when(ana, settle).thenRefused('not-found')
    const back = removed.next().when(ben, restore)
    back.thenHappened({ type: 'topic.restored', topicId })
    expect(back.after().parkingLot).toEqual(scene.workshop.parkingLot)
    back.next().when(ben, restore).thenRefused('already-done')
    given().when(ana, restore).thenRefused('not-found')
  })
})

test('it stays over sessions, with the item of the one in which it came up', () => {
  const later = { itemId: ItemId.parse('later'), kind: 'discussion', minutes: 5, title: 'Weiter' } as const
  const next = given(
    { type: 'session.started', number: 1, at: noon, present: [] },
    started,
    parked(cem, welcome),
    { type: 'agenda.advanced', itemId: mapping, at: noon + 1 },
    { type: 'agenda.ended', at: noon + 2 },
    { type: 'session.ended', number: 1, at: noon + 2 },
    { type: 'session.prepared', items: [later], at: noon + 3 },
    { type: 'session.started', number: 2, at: noon + 4, present: [] },
  )
  expect(next.workshop.parkingLot.topics).toMatchObject([{ topicId, itemId: welcome, settledAt: null }])
})
