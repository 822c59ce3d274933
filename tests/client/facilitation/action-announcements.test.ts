// What is read aloud about actions: new ones, and those that become mine or are mine no longer.
import { expect, test } from 'vitest'
import { aboutActions } from '#client/facilitation/actions/action-announcements.ts'
import type { Event } from '#shared/facilitation/events.ts'
import { ActionId, type PersonId } from '#shared/ids.ts'
import { cem, dana, eva, fold, noon, opening, type Somebody } from '#tests/shared/facilitation/scene.ts'

const heard = ({ personId }: Somebody, before: Event[], ...events: Event[]) =>
  aboutActions(fold([...opening, ...before]), fold([...opening, ...before, ...events]), personId)

const title = 'SMS je Wechselschritt'
const actionId = ActionId.parse('a'.repeat(32))
const added = (ownerId: PersonId | null): Event => ({
  type: 'action.added',
  actionId,
  title,
  ownerId,
  departmentId: null,
  due: null,
  feltFrom: null,
  shapeId: null,
  authorId: cem.personId,
  at: noon,
})
const given = (ownerId: PersonId | null): Event => ({
  type: 'action.changed',
  actionId,
  change: { ownerId },
  at: noon,
})

test('a new action is told to all but its author, and to its owner as theirs', () => {
  expect(heard(dana, [], added(eva.personId))).toEqual([{ what: 'actionAdded', title }])
  expect(heard(eva, [], added(eva.personId))).toEqual([{ what: 'actionYours', title }])
  expect(heard(cem, [], added(cem.personId))).toEqual([])
})

test('an action that goes from one to another is told to both, and to nobody else', () => {
  const handOver = given(dana.personId)
  expect(heard(dana, [added(eva.personId)], handOver)).toEqual([{ what: 'actionYours', title }])
  expect(heard(eva, [added(eva.personId)], handOver)).toEqual([{ what: 'actionNotYours', title }])
  expect(heard(cem, [added(eva.personId)], handOver)).toEqual([])
})

test('another date of one’s action is read in the list, not told', () => {
  const due: Event = { type: 'action.changed', actionId, change: { due: '2099-01-29' }, at: noon }
  expect(heard(eva, [added(eva.personId)], due)).toEqual([])
})

test('an owner hears that the action was deleted, and that it is back', () => {
  const deleted: Event = { type: 'action.deleted', actionId }
  expect(heard(eva, [added(eva.personId)], deleted)).toEqual([{ what: 'actionDeleted', title }])
  expect(heard(dana, [added(eva.personId)], deleted)).toEqual([])
  expect(heard(eva, [added(eva.personId), deleted], { type: 'action.restored', actionId })).toEqual([
    { what: 'actionYours', title },
  ])
})
