// Changing the agenda: what may change when, two people at once, and what is kept from those it is not for.
import { describe, expect, test } from 'vitest'
import { longestAgenda, type NewItem } from '#shared/facilitation/agenda-items.ts'
import { Command } from '#shared/facilitation/commands.ts'
import type { Event } from '#shared/facilitation/events.ts'
import { redact, redactWorkshop } from '#shared/facilitation/redact.ts'
import { ItemId } from '#shared/ids.ts'
import {
  ana,
  ben,
  cem,
  closing,
  fold,
  given,
  guest,
  mapping,
  minute,
  noon,
  opening,
  server,
  welcome,
} from './scene.ts'

const [neu, andere, weg] = [ItemId.parse('neu'), ItemId.parse('andere'), ItemId.parse('weg')]
const newItem: NewItem = { itemId: neu, kind: 'break', minutes: 5, title: 'Pause' }
const started: Event = { type: 'agenda.started', itemId: welcome, at: noon }
const toMapping: Event = { type: 'agenda.advanced', itemId: mapping, at: noon + 3 * minute }
const change = (itemId: ItemId, of: Extract<Command, { type: 'item.change' }>['change']): Command => ({
  type: 'item.change',
  itemId,
  change: of,
})
const move = (itemId: ItemId, afterItemId: ItemId | null): Command => ({
  type: 'item.move',
  itemId,
  afterItemId,
})
const add = (item: NewItem, afterItemId: ItemId | null): Command => ({ type: 'item.add', item, afterItemId })
const order = (scene: ReturnType<ReturnType<typeof given>['when']>) =>
  scene.after().agenda.items.map(({ itemId }) => itemId)

test.each<[string, Command]>([
  ['add to', add(newItem, null)],
  ['change', change(welcome, { title: 'Hallo' })],
  ['reorder', move(closing, null)],
  ['remove from', { type: 'item.remove', itemId: welcome }],
  ['replace', { type: 'agenda.replace', remove: [welcome], items: [] }],
])('only a facilitator may %s the agenda', (_, command) => {
  for (const actor of [cem, guest, server]) given().when(actor, command).thenRefused('not-allowed')
})

describe('adding', () => {
  test('puts the item behind the one that was named, or first', () => {
    const scene = given().when(ana, add(newItem, welcome))
    scene.thenHappened({ type: 'item.added', item: newItem, afterItemId: welcome })
    expect(order(scene)).toEqual([welcome, neu, mapping, closing])
    expect(order(given().when(ana, add(newItem, null)))).toEqual([neu, welcome, mapping, closing])
  })
  test('happens once', () => {
    given({ type: 'item.added', item: newItem, afterItemId: null })
      .when(ben, add(newItem, closing))
      .thenRefused('already-done')
  })
  test('behind something that is gone is refused', () => {
    given().when(ana, add(newItem, weg)).thenRefused('not-found')
  })
  test('goes behind the running item, never before it', () => {
    given(started, toMapping).when(ana, add(newItem, welcome)).thenRefused('not-now')
    given(started, toMapping).when(ana, add(newItem, null)).thenRefused('not-now')
    expect(order(given(started, toMapping).when(ana, add(newItem, mapping)))).toEqual([
      welcome,
      mapping,
      neu,
      closing,
    ])
  })
  test('ends at the longest agenda', () => {
    const many = Array.from({ length: longestAgenda - 3 }, (_, index): Event => {
      const item = { ...newItem, itemId: ItemId.parse(`viele-${index}`) }
      return { type: 'item.added', item, afterItemId: null }
    })
    given(...many)
      .when(ana, add(newItem, null))
      .thenRefused('not-now')
  })
  test.each([
    { ...newItem, title: '' },
    { ...newItem, title: 'a\nb' },
    { ...newItem, minutes: 0 },
    { ...newItem, minutes: 481 },
    { ...newItem, minutes: 2.5 },
    { ...newItem, kind: 'lunch' },
    { ...newItem, script: 'x'.repeat(2_001) },
    { ...newItem, notes: 'x'.repeat(4_001) },
  ])('of %j is not of the protocol', (item) => {
    expect(Command.safeParse({ type: 'item.add', item, afterItemId: null }).success).toBe(false)
  })
})

describe('changing', () => {
  test('says only what differs', () => {
    const scene = given().when(ana, change(mapping, { title: 'Die Karte ergänzen', minutes: 12 }))
    scene.thenHappened({ type: 'item.changed', itemId: mapping, change: { minutes: 12 } })
    expect(scene.after().agenda.items[1]).toMatchObject({ minutes: 12, purpose: 'Ein Bild.' })
  })
  test('two facilitators at once: both changes stay', () => {
    const first = given().when(ana, change(mapping, { title: 'Die Karte' }))
    const second = first.next().when(ben, change(mapping, { minutes: 20 }))
    expect(second.after().agenda.items[1]).toMatchObject({ title: 'Die Karte', minutes: 20 })
  })
  test('null empties a field, and what is empty is not there', () => {
    const scene = given().when(ana, change(mapping, { purpose: null, pollSetId: 'mood' }))
    expect(scene.after().agenda.items[1]).toEqual({
      itemId: mapping,
      kind: 'mapping',
      minutes: 10,
      title: 'Die Karte ergänzen',
      pollSetId: 'mood',
    })
  })
  test('to what it is already is refused', () => {
    given()
      .when(ana, change(mapping, { minutes: 10 }))
      .thenRefused('already-done')
    given()
      .when(ana, change(mapping, { script: null }))
      .thenRefused('already-done')
    given().when(ana, change(mapping, {})).thenRefused('already-done')
  })
  test('of something that is gone is refused', () => {
    given()
      .when(ana, change(weg, { minutes: 5 }))
      .thenRefused('not-found')
  })
  test('the running item takes new words and minutes, but no other kind', () => {
    const scene = given(started).when(ana, change(welcome, { title: 'Ankommen', minutes: 5 }))
    expect(scene.after().agenda.items[0]).toMatchObject({ title: 'Ankommen', minutes: 5 })
    given(started)
      .when(ana, change(welcome, { kind: 'break' }))
      .thenRefused('not-now')
  })
  test('new minutes for the running item are all it has', () => {
    const extended: Event = { type: 'agenda.extended', itemId: welcome, addedMs: 4 * minute }
    const scene = given(started, extended).when(ana, change(welcome, { minutes: 5 }))
    expect(scene.after().agenda.current).toMatchObject({ addedMs: 0 })
  })
  test('a finished item keeps all but the facilitators’ notes', () => {
    given(started, toMapping)
      .when(ana, change(welcome, { title: 'Anders' }))
      .thenRefused('not-now')
    given(started, toMapping)
      .when(ana, change(welcome, { minutes: 9 }))
      .thenRefused('not-now')
    const noted: Event = { type: 'item.changed', itemId: welcome, change: { notes: 'Lief gut.' } }
    given(started, toMapping)
      .when(ana, change(welcome, { notes: 'Lief gut.' }))
      .thenHappened(noted)
  })
})

describe('moving', () => {
  test('names the item to stand behind', () => {
    expect(order(given().when(ana, move(closing, welcome)))).toEqual([welcome, closing, mapping])
    expect(order(given().when(ana, move(closing, null)))).toEqual([closing, welcome, mapping])
    expect(order(given().when(ana, move(welcome, closing)))).toEqual([mapping, closing, welcome])
  })
  test('two facilitators at once: both moves stay', () => {
    const first = given({ type: 'item.added', item: newItem, afterItemId: closing }).when(
      ana,
      move(welcome, neu),
    )
    const second = first.next().when(ben, move(mapping, closing))
    expect(order(second)).toEqual([closing, mapping, neu, welcome])
  })
  test('to where it stands is refused, and so is behind itself', () => {
    given().when(ana, move(mapping, welcome)).thenRefused('already-done')
    given().when(ana, move(welcome, null)).thenRefused('already-done')
    given().when(ana, move(mapping, mapping)).thenRefused('already-done')
  })
  test('what is gone, over or running is not moved', () => {
    given().when(ana, move(weg, null)).thenRefused('not-found')
    given().when(ana, move(closing, weg)).thenRefused('not-found')
    given(started, toMapping).when(ana, move(welcome, closing)).thenRefused('not-now')
    given(started, toMapping).when(ana, move(mapping, closing)).thenRefused('not-now')
    given(started, toMapping).when(ana, move(closing, welcome)).thenRefused('not-now')
  })
})

describe('removing', () => {
  test('is for what is still to come', () => {
    const scene = given(started).when(ana, { type: 'item.remove', itemId: mapping })
    scene.thenHappened({ type: 'item.removed', itemId: mapping })
    expect(order(scene)).toEqual([welcome, closing])
    given(started).when(ana, { type: 'item.remove', itemId: welcome }).thenRefused('not-now')
    given(started, toMapping).when(ana, { type: 'item.remove', itemId: welcome }).thenRefused('not-now')
  })
  test('happens once, and what was removed can come back', () => {
    const gone = given().when(ana, { type: 'item.remove', itemId: mapping }).next()
    gone.when(ben, { type: 'item.remove', itemId: mapping }).thenRefused('already-done')
    expect(order(gone.when(ana, add({ ...newItem, itemId: mapping }, welcome)))).toEqual([
      welcome,
      mapping,
      closing,
    ])
  })
})

describe('another agenda', () => {
  const replace = (remove: ItemId[], items: NewItem[]): Command => ({ type: 'agenda.replace', remove, items })

  test('takes the place of what is still to come', () => {
    const scene = given(started).when(ana, replace([welcome, mapping, closing], [newItem]))
    scene.thenHappened({ type: 'agenda.replaced', removed: [mapping, closing], items: [newItem] })
    expect(order(scene)).toEqual([welcome, neu])
  })
  test('leaves what somebody else has added since', () => {
    const other = given({ type: 'item.added', item: { ...newItem, itemId: andere }, afterItemId: closing })
    expect(order(other.when(ana, replace([welcome, mapping, closing], [newItem])))).toEqual([andere, neu])
  })
  test('can be taken back', () => {
    const before = fold(opening).agenda.items as NewItem[]
    const replaced = given()
      .when(ana, replace([welcome, mapping, closing], [newItem]))
      .next()
    expect(replaced.when(ana, replace([neu], before)).after().agenda.items).toEqual(before)
  })
  test('has each item once', () => {
    given()
      .when(ana, replace([mapping], [newItem, newItem]))
      .thenRefused('already-done')
    given()
      .when(ana, replace([mapping], [{ ...newItem, itemId: welcome }]))
      .thenRefused('already-done')
  })
  test('that changes nothing is refused', () => {
    given(started)
      .when(ana, replace([welcome], []))
      .thenRefused('already-done')
  })
})

describe('script and notes', () => {
  const secret = { script: 'Geheime Worte.', notes: 'Geheime Notiz.' }
  const events: Event[] = [
    { type: 'item.added', item: { ...newItem, ...secret }, afterItemId: null },
    { type: 'item.changed', itemId: mapping, change: { ...secret, minutes: 11 } },
    { type: 'agenda.replaced', removed: [closing], items: [{ ...newItem, itemId: andere, ...secret }] },
    { type: 'session.started', number: 1, at: noon, present: [] },
    { type: 'session.ended', number: 1, at: noon },
    { type: 'session.prepared', items: [{ ...newItem, itemId: weg, ...secret }], at: noon },
  ]
  test.each([cem, guest])('are not for a $role', (viewer) => {
    for (const event of events) expect(JSON.stringify(redact(event, viewer))).not.toContain('Geheime')
    const workshop = redactWorkshop(fold([...opening, ...events]), viewer)
    expect(JSON.stringify(workshop)).not.toContain('Geheime')
    expect(workshop.sessions.all[0]?.agenda?.items[2]?.minutes).toBe(11)
  })
  test('are for every facilitator', () => {
    for (const event of events) expect(redact(event, ben)).toEqual(event)
    expect(JSON.stringify(redactWorkshop(fold([...opening, ...events]), ben))).toContain('Geheime Notiz.')
  })
})
