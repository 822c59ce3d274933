// A simulated person's board: its own Yjs document over the stock y-websocket protocol, edited through the same commands.
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { OwnPresence } from '#client/board/binding/presence-state.ts'
import type { SeatInRoom } from '#client/simulated/join.ts'
import { addRecord, changeRecord, readRecord, recordsOf } from '#shared/board/document.ts'
import { MapEdit } from '#shared/board/map-edit.ts'
import { ownShapesOf } from '#shared/board/own-shapes.ts'
import type { OwnShape } from '#shared/board/shapes.ts'
import { boardVersion } from '#shared/board/version.ts'

export type SimulatedBoard = {
  doc: Y.Doc
  shapes(): OwnShape[]
  /** One change of one's own: written as a browser writes it, and only what differs. */
  edit<Answer>(act: (edit: MapEdit) => Answer): Answer
  /** Where one's pointer is and what one is at, for the others to see. */
  show(presence: Partial<OwnPresence>): void
  close(): void
}

const pageId = 'page:page'

/** Resolves when the board is there. */
export async function sitAtBoard({ origin, workshopId, role, headers }: SeatInRoom): Promise<SimulatedBoard> {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${origin.replace(/^http/, 'ws')}/board`, workshopId, doc, {
    disableBc: true,
    params: { seat: role, schema: boardVersion },
    WebSocketPolyfill: socketWith(headers),
    shouldReconnect: ({ code }) => code < 4400 || code >= 4500,
  })
  const synced = Promise.withResolvers<void>()
  provider.once('sync', () => synced.resolve())
  provider.on('closed', ({ code, reason }) =>
    synced.reject(new Error(`The board was closed: ${code} ${reason}`)),
  )
  await synced.promise

  return {
    doc,
    shapes: () => ownShapesOf(doc),
    edit(act) {
      const edit = new MapEdit({
        shapes: ownShapesOf(doc),
        pageId,
        newId: () => `shape:${crypto.randomUUID()}`,
      })
      const answer = act(edit)
      write(doc, edit)
      return answer
    },
    show(presence) {
      const none: OwnPresence = { cursor: null, selected: [], editing: null, view: null }
      provider.awareness.setLocalState({ ...none, ...presence })
    },
    close() {
      provider.destroy()
      doc.destroy()
    },
  }
}

function write(doc: Y.Doc, edit: MapEdit): void {
  const { put, removed } = edit.changes()
  const records = recordsOf(doc)
  doc.transact(() => {
    for (const shape of put) {
      const entry = records.get(shape.id)
      const before = readRecord(entry)
      if (entry && before) changeRecord(entry, before, { ...shape })
      else addRecord(records, { ...shape })
    }
    for (const id of removed) records.delete(id)
  })
}

/** The stock provider knows no headers: in a browser the cookie goes along by itself. */
function socketWith(headers: SeatInRoom['headers']): typeof globalThis.WebSocket {
  const Socket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols, { headers, perMessageDeflate: false })
    }
  }
  return Socket as unknown as typeof globalThis.WebSocket // all of it that the provider uses
}
