// A new board from each template, read back as the report will read it.
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { readRecords } from '#shared/board/document.ts'
import { cardHeight } from '#shared/board/map-parts.ts'
import { readBoard } from '#shared/board/read-board.ts'
import { checkRecord } from '#shared/board/schema.ts'
import { seedBoard } from '#shared/board/seed.ts'
import type { CardShape } from '#shared/board/shapes.ts'
import { templates } from '#shared/templates/library.ts'

const opened = (update: Uint8Array): Y.Doc => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  return doc
}

describe.each(templates.map((template) => ({ id: template.id, template })))('$id', ({ template }) => {
  test.each(['de', 'en'] as const)('holds everything of its template in %s', (language) => {
    const { maps, loose } = readBoard(opened(seedBoard({ template, language, title: 'Probe' })))
    expect(loose).toEqual([])
    if (template.stages.length === 0) return expect(maps).toEqual([])
    const [map] = maps
    expect(map?.title).toBe(template.title[language])
    expect(map?.stages.map(({ title }) => title)).toEqual(template.stages.map(({ title }) => title[language]))
    expect(map?.lanes.map(({ title, kind }) => ({ title, kind }))).toEqual(
      template.lanes.map(({ title, kind }) => ({ title: title[language], kind })),
    )
    const emotions = Object.fromEntries(
      template.emotionCurve.map(({ stageId, value }) => [`shape:stage-${stageId}`, value]),
    )
    expect(Object.fromEntries(map?.stages.map(({ id, emotion }) => [id, emotion]) ?? [])).toEqual(emotions)
    expect(map?.personas).toMatchObject(
      template.persona
        ? [{ name: template.persona.name[language], goal: template.persona.goal[language] }]
        : [],
    )
    expect(map?.touchpoints.map(({ title }) => title).sort()).toEqual(
      template.touchpoints.map(({ title }) => title[language]).sort(),
    )
    for (const card of template.touchpoints)
      expect(map?.touchpoints.find(({ id }) => id === `shape:touchpoint-${card.id}`)).toMatchObject({
        title: card.title[language],
        channel: card.channel,
        departmentId: card.departmentId,
        target: card.target ?? null,
        momentOfTruth: card.momentOfTruth,
        stageId: `shape:stage-${card.stageId}`,
        laneId: `shape:lane-${card.laneId}`,
      })
    for (const note of template.notes)
      expect(map?.notes.find(({ id }) => id === `shape:note-${note.id}`)).toMatchObject({
        text: note.text[language],
        stageId: `shape:stage-${note.stageId}`,
        kind: template.lanes.find(({ id }) => id === note.laneId)?.kind,
      })
  })

  test('has records that the schema accepts, and cards that do not overlap', () => {
    const records = [...readRecords(opened(seedBoard({ template, language: 'de', title: 'Probe' }))).values()]
    expect(records.filter((record) => !checkRecord(record).ok)).toEqual([])
    const boxes = boxesOf(records)
    for (const [at, one] of boxes.entries())
      for (const other of boxes.slice(at + 1))
        expect(one.x === other.x && one.y < other.y + other.height && other.y < one.y + one.height).toBe(
          false,
        )
  })
})

test('the blank board has a page and nothing on it', () => {
  const doc = opened(seedBoard({ template: null, language: 'de', title: 'Probe' }))
  expect([...readRecords(doc).keys()]).toEqual(['document:document', 'page:page'])
  expect(readBoard(doc)).toEqual({ maps: [], loose: [], looseClusters: [] })
})

function boxesOf(records: unknown[]) {
  const cards = records.filter(isCard)
  return cards.map((card) => ({ x: card.x, y: card.y, height: cardHeight(card) }))
}
function isCard(record: unknown): record is CardShape {
  return (
    typeof record === 'object' &&
    record !== null &&
    'type' in record &&
    (record.type === 'touchpoint' || record.type === 'sticky-note')
  )
}
