// The commands on a map: what each does to cards, stages, lanes, personas and clusters, and what none of them may break.
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import type { MapEdit } from '#shared/board/map-edit.ts'
import { checkRecord } from '#shared/board/schema.ts'
import type { OwnShape } from '#shared/board/shapes.ts'
import { EditedBoard, pageId } from './edited-board.ts'

let on: EditedBoard
beforeEach(() => {
  on = new EditedBoard()
})
const edit = <Answer>(act: (edit: MapEdit) => Answer): Answer => on.edit(act)
const board = () => on.model
const map = () => board().maps[0] ?? expect.fail('there is no map')
const titles = (parts: readonly { title: string }[]) => parts.map(({ title }) => title)

function smallMap() {
  const mapId = edit((to) => to.addMap('Reise', { x: 100, y: 50 }))
  const [first, second] = edit((to) => [to.addStage(mapId, 'Eins'), to.addStage(mapId, 'Zwei')] as const)
  const [touchpoints, pains] = edit(
    (to) =>
      [
        to.addLane(mapId, { title: 'Touchpoints', kind: 'touchpoints' }),
        to.addLane(mapId, { title: 'Schmerz', kind: 'pain-points' }),
      ] as const,
  )
  const cell = { stageId: first, laneId: touchpoints }
  const card = edit((to) => to.addTouchpoint(mapId, cell, { title: 'Anruf' }))
  const note = edit((to) => to.addNote({ mapId, cell: { stageId: first, laneId: pains } }, { text: 'Lange' }))
  return { mapId, first, second, touchpoints, pains, cell, card, note }
}

test('what is added lies in its cell, laid out', () => {
  const { first, touchpoints, card } = smallMap()
  expect(titles(map().stages)).toEqual(['Eins', 'Zwei'])
  expect(map().touchpoints[0]).toMatchObject({ title: 'Anruf', stageId: first, laneId: touchpoints })
  expect(on.shapes.get(card)).toMatchObject({ x: 88, y: 68 })
})

test('a card goes before another one, and pushes it down', () => {
  const { mapId, cell, card } = smallMap()
  const early = edit((to) => to.addTouchpoint(mapId, cell, { title: 'Vorher' }, card))
  expect(titles(map().touchpoints)).toEqual(['Vorher', 'Anruf'])
  edit((to) => to.moveCard(early, mapId, cell))
  expect(titles(map().touchpoints)).toEqual(['Anruf', 'Vorher'])
})

test('as many cards as one likes go before another one, in their order', () => {
  const { mapId, cell, card } = smallMap()
  const cards = edit((to) =>
    Array.from({ length: 200 }, (_, at) => to.addTouchpoint(mapId, cell, { title: `${at}` })),
  )
  edit((to) => {
    for (const id of cards) to.moveCard(id, mapId, cell, card)
  })
  expect(map().touchpoints.map(({ id }) => id)).toEqual([...cards, card])
})

test('a stage moves with its cards, and a wider one moves the stages after it', () => {
  const { first, second, card } = smallMap()
  edit((to) => to.movePart(first, null))
  expect(titles(map().stages)).toEqual(['Zwei', 'Eins'])
  expect(on.shapes.get(card)).toMatchObject({ x: 270 })
  edit((to) => to.setProps(second, 'stage', { width: 300 }))
  expect(on.shapes.get(card)).toMatchObject({ x: 398 })
})

describe('a stage that goes', () => {
  test('leaves its cards to another one', () => {
    const { first, second, card, note } = smallMap()
    edit((to) => to.removeStage(first, { moveTo: second }))
    expect(titles(map().stages)).toEqual(['Zwei'])
    expect([...map().touchpoints, ...map().notes].map(({ id, stageId }) => [id, stageId])).toEqual([
      [card, second],
      [note, second],
    ])
  })
  test('takes its cards with it when asked to', () => {
    const { first, mapId, second, touchpoints } = smallMap()
    edit((to) => to.addTouchpoint(mapId, { stageId: second, laneId: touchpoints }, { title: 'Bleibt' }))
    edit((to) => to.removeStage(first, 'remove'))
    expect(titles(map().touchpoints)).toEqual(['Bleibt'])
    expect(map().notes).toEqual([])
  })
})

test('a note takes the kind of a lane that says what lies in it', () => {
  const { mapId, first, note } = smallMap()
  const chances = edit((to) => to.addLane(mapId, { title: 'Chancen', kind: 'opportunities' }))
  edit((to) => to.moveCard(note, mapId, { stageId: first, laneId: chances }))
  expect(on.shapes.get(note)).toMatchObject({ props: { kind: 'opportunities' } })
})

test('the first persona takes over the curve, and the last one leaves it', () => {
  const { mapId, first } = smallMap()
  edit((to) => to.setEmotion(first, null, 1.5))
  const persona = edit((to) => to.addPersona(mapId, { name: 'Henrik' }))
  const other = edit((to) => to.addPersona(mapId, { name: 'Mara' }))
  edit((to) => to.setEmotion(first, other, -2))
  expect(map().stages[0]).toMatchObject({ emotion: 1.5, emotions: { [persona]: 1.5, [other]: -2 } })
  edit((to) => to.removePersona(persona))
  expect(map().stages[0]).toMatchObject({ emotion: -2, emotions: { [other]: -2 } })
  edit((to) => to.removePersona(other))
  expect(map().stages[0]).toMatchObject({ emotion: -2, emotions: {} })
})

test('personas stand above the stages', () => {
  const { mapId, first } = smallMap()
  const persona = edit((to) => to.addPersona(mapId, { name: 'Henrik', goal: 'Ein heiles Sofa' }))
  expect(on.shapes.get(persona)).toMatchObject({ x: 88, y: 0 })
  expect(on.shapes.get(first)?.y).toBeGreaterThan(80)
})

describe('a cluster', () => {
  test('takes the place of its first note and keeps their order', () => {
    const { mapId, first, pains, note } = smallMap()
    const cell = { stageId: first, laneId: pains }
    const [second, third] = edit(
      (to) =>
        [to.addNote({ mapId, cell }, { text: 'B' }), to.addNote({ mapId, cell }, { text: 'C' })] as const,
    )
    const cluster = edit((to) => to.addCluster([note, third], 'Warten')) ?? expect.fail('no cluster')
    expect(map().clusters).toMatchObject([{ id: cluster, title: 'Warten', stageId: first, laneId: pains }])
    expect(
      map()
        .notes.filter(({ clusterId }) => clusterId === cluster)
        .map(({ id }) => id),
    ).toEqual([note, third])
    edit((to) => to.moveIntoCluster(second, cluster))
    expect(map().notes.map(({ id, clusterId }) => [id, clusterId])).toEqual([
      [note, cluster],
      [third, cluster],
      [second, cluster],
    ])
    edit((to) => to.dissolveCluster(cluster))
    expect(map().notes.map(({ id, clusterId, laneId }) => [id, clusterId, laneId])).toEqual([
      [note, null, pains],
      [third, null, pains],
      [second, null, pains],
    ])
  })
  test('of loose notes lies loose', () => {
    const loose = edit((to) => to.addNote({ at: { x: 900, y: 900 } }, { text: 'Lose' }))
    const cluster = edit((to) => to.addCluster([loose], 'Später'))
    expect(board()).toMatchObject({
      looseClusters: [{ id: cluster }],
      loose: [{ id: loose, clusterId: cluster }],
    })
    expect(on.shapes.get(cluster ?? '')).toMatchObject({ x: 900, y: 900 })
  })
})

test('what somebody else has removed meanwhile is no error', () => {
  const { mapId, first, cell } = smallMap()
  edit((to) => {
    to.removeStage('shape:gone', { moveTo: first })
    to.removePersona('shape:gone')
    to.moveCard('shape:gone', mapId, cell)
    to.setEmotion('shape:gone', null, 1)
    to.addCluster(['shape:gone'], 'Nichts')
    to.remove('shape:gone')
    expect(to.changes()).toEqual({ put: [], removed: [] })
  })
})

test('whatever is done, every record passes the schema, has its parent, and no card is lost that nobody removed', () => {
  const command = fc.record({
    what: fc.constantFrom(
      'stage',
      'lane',
      'persona',
      'touchpoint',
      'note',
      'loose',
      'move',
      'out',
      'cluster',
      'into',
      'dissolve',
      'part',
      'width',
      'remove-stage',
      'remove-lane',
      'remove-persona',
    ),
    one: fc.nat(),
    two: fc.nat(),
    three: fc.nat(),
  })
  fc.assert(
    fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
      on = new EditedBoard()
      const { mapId } = smallMap()
      const cards = new Set(idsOf('touchpoint', 'sticky-note'))
      for (const { what, one, two, three } of commands) {
        edit((to) => {
          const cell = { stageId: pick(one, 'stage'), laneId: pick(two, 'lane') }
          const title = `${what} ${one}`
          if (what === 'stage') to.addStage(mapId, title, pick(two, 'stage'))
          if (what === 'lane') to.addLane(mapId, { title, kind: 'free' }, pick(two, 'lane'))
          if (what === 'persona') to.addPersona(mapId, { name: title })
          if (what === 'touchpoint')
            cards.add(to.addTouchpoint(mapId, cell, { title }, pick(three, 'touchpoint')))
          if (what === 'note') cards.add(to.addNote({ mapId, cell }, { text: title }))
          if (what === 'loose') cards.add(to.addNote({ at: { x: one % 500, y: two % 500 } }, { text: title }))
          if (what === 'move') to.moveCard(pick(three, 'sticky-note', 'touchpoint', 'cluster'), mapId, cell)
          if (what === 'out')
            to.moveOut(pick(three, 'sticky-note', 'cluster'), { x: one % 500, y: two % 500 })
          if (what === 'cluster') to.addCluster([pick(one, 'sticky-note'), pick(two, 'sticky-note')], title)
          if (what === 'into') to.moveIntoCluster(pick(one, 'sticky-note'), pick(two, 'cluster'))
          if (what === 'dissolve') to.dissolveCluster(pick(one, 'cluster'))
          if (what === 'part') to.movePart(pick(one, 'stage', 'lane', 'persona'), pick(two, 'stage', 'lane'))
          if (what === 'width') to.setProps(pick(one, 'stage'), 'stage', { width: 132 + (two % 300) })
          if (what === 'remove-stage') to.removeStage(pick(one, 'stage'), { moveTo: pick(two, 'stage') })
          if (what === 'remove-lane') to.removeLane(pick(one, 'lane'), { moveTo: pick(two, 'lane') })
          if (what === 'remove-persona') to.removePersona(pick(one, 'persona'))
        })
        for (const shape of on.shapes.values()) {
          expect(checkRecord({ ...shape })).toMatchObject({ ok: true })
          expect(shape.parentId === pageId || on.shapes.has(shape.parentId)).toBe(true)
        }
      }
      expect(new Set(idsOf('touchpoint', 'sticky-note'))).toEqual(cards)
      const { maps, loose } = board()
      expect(maps.flatMap(({ touchpoints, notes }) => [...touchpoints, ...notes]).length + loose.length).toBe(
        cards.size,
      )
    }),
    { numRuns: 60 },
  )
})

const idsOf = (...types: OwnShape['type'][]): string[] =>
  [...on.shapes.values()].filter(({ type }) => types.includes(type)).map(({ id }) => id)
const pick = (number: number, ...types: OwnShape['type'][]): string => {
  const all = idsOf(...types)
  return all[number % Math.max(1, all.length)] ?? 'shape:none'
}

test('2,000 cards are added in one go without minutes going by', () => {
  const { mapId, cell } = smallMap()
  edit((to) => {
    for (let at = 0; at < 2000; at++) to.addTouchpoint(mapId, cell, { title: `Karte ${at}` })
  })
  expect(
    map()
      .touchpoints.slice(1)
      .map(({ title }) => title),
  ).toEqual(Array.from({ length: 2000 }, (_, at) => `Karte ${at}`))
})
