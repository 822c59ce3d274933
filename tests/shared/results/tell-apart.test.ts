// What is called the same is told apart wherever a report names it, and keeps its name wherever that is enough.
import { describe, expect, test } from 'vitest'
import { DepartmentId, ShapeId } from '#shared/ids.ts'
import type { MapResult, TouchpointResult } from '#shared/results/map-results.ts'
import type { Results } from '#shared/results/results.ts'
import { toldApart } from '#shared/results/tell-apart.ts'
import { reportOf, tableIn } from '#tests/support/report.ts'
import { sampleResults } from '#tests/support/sample-results.ts'

const service = { departmentId: DepartmentId.parse('service'), title: 'Service' }
const touchpoint = (id: string, title: string, change: Partial<TouchpointResult> = {}): TouchpointResult => ({
  id,
  title,
  stage: 'Warten',
  channel: 'phone',
  department: null,
  actual: null,
  target: null,
  gap: null,
  momentOfTruth: false,
  notes: '',
  ...change,
})
const map = (id: string, title: string, touchpoints: TouchpointResult[] = []): MapResult => ({
  id,
  title,
  stages: [{ id: `${id}-stage`, title: 'Warten', emotion: null }],
  lanes: [],
  touchpoints,
  notes: [],
})
const withMaps = (...maps: MapResult[]): Results => ({ ...sampleResults(), maps })
const titlesOf = (results: Results) => results.maps.map(({ title }) => title)
const touchpointsOf = (results: Results) =>
  results.maps.map(({ touchpoints }) => touchpoints.map(({ title }) => title))

describe('touchpoints of one map', () => {
  const named = (...touchpoints: TouchpointResult[]) =>
    touchpointsOf(toldApart(withMaps(map('a', 'A', touchpoints)), 'de'))[0]

  test('keep their names where no other has it', () => {
    expect(named(touchpoint('1', 'Anruf'), touchpoint('2', 'Brief'))).toEqual(['Anruf', 'Brief'])
  })
  test('say their stage', () => {
    expect(named(touchpoint('1', 'Anruf'), touchpoint('2', 'Anruf ', { stage: 'Kauf' }))).toEqual([
      'Anruf (Warten)',
      'Anruf (Kauf)',
    ])
  })
  test('say no more than it takes: not the stage that both have, and no department after the channel', () => {
    const [one, other] = [
      touchpoint('1', 'Anruf', { department: service }),
      touchpoint('2', 'Anruf', { channel: 'e-mail' }),
    ]
    expect(named(one, other)).toEqual(['Anruf (Telefon)', 'Anruf (E-Mail)'])
    expect(named(touchpoint('1', 'Anruf', { department: service }), touchpoint('2', 'Anruf'))).toEqual([
      'Anruf (Service)',
      'Anruf',
    ])
  })
  test('are numbered where nothing differs, in an order that scores do not change', () => {
    const [one, other] = [touchpoint('1', 'Anruf'), touchpoint('2', 'Anruf')]
    expect(named(one, other)).toEqual(['Anruf (1)', 'Anruf (2)'])
    expect(named(other, one)).toEqual(['Anruf (2)', 'Anruf (1)'])
    const third = touchpoint('3', 'Anruf', { stage: 'Kauf' })
    expect(named(one, other, third)).toEqual(['Anruf (Warten, 1)', 'Anruf (Warten, 2)', 'Anruf (Kauf)'])
  })
  test('never get a name that another one has', () => {
    const real = touchpoint('3', 'Anruf (1)')
    const names = named(touchpoint('1', 'Anruf'), touchpoint('2', 'Anruf'), real)
    expect(names?.at(-1)).toBe('Anruf (1)')
    expect(new Set(names).size).toBe(3)
  })
  test('that have no name stay without', () => {
    expect(named(touchpoint('1', ''), touchpoint('2', ''))).toEqual(['', ''])
  })
})

describe('several maps', () => {
  test('of one title are numbered, and of no title too', () => {
    expect(
      titlesOf(toldApart(withMaps(map('a', 'Reise'), map('b', 'Reise'), map('c', 'Neu')), 'de')),
    ).toEqual(['Reise (1)', 'Reise (2)', 'Neu'])
    const nameless = withMaps(map('a', ''), map('b', ''), map('c', 'Map (1)'))
    expect(titlesOf(toldApart(nameless, 'en'))).toEqual(['Map (2)', 'Map (3)', 'Map (1)'])
    expect(titlesOf(toldApart(withMaps(map('a', ''), map('b', 'Reise')), 'de'))).toEqual(['', 'Reise'])
  })
  test('with one touchpoint each keep its name beside the map, and say the map where it stands alone', () => {
    const order = (id: string, actual: number) =>
      touchpoint(id, 'Auftrag', { actual, target: 8, gap: 8 - actual })
    const results = withMaps(
      map('a', 'Heute', [order('shape:1', 2)]),
      map('b', 'Morgen', [order('shape:2', 7)]),
    )
    const report = reportOf(results)
    expect(tableIn(report, 'touchpoints').rows.map(([, title]) => title)).toEqual(['Auftrag', 'Auftrag'])
    const chart = report.sections.flatMap(({ blocks }) => blocks).find((block) => block.kind === 'chart')
    expect(chart).toMatchObject({ id: 'scores-chart', categories: ['Auftrag (Heute)', 'Auftrag (Morgen)'] })
  })
})

test('actions and trends call a touchpoint what the map calls it', () => {
  const [one, other] = [touchpoint('shape:1', 'Anruf'), touchpoint('shape:2', 'Anruf', { stage: 'Kauf' })]
  const results = withMaps(map('a', 'A', [one, other]))
  const [action] = results.actions
  if (!action) throw new Error('The sample has no action.')
  const { actions, trends } = toldApart(
    {
      ...results,
      actions: [
        {
          ...action,
          shapeId: ShapeId.parse('shape:2'),
          card: { title: 'Anruf', actual: null, target: null },
          touchpoints: [{ id: 'shape:2', title: 'Anruf' }],
        },
      ],
      trends: {
        ...results.trends,
        scores: [{ touchpointId: 'shape:1', title: 'Anruf', target: null, actual: [1, 2, 3] }],
      },
    },
    'de',
  )
  expect(actions[0]?.card?.title).toBe('Anruf (Kauf)')
  expect(actions[0]?.touchpoints.map(({ title }) => title)).toEqual(['Anruf (Kauf)'])
  expect(trends.scores.map(({ title }) => title)).toEqual(['Anruf (Warten)'])
})

test('told apart once, they are told apart', () => {
  const twice = withMaps(
    map('a', 'Reise', [touchpoint('1', 'Anruf'), touchpoint('2', 'Anruf')]),
    map('b', 'Reise', [touchpoint('3', 'Anruf', { stage: 'Kauf' }), touchpoint('4', 'Anruf')]),
  )
  const once = toldApart(twice, 'de')
  expect(toldApart(once, 'de')).toEqual(once)
})
