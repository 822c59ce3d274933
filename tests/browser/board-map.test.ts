// A map worked on by two people on the canvas: stages, lanes, personas, curves, several maps, with mouse and with keys.
import { beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { BoardMap } from '#shared/board/model.ts'
import { dragBetween, handleOf, middle } from '#tests/support/board-hands.ts'
import { drag, isOurs, middleOf, shape, tool } from '#tests/support/board-people.ts'
import { askBoard } from '#tests/support/board-wire.ts'
import { boardWorkshop } from '#tests/support/board-workshop.ts'
import type { Person } from '#tests/support/browser.ts'
import { editBoard } from '#tests/support/edit-board.ts'

const patience = { timeout: 20_000, interval: 100 }

const room = boardWorkshop('board-map', { template: 'complaint', language: 'de' })
const { board, map } = room
/** In German and light. */
let ana: Person
/** In English and dark. */
let bo: Person

beforeAll(async () => {
  const large = { viewport: { width: 1600, height: 1700 } }
  ana = await room.enter('participant', { name: 'Ana', department: 'Abrechnung' }, large)
  const abroad = { ...large, locale: 'en-GB', colorScheme: 'dark' } as const
  bo = await room.enter('participant', { name: 'Bo', department: 'Vertrieb' }, abroad)
})

const titles = async () => (await map()).stages.map(({ title }) => title)
const stageNamed = async (title: string) => {
  const found = (await map()).stages.find((stage) => stage.title === title)
  if (!found) throw new Error(`there is no stage ${title}`)
  return found.id
}

async function choose({ page }: Person, id: string) {
  await page.keyboard.press('Escape')
  const { x, y } = await handleOf(page, id)
  await page.mouse.click(x, y)
  return page.locator('#board-inspector')
}
const focusBoard = ({ page }: Person) => page.locator('.tl-container').focus()

describe('stages and lanes', () => {
  test('a stage that one person drags by its title stands in its new place for both, with its cards', async () => {
    const before = await titles()
    const [first = '', second = '', third = ''] = before
    const moved = await stageNamed(first)
    const card = (await map()).touchpoints.find(({ stageId }) => stageId === moved)?.id ?? ''
    const to = await middleOf(ana.page, await stageNamed(second))
    await dragBetween(ana.page, await handleOf(ana.page, moved), { x: to.x + 60, y: to.y })
    await expect.poll(titles, patience).toEqual([second, first, third, ...before.slice(3)])
    for (const { page } of [ana, bo]) {
      const isUnderIt = async () => {
        const [column, own] = [await shape(page, moved).boundingBox(), await shape(page, card).boundingBox()]
        const other = await shape(page, await stageNamed(second)).boundingBox()
        return !!column && !!own && !!other && column.x > other.x && Math.abs(column.x - own.x) < 4
      }
      await expect.poll(isUnderIt, patience).toBe(true)
    }
    await ana.page.keyboard.press('Control+z')
    await expect.poll(titles, patience).toEqual(before)
    // The next test begins from where its stages lie for both.
    for (const { page } of [ana, bo]) {
      const places = async () => {
        const [one, other] = [shape(page, moved), shape(page, await stageNamed(second))]
        return ((await other.boundingBox())?.x ?? 0) - ((await one.boundingBox())?.x ?? 0)
      }
      await expect.poll(places, patience).toBeGreaterThan(0)
    }
  })

  test('a stage made wider by its edge makes its cards wider and moves the stages after it, for both', async () => {
    const [first = '', second = ''] = await titles()
    const [id, next] = [await stageNamed(first), await stageNamed(second)]
    const edgeBefore = (await shape(bo.page, next).boundingBox())?.x ?? 0
    const edge = await middle(ana.page.locator('[data-side="right"]').first())
    await dragBetween(ana.page, { x: edge.x, y: edge.y }, { x: edge.x + 80, y: edge.y })
    const isMoved = async () => ((await shape(bo.page, next).boundingBox())?.x ?? 0) - edgeBefore
    await expect.poll(isMoved, patience).toBeGreaterThan(70)
    const card = (await map()).touchpoints.find(({ stageId }) => stageId === id)?.id ?? ''
    const widths = async () => {
      const [column, own] = [await shape(bo.page, id).boundingBox(), await shape(bo.page, card).boundingBox()]
      return Math.round((column?.width ?? 0) - (own?.width ?? 99))
    }
    await expect.poll(widths, patience).toBe(0)
  })

  test('a stage with cards asks about them before it goes, and undo brings all of it back', async () => {
    const before = await map()
    const [going, heir] = before.stages
    if (!going || !heir) throw new Error('the template has stages')
    const count = (state: BoardMap, stageId: string) =>
      [...state.touchpoints, ...state.notes].filter((card) => card.stageId === stageId).length
    const bar = await choose(ana, going.id)
    await ana.page.keyboard.press('Delete')
    await bar.getByText(`liegen ${count(before, going.id)} Elemente`).waitFor()
    await ana.page.keyboard.press('Escape')
    await bar.getByRole('button', { name: 'Umbenennen' }).waitFor()
    expect(await titles()).toContain(going.title)
    await ana.page.keyboard.press('Delete')
    await bar.getByLabel('Verschieben nach').selectOption({ label: heir.title })
    await bar.getByRole('button', { name: 'Verschieben und löschen' }).click()
    await expect.poll(titles, patience).not.toContain(going.title)
    const after = await map()
    expect(count(after, heir.id)).toBe(count(before, going.id) + count(before, heir.id))
    expect(after.touchpoints).toHaveLength(before.touchpoints.length)
    await ana.page.keyboard.press('Control+z')
    await expect.poll(map, patience).toEqual(before)
    await shape(bo.page, going.id).waitFor()
  })

  test('a lane is moved, made another kind and higher from its bar', async () => {
    const before = (await map()).lanes
    const lane = before.at(-1)
    if (!lane) throw new Error('the template has lanes')
    const bar = await choose(bo, lane.id)
    const height = async () => (await bo.page.locator('[data-side="below"]').last().boundingBox())?.y ?? 0
    const heightBefore = await height()
    await bar.getByRole('button', { name: 'Higher' }).click()
    await expect.poll(height, patience).toBeGreaterThan(heightBefore + 20)
    await bar.getByRole('combobox', { name: 'Kind of lane' }).selectOption({ label: 'Evidence' })
    await bar.getByRole('button', { name: 'Move up' }).click()
    const kinds = async () => (await map()).lanes.map(({ id, kind }) => [id, kind])
    await expect
      .poll(kinds, patience)
      .toEqual(
        [...before.slice(0, -2), { ...lane, kind: 'evidence' }, ...before.slice(-2, -1)].map(
          ({ id, kind }) => [id, kind],
        ),
      )
  })
})

describe('cards', () => {
  test('several that are dragged together go where the line was, in their order', async () => {
    const before = await map()
    const [from, to] = [before.stages[1]?.id, before.stages[2]?.id]
    const ofStage = (state: BoardMap, id: string | undefined) =>
      state.touchpoints.filter(({ stageId }) => stageId === id).map((card) => card.id)
    const [one = '', two = ''] = ofStage(before, from)
    const target = ofStage(before, to)
    await ana.page.keyboard.press('Escape')
    const first = await middleOf(ana.page, one)
    await ana.page.mouse.click(first.x, first.y)
    const second = await middleOf(ana.page, two)
    await ana.page.keyboard.down('Shift')
    await ana.page.mouse.click(second.x, second.y)
    await ana.page.keyboard.up('Shift')
    const place = await shape(ana.page, target[1] ?? '').boundingBox()
    if (!place) throw new Error('the target is not to be seen')
    await dragBetween(ana.page, second, { x: place.x + place.width / 2, y: place.y + 4 })
    const now = async () => ofStage(await map(), to)
    await expect.poll(now, patience).toEqual([target[0], one, two, ...target.slice(1)])
    await ana.page.keyboard.press('Control+z')
    await expect.poll(now, patience).toEqual(target)
  })

  test('a note goes into a cluster when it is dropped there, and out of it when it is dropped beside', async () => {
    const doc = await room.document()
    const known = Y.encodeStateVector(doc)
    const [first, second] = (await map()).notes.filter(({ kind }) => kind === 'pain-points')
    if (!first || !second) throw new Error('the template has pain points')
    const cluster = editBoard(doc, (edit) => edit.addCluster([first.id], 'Warten')) ?? ''
    await askBoard(room.origin, room.reader, Y.encodeStateAsUpdate(doc, known))
    await shape(ana.page, cluster).waitFor()
    const isIn = async () =>
      (await map()).notes.filter(({ clusterId }) => clusterId === cluster).map(({ id }) => id)
    await ana.page.keyboard.press('Escape')
    await drag(ana.page, second.id, await middleOf(ana.page, cluster))
    await expect.poll(isIn, patience).toEqual([first.id, second.id])
    const lane = await shape(ana.page, second.laneId ?? '').boundingBox()
    const column = await shape(ana.page, second.stageId ?? '').boundingBox()
    if (!lane || !column) throw new Error('the cell is not to be seen')
    await drag(ana.page, second.id, { x: column.x + 60, y: lane.y + 40 })
    await expect.poll(isIn, patience).toEqual([first.id])
    await expect
      .poll(async () => (await map()).notes.find(({ id }) => id === second.id), patience)
      .toMatchObject({ stageId: second.stageId, laneId: second.laneId })
  })
})

describe('personas and their curves', () => {
  test('a second persona has a curve of its own, which two people draw beside the first at once', async () => {
    const [henrik] = (await map()).personas
    if (!henrik) throw new Error('the template has a persona')
    await ana.page.keyboard.press('Escape')
    await ana.page.getByRole('button', { name: /Karte „.*“: ziehen/ }).click()
    await ana.page.getByRole('button', { name: 'Persona anlegen' }).click()
    await ana.page.getByRole('textbox', { name: 'Persona' }).waitFor()
    await ana.page.keyboard.type('Mara')
    await ana.page.keyboard.press('Enter')
    const panel = ana.page.getByRole('region', { name: 'Persona „Mara“' })
    await panel.getByLabel('Ziel').fill('Schnell Bescheid wissen')
    await panel.getByLabel('Zitat').fill('Sagt es mir einfach.')
    await expect
      .poll(async () => (await map()).personas[1], patience)
      .toMatchObject({ name: 'Mara', goal: 'Schnell Bescheid wissen', quote: 'Sagt es mir einfach.' })
    const mara = (await map()).personas[1]?.id ?? ''
    await shape(bo.page, mara).waitFor()
    await ana.page.keyboard.press('Escape')

    const stage = (await map()).stages[0]
    if (!stage) throw new Error('the template has stages')
    const plus = await middle(ana.page.locator(`[data-empty][title*="${stage.title}"]`))
    const point = await middle(bo.page.getByTitle(/^Drag to change the value/).first())
    await Promise.all([
      dragBetween(ana.page, plus, { x: plus.x, y: plus.y - 300 }),
      dragBetween(bo.page, point, { x: point.x, y: point.y + 300 }),
    ])
    await expect
      .poll(async () => (await map()).stages[0]?.emotions, patience)
      .toEqual({ [henrik.id]: -2, [mara]: 2 })
  })

  test('personas change places by dragging, and the curve of one that is deleted goes and comes back', async () => {
    const names = async () => (await map()).personas.map(({ name }) => name)
    const [one = '', two = ''] = (await map()).personas.map(({ id }) => id)
    const before = await names()
    const left = await shape(bo.page, one).boundingBox()
    if (!left) throw new Error('the persona is not to be seen')
    await bo.page.keyboard.press('Escape')
    await dragBetween(bo.page, await handleOf(bo.page, two), { x: left.x + 20, y: left.y + 30 })
    await expect.poll(names, patience).toEqual(before.toReversed())
    const bar = await choose(bo, two)
    await bar.getByRole('button', { name: 'Delete the persona' }).click()
    await expect.poll(names, patience).toEqual(before.slice(0, 1))
    expect((await map()).stages[0]?.emotions).toEqual({ [one]: -2 })
    await bo.page.keyboard.press('Control+z')
    await expect
      .poll(async () => (await map()).stages[0]?.emotions, patience)
      .toEqual({ [one]: -2, [two]: 2 })
  })
})

describe('by keyboard alone', () => {
  test('a touchpoint is made, brought to another stage and lane, and scored', async () => {
    const { page } = ana
    await page.keyboard.press('Escape')
    await tool(ana, 'Touchpoint').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: 'Titel' }).waitFor()
    await page.keyboard.type('Rückruf')
    await page.keyboard.press('Enter')
    const own = async () => (await map()).touchpoints.find(({ title }) => title === 'Rückruf')
    await expect.poll(own, patience).toMatchObject({ title: 'Rückruf' })
    const { stages, lanes } = await map()
    const stageAt = async () => stages.findIndex(({ id }) => id === made?.stageId)
    const made = await own()
    const start = await stageAt()
    await page.keyboard.press('ArrowRight')
    await expect.poll(async () => (await own())?.stageId, patience).toBe(stages[start + 1]?.id)
    await page.getByText(`${stages[start + 1]?.title}, Touchpoints, Platz`).waitFor({ state: 'attached' })
    for (let step = 0; step < 12 && (await own())?.laneId === made?.laneId; step++) {
      const before = JSON.stringify((await map()).touchpoints.map(({ id, laneId }) => [id, laneId]))
      await page.keyboard.press('ArrowDown')
      await expect
        .poll(
          async () => JSON.stringify((await map()).touchpoints.map(({ id, laneId }) => [id, laneId])),
          patience,
        )
        .not.toBe(before)
    }
    const below = lanes.slice(lanes.findIndex(({ id }) => id === made?.laneId) + 1)
    expect((await own())?.laneId).toBe(below.find(({ kind }) => kind !== 'emotion')?.id)
    const inspector = page.locator('#board-inspector')
    await inspector.waitFor()
    await page.keyboard.press('i')
    for (let fields = 0; fields < 12; fields++) {
      if (await inspector.getByLabel('Ist').evaluate((field) => field === document.activeElement)) break
      await page.keyboard.press('Tab')
    }
    await page.keyboard.type('4,5')
    await expect.poll(async () => (await own())?.actual, patience).toBe(4.5)
    await page.keyboard.press('Escape')
  })

  test('a stage goes past its neighbour, gets its point of the curve and is deleted', async () => {
    const { page } = bo
    const before = await titles()
    const [stage] = (await map()).stages
    if (!stage) throw new Error('the template has stages')
    const bar = await choose(bo, stage.id)
    await focusBoard(bo)
    await page.keyboard.press('ArrowRight')
    await expect.poll(titles, patience).toEqual([before[1], before[0], ...before.slice(2)])
    const slider = bar.getByRole('slider')
    await slider.waitFor()
    await page.keyboard.press('i')
    const value = Number(await slider.inputValue())
    const key = value > 0 ? 'ArrowLeft' : 'ArrowRight'
    for (let tabs = 0; tabs < 12; tabs++) {
      if (await slider.evaluate((thumb) => thumb === document.activeElement)) break
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press(key)
    const points = async () =>
      Object.values((await map()).stages.find(({ id }) => id === stage.id)?.emotions ?? {})
    await expect.poll(points, patience).toContain(value + (value > 0 ? -0.25 : 0.25))
    await page.keyboard.press('Escape')
    await page.keyboard.press('Delete')
    await bar.getByRole('button', { name: 'Move and delete' }).press('Enter')
    await expect.poll(titles, patience).not.toContain(stage.title)
    await page.keyboard.press('Control+z')
    await expect.poll(titles, patience).toContain(stage.title)
  })
})

describe('several maps', () => {
  test('another one lies below, is named, moved by its title, copied with its cards and deleted again', async () => {
    const { page } = ana
    const [first] = (await board()).maps
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Weitere Karte anlegen' }).press('Enter')
    await page.getByRole('textbox', { name: 'Titel' }).waitFor()
    await page.keyboard.type('Kündigung')
    await page.keyboard.press('Enter')
    const names = async () => (await board()).maps.map(({ title }) => title)
    await expect.poll(names, patience).toEqual([first?.title, 'Kündigung'])
    const second = (await board()).maps[1]
    if (!second) throw new Error('the new map is not there')
    await shape(bo.page, second.id).waitFor({ state: 'attached' })

    const stage = second.stages[0]?.id ?? ''
    const before = await middleOf(page, stage)
    const title = page.getByRole('button', { name: 'Karte „Kündigung“: ziehen verschiebt sie' })
    const from = await middle(title)
    await dragBetween(page, from, { x: from.x + 120, y: from.y + 60 })
    const moved = async () => Math.round((await middleOf(page, stage)).x - before.x)
    await expect.poll(moved, patience).toBeGreaterThan(100)

    const bar = page.locator('#board-inspector')
    await title.click()
    await bar.getByRole('button', { name: 'Karte duplizieren' }).click()
    await expect.poll(names, patience).toEqual([first?.title, 'Kündigung', 'Kündigung'])
    await bar.getByRole('button', { name: 'Karte löschen' }).click()
    await expect.poll(names, patience).toEqual([first?.title, 'Kündigung'])
    await page.keyboard.press('Control+z')
    await expect.poll(names, patience).toEqual([first?.title, 'Kündigung', 'Kündigung'])
  })

  test('a copied map holds copies of the cards, in the same cells of its own', async () => {
    const { page } = bo
    const [first] = (await board()).maps
    if (!first) throw new Error('there is no map')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: new RegExp(`Map “${first.title}”`) }).click()
    await page.keyboard.press('Control+c')
    await page.keyboard.press('Control+d')
    await expect.poll(async () => (await board()).maps.length, patience).toBe(4)
    const copy = (await board()).maps.find(({ id, title }) => title === first.title && id !== first.id)
    const places = (of: BoardMap) =>
      of.touchpoints.map(({ title, stageId, laneId }) => [
        title,
        of.stages.findIndex(({ id }) => id === stageId),
        of.lanes.findIndex(({ id }) => id === laneId),
      ])
    expect(copy && places(copy)).toEqual(places(first))
    expect(copy?.stages.map(({ emotion }) => emotion)).toEqual(first.stages.map(({ emotion }) => emotion))
  })
})

test('the console stays clean', () => {
  expect([ana, bo].flatMap(({ complaints }) => complaints).filter(isOurs)).toEqual([])
})
