// Templates kept in the browser: by name, newest first, and a browser that keeps nothing is no error.
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { dropTemplate, keepTemplate, keptTemplates } from '#client/board/exchange/own-templates.ts'
import { BoardFile } from '#shared/board/board-file.ts'

const template = (title: string, maps: string[] = ['Karte']) =>
  BoardFile.parse({
    format: 'runde-template',
    version: 1,
    title,
    maps: maps.map((name) => ({ title: name, stages: [], lanes: [], cards: [] })),
  })
beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()))
afterEach(() => vi.unstubAllGlobals())

test('what is kept comes back, the newest first', async () => {
  expect(await keepTemplate(template('Eins'), 1)).toBe('new')
  expect(await keepTemplate(template('Zwei'), 2)).toBe('new')
  expect(await keptTemplates()).toEqual([template('Zwei'), template('Eins')])
})

test('a name is there once: the later one replaces it, and says so', async () => {
  await keepTemplate(template('Eins'), 1)
  expect(await keepTemplate(template('Eins', ['Andere']), 2)).toBe('replaced')
  expect(await keptTemplates()).toEqual([template('Eins', ['Andere'])])
})

test('what is deleted is gone, and the others stay', async () => {
  await keepTemplate(template('Eins'), 1)
  await keepTemplate(template('Zwei'), 2)
  await dropTemplate('Zwei')
  await dropTemplate('Drei')
  expect(await keptTemplates()).toEqual([template('Eins')])
})

test('what a newer version has kept is left alone and left out', async () => {
  await keepTemplate(template('Eins'), 1)
  await keepTemplate(Object.assign(template('Neuer'), { version: 9 }), 2)
  expect(await keptTemplates()).toEqual([template('Eins')])
})

test('a browser that refuses its database keeps nothing and loses nothing', async () => {
  vi.stubGlobal('indexedDB', {
    open() {
      throw new DOMException('not here', 'SecurityError')
    },
  })
  expect(await keepTemplate(template('Eins'), 1)).toBe('not-kept')
  expect(await keptTemplates()).toEqual([])
  await dropTemplate('Eins')
})
