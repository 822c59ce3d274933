// "Saved" is said only of what the server has acknowledged.
import { expect, test } from 'vitest'
import { SavedCount } from '#client/board/saved-count.ts'

const connected = (): SavedCount => {
  const count = new SavedCount()
  count.connect()
  count.frame('sync')
  count.acknowledge(1)
  return count
}

test('a change waits until its own frame is acknowledged', () => {
  const count = connected()
  for (let change = 0; change < 3; change++) {
    count.change()
    count.frame('update')
  }
  expect(count.waiting).toBe(3)
  count.acknowledge(2)
  expect(count.waiting).toBe(2)
  count.acknowledge(4)
  expect(count.waiting).toBe(0)
})

test("what was sent on a connection that broke waits for the next one's sync answer", () => {
  const count = connected()
  count.change()
  count.frame('update')
  count.connect()
  count.change()
  expect(count.mayUpdate).toBe(false)
  count.frame('sync')
  expect(count.mayUpdate).toBe(true)
  count.change()
  count.frame('update')
  expect(count.waiting).toBe(3)
  count.acknowledge(1)
  expect(count.waiting).toBe(1)
  count.acknowledge(2)
  expect(count.waiting).toBe(0)
})

test('before its first acknowledgement a connection is not settled', () => {
  const count = new SavedCount()
  count.connect()
  count.frame('sync')
  expect(count.isSettled).toBe(false)
  count.acknowledge(1)
  expect(count.isSettled).toBe(true)
})

test('an acknowledgement that comes again, or of more than was sent, saves nothing else', () => {
  const count = connected()
  count.acknowledge(7)
  count.change()
  count.frame('update')
  count.acknowledge(7)
  expect(count.waiting).toBe(1)
})
