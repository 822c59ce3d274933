// The board's close codes mean the same to the stock provider as to us.
import { expect, test } from 'vitest'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { closeCodes } from '#shared/board/protocol.ts'

const provider = new WebsocketProvider('ws://127.0.0.1', 'nowhere', new Y.Doc(), { connect: false })

const comesBackAfter = (code: number): boolean =>
  provider.shouldReconnect(new CloseEvent('close', { code }), provider)

test.each(['restarting', 'tooSlow'] as const)('the stock provider comes back after "%s"', (name) => {
  expect(comesBackAfter(closeCodes[name])).toBe(true)
})

test.each(['malformed', 'unauthorised', 'refused'] as const)(
  'the stock provider gives up after "%s"',
  (name) => {
    expect(comesBackAfter(closeCodes[name])).toBe(false)
  },
)
