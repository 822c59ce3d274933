// What may stand behind `npm run runde --`.
import { expect, test } from 'vitest'
import { readOrder } from '#server/cli/arguments.ts'

const id = 'abcdefgh1234'
const person = 'p000000000000001'
test.each([
  [[], { kind: 'help' }],
  [['--help'], { kind: 'help' }],
  [['list'], { kind: 'list' }],
  [['list', id], { kind: 'people', workshopId: id }],
  [['seat', id, person], { kind: 'seat', workshopId: id, personId: person }],
  [['erase', id, person, '--yes'], { kind: 'erase', workshopId: id, personId: person }],
  [['export', id], { kind: 'export', workshopId: id, file: null, force: false }],
  [['export', id, 'a.json', '--force'], { kind: 'export', workshopId: id, file: 'a.json', force: true }],
  [['import', 'a.json'], { kind: 'import', file: 'a.json' }],
  [['delete', id, '--yes'], { kind: 'delete', workshopId: id }],
  [['backup', 'copies'], { kind: 'backup', folder: 'copies', force: false }],
  [['restore', 'copies', '--force'], { kind: 'restore', folder: 'copies', force: true }],
])('%j is understood', (args, order) => {
  expect(readOrder(args)).toEqual({ ok: true, order })
})

test.each([
  [['explode'], 'There is no "explode".'],
  [['list', 'all'], 'list takes the id of a workshop'],
  [['list', id, 'b'], 'list takes no "b".'],
  [['erase', id], 'erase takes the id of a person after it'],
  [['erase', 'KRN-482', person], 'erase takes the id of a workshop'],
  [['erase', id, 'Ana', '--yes'], `as list ${id} shows it`],
  [['erase', id, person], 'cannot be undone; add --yes'],
  [['seat', id, person, 'b'], 'seat takes no "b".'],
  [['export'], 'export takes the id of a workshop'],
  [['export', 'KRN-482'], 'export takes the id of a workshop'],
  [['export', id, 'a', 'b'], 'export takes no "b".'],
  [['delete', id], 'cannot be undone; add --yes'],
  [['import'], 'import takes one file.'],
  [['backup'], 'backup takes one folder.'],
  [['list', '--loud'], '--loud'],
])('%j gets a sentence, and what there is', (args, words) => {
  const answer = readOrder(args)
  if (answer.ok) expect.fail('it was taken')
  expect(answer.problem).toContain(words)
  expect(answer.problem).toContain('restore <folder>')
})
