// The one word about what is saved never says more than is true of both planes.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { savedState } from '#client/app/room/saved-state.ts'
import type { BoardStatus } from '#client/board/board-status.ts'
import type { ConnectionStatus } from '#client/facilitation/room-store.ts'

const online = { connection: 'online', pending: 0 } as const

describe('what the top bar says', () => {
  test('saved, when board and connection both say so', () => {
    expect(savedState({ ...online, board: { kind: 'saved' } })).toEqual({ kind: 'saved' })
  })
  test('saving, while a change of the board or a command is on its way', () => {
    expect(savedState({ ...online, board: { kind: 'saving', waiting: 1 } })).toEqual({ kind: 'saving' })
    expect(savedState({ board: { kind: 'saved' }, connection: 'online', pending: 1 })).toEqual({
      kind: 'saving',
    })
  })
  test('offline counts what waits on both planes', () => {
    expect(savedState({ board: { kind: 'offline', waiting: 2 }, connection: 'offline', pending: 1 })).toEqual(
      {
        kind: 'offline',
        waiting: 3,
      },
    )
  })
  test('a refused change outweighs everything', () => {
    expect(
      savedState({ board: { kind: 'refused', reason: 'x', texts: '' }, connection: 'offline', pending: 4 }),
    ).toEqual({
      kind: 'refused',
    })
  })
  test('on a phone, where the board is not open, the connection alone speaks', () => {
    expect(savedState({ ...online, board: null })).toEqual({ kind: 'saved' })
    expect(savedState({ board: null, connection: 'offline', pending: 0 })).toEqual({
      kind: 'offline',
      waiting: 0,
    })
  })
})

const boards: fc.Arbitrary<BoardStatus | null> = fc.oneof(
  fc.constant(null),
  fc.constantFrom<BoardStatus>(
    { kind: 'connecting' },
    { kind: 'outdated' },
    { kind: 'saved' },
    { kind: 'unauthorised' },
  ),
  fc.record({ kind: fc.constantFrom('saving' as const, 'offline' as const), waiting: fc.nat(50) }),
  fc.record({ kind: fc.constant('refused' as const), reason: fc.string(), texts: fc.string() }),
)
const connections = fc.constantFrom<ConnectionStatus>('connecting', 'online', 'offline', 'ended')

test('it says saved only when nothing at all is waiting anywhere', () => {
  fc.assert(
    fc.property(boards, connections, fc.nat(3), (board, connection, pending) => {
      const { kind } = savedState({ board, connection, pending })
      if (kind !== 'saved') return
      expect(board === null || board.kind === 'saved').toBe(true)
      expect({ connection, pending }).toEqual(online)
    }),
  )
})
