// Every change to the agenda can be taken back, and an agenda survives its file.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  added,
  before,
  changed,
  type Edit,
  freePlaces,
  moved,
  neighbourAt,
  removed,
  replaced,
} from '#client/facilitation/agenda/agenda-edits.ts'
import { asNew } from '#client/facilitation/agenda/fresh-item.ts'
import { ownAgendaOf, readAgenda } from '#client/facilitation/agenda/own-agendas.ts'
import type { NewItem } from '#shared/facilitation/agenda-items.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import type { Event } from '#shared/facilitation/events.ts'
import { apply, decide, type Workshop } from '#shared/facilitation/workshop.ts'
import { ItemId } from '#shared/ids.ts'
import { ana, closing, fold, mapping, noon, opening, welcome } from '#tests/shared/facilitation/scene.ts'

const item: NewItem = {
  itemId: ItemId.parse('neu'),
  kind: 'vote',
  minutes: 4,
  title: 'Abstimmen',
  script: 'Bitte.',
}
const started: Event = { type: 'agenda.started', itemId: welcome, at: noon }

function after(workshop: Workshop, command: Command): Workshop {
  const decision = decide(workshop, command, { actor: ana, now: noon, present: [] })
  if (!decision.ok) throw new Error(decision.message)
  return decision.events.reduce(apply, workshop)
}
const thereAndBack = (workshop: Workshop, edit: Edit) =>
  after(after(workshop, edit.command), edit.inverse).agenda.items

test.each([
  ['before the start', fold(opening)],
  ['while the first item runs', fold([...opening, started])],
])('every change is taken back, %s', (_, workshop) => {
  const { agenda } = workshop
  const [, second, third] = agenda.items
  if (!second || !third) throw new Error('The scene has three items.')
  const edits = [
    added(item, mapping),
    removed(agenda, second),
    removed(agenda, third),
    moved(agenda, third, welcome),
    changed(second, { title: 'Anders', minutes: 3, purpose: null, script: 'Neu.' }),
    replaced(agenda, [item]),
  ]
  for (const edit of edits) expect(thereAndBack(workshop, edit)).toEqual(agenda.items)
})

test('an item comes to stand where it was asked to, and back, wherever that is', () => {
  const workshop = fold(opening)
  const { agenda } = workshop
  fc.assert(
    fc.property(fc.constantFrom(...agenda.items), fc.nat({ max: 2 }), (one, index) => {
      const place = neighbourAt(agenda, one.itemId, index)
      if (place === before(agenda, one.itemId)) return
      const edit = moved(agenda, one, place)
      expect(after(workshop, edit.command).agenda.items[index]).toEqual(one)
      expect(thereAndBack(workshop, edit)).toEqual(agenda.items)
    }),
  )
})

test('places are free behind the running item, and everywhere before the start', () => {
  expect(freePlaces(fold(opening).agenda)).toEqual({ first: 0, last: 2 })
  expect(freePlaces(fold([...opening, started]).agenda)).toEqual({ first: 1, last: 2 })
  const last: Event = { type: 'agenda.advanced', itemId: closing, at: noon }
  expect(freePlaces(fold([...opening, started, last]).agenda)).toEqual({ first: 3, last: 2 })
})

test('the same agenda taken twice has ids of its own each time', () => {
  const ids = [...asNew([item, item]), ...asNew([item])].map(({ itemId }) => itemId)
  expect(new Set(ids).size).toBe(3)
})

test('an agenda survives its file, without what facilitators noted for themselves', async () => {
  const own = ownAgendaOf('Meine', [{ ...item, notes: 'Nur hier.' }])
  expect(JSON.stringify(own)).not.toContain('Nur hier.')
  expect(await readAgenda(new File([JSON.stringify(own)], 'a.json'))).toEqual({
    runde: 'agenda',
    version: 1,
    title: 'Meine',
    items: [item],
  })
})

test.each([
  '',
  '{}',
  '[]',
  'null',
  '{"runde":"agenda","version":1,"title":"x","items":[]}',
  '{"runde":"agenda"',
])('a file with %j in it is no agenda', async (text) => {
  expect(await readAgenda(new File([text], 'a.json'))).toBeNull()
})
