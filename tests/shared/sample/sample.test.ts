// The sample workshop's data is what the program takes it for, and makes a board that a server accepts.
import { expect, test } from 'vitest'
import { CreateWorkshop } from '#shared/access/create-workshop.ts'
import { Sample, sample, sampleTemplateId } from '#shared/sample/sample.ts'
import { isWrittenLater, sampleBoard } from '#shared/sample/sample-board.ts'
import { findTemplate } from '#shared/templates/library.ts'

test('the sample is well formed and its agenda is one of ours', () => {
  expect(() => Sample.parse(sample)).not.toThrow()
  expect(findTemplate(sampleTemplateId)?.agendaId).toBe('agenda-60')
})

test.each(['de', 'en'] as const)('the sample board founds a workshop: %s', (language) => {
  const board = sampleBoard(language)
  const wish = { title: sample.title[language], language, template: sampleTemplateId, board }
  expect(CreateWorkshop.parse(wish).board).toEqual(board)
  const [map] = board.maps
  expect(map?.stages).toHaveLength(6)
  expect(map?.cards.filter(({ type }) => type === 'touchpoint')).toHaveLength(22)
  expect(map?.stages.map(({ emotions }) => emotions.persona)).toEqual([1, -1, 0, -2, 0, -2])
})

test('some notes are left for people to write', () => {
  const later = sample.map.notes.filter(isWrittenLater)
  expect(later.length).toBeGreaterThan(5)
  for (const { authorId } of later) expect(sample.people.some(({ id }) => id === authorId)).toBe(true)
})
