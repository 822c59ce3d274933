// Actions in a report: owners by name, dates, and the card they come from as the board says it now.
import { describe, expect, test } from 'vitest'
import type { BoardModel } from '#shared/board/model.ts'
import type { Event } from '#shared/facilitation/events.ts'
import { ActionId } from '#shared/ids.ts'
import { type ActionResult, actionResult } from '#shared/results/action-results.ts'
import { buildResults } from '#shared/results/build-results.ts'
import { cardShape, cem, dana, given, noon, sales, stageShape } from '#tests/shared/facilitation/scene.ts'
import { markdownOf } from '#tests/support/report.ts'
import { input } from './sample-results.ts'

const idOf = (number: number) => ActionId.parse(String(number).padStart(32, '0'))
const added = (number: number, more: object): Event =>
  ({
    type: 'action.added',
    actionId: idOf(number),
    title: 'Fenster von zwei Stunden',
    ownerId: dana.personId,
    departmentId: sales,
    due: '2027-01-15',
    feltFrom: '2027-03-01',
    shapeId: cardShape,
    authorId: cem.personId,
    at: noon,
    ...more,
  }) as Event
const board = {
  maps: [{ touchpoints: [{ id: cardShape, title: 'Techniktermin', actual: 2.6, target: 4.6 }], notes: [] }],
  loose: [],
} as unknown as BoardModel

test('an action has its owner’s name and its card’s words; what is open or gone is null', () => {
  const { workshop } = given(
    added(1, {}),
    added(2, { ownerId: null, departmentId: null, due: null, feltFrom: null, shapeId: stageShape }),
  )
  const departmentOf = (id: string | null) =>
    id === null ? null : { departmentId: sales, title: 'Vertrieb' }
  const [first, second] = workshop.actions.list.map((action) =>
    actionResult(action, {
      names: { [dana.personId]: 'Dana' },
      board,
      departmentOf,
      decidedIn: 1,
      before: null,
      today: '2026-11-23',
    }),
  )
  expect(first).toEqual({
    actionId: idOf(1),
    title: 'Fenster von zwei Stunden',
    owner: { name: 'Dana' },
    department: { departmentId: sales, title: 'Vertrieb' },
    due: '2027-01-15',
    feltFrom: '2027-03-01',
    state: 'open',
    liveSince: null,
    shapeId: cardShape,
    card: { title: 'Techniktermin', actual: 2.6, target: 4.6 },
    touchpoints: [{ id: cardShape, title: 'Techniktermin' }],
    decidedIn: 1,
    effect: { kind: 'too-early', until: '2027-03-01' },
  })
  expect(second).toMatchObject({ owner: null, department: null, due: null, card: null, touchpoints: [] })
})

describe('an action that comes from a note', () => {
  const touchpoint = (id: string, title: string, stageId: string | null) => ({ id, title, stageId })
  const note = (text: string, stageId: string | null) => ({ id: cardShape, text, stageId })
  const originOf = (model: object) => {
    const [action] = given(added(1, {})).workshop.actions.list
    if (!action) throw new Error('It has just been added.')
    const { card, touchpoints } = actionResult(action, {
      names: {},
      board: { maps: [], loose: [], ...model } as unknown as BoardModel,
      departmentOf: () => null,
      decidedIn: 1,
      before: null,
      today: '2026-11-23',
    })
    return { card: card?.title ?? null, touchpoints: touchpoints.map(({ title }) => title) }
  }
  const touchpoints = [
    touchpoint('shape:a', 'Auftrag', 'shape:order'),
    touchpoint('shape:b', 'Techniktermin', 'shape:wait'),
    touchpoint('shape:c', 'Statusbrief', 'shape:wait'),
    touchpoint('shape:d', '', 'shape:wait'),
  ]

  test('is about the touchpoints in its stage that have a name, in reading order', () => {
    const maps = [
      { touchpoints: [touchpoint('shape:z', 'Andere Karte', 'shape:wait')], notes: [] },
      { touchpoints, notes: [note('Niemand ruft zurück', 'shape:wait')] },
    ]
    expect(originOf({ maps })).toEqual({
      card: 'Niemand ruft zurück',
      touchpoints: ['Techniktermin', 'Statusbrief'],
    })
  })
  test('is about none where its stage has none, and where it lies beside every map', () => {
    const alone = { card: 'Niemand ruft zurück', touchpoints: [] }
    const inStage = (stageId: string | null) => [{ touchpoints, notes: [note(alone.card, stageId)] }]
    expect(originOf({ maps: inStage('shape:use') })).toEqual(alone)
    expect(originOf({ maps: inStage(null) })).toEqual(alone)
    expect(originOf({ maps: [{ touchpoints, notes: [] }], loose: [note(alone.card, null)] })).toEqual(alone)
  })
  test('traces back to nothing where it says nothing', () => {
    const maps = [{ touchpoints, notes: [note(' ', 'shape:wait')] }]
    expect(originOf({ maps })).toEqual({ card: null, touchpoints: [] })
  })
})

test('the Markdown file begins with what was decided, hostile words and all', () => {
  const action: ActionResult = {
    actionId: idOf(1),
    title: '# <b>Fenster</b>',
    owner: { name: null },
    department: null,
    due: '2027-01-15',
    feltFrom: null,
    state: 'live',
    liveSince: '2027-03-01',
    shapeId: null,
    card: null,
    touchpoints: [],
    decidedIn: 1,
    effect: { kind: 'none' },
  }
  const text = markdownOf({ ...buildResults(input), actions: [action] })
  expect(text).toContain('## Was beschlossen wurde')
  expect(text.indexOf('## Was beschlossen wurde')).toBeLessThan(text.indexOf('## Die Karte'))
  expect(text).toContain('| Person ohne Namen | 15. Januar 2027 | für Kunden spürbar | 1. März 2027 |')
  expect(text).not.toContain('<b>')
})
