// One board in this browser: its Yjs document, the copy on this device, the socket, and the truth about what is saved.
import * as decoding from 'lib0/decoding'
import { IndexeddbPersistence } from 'y-indexeddb'
import type { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { setBoardStatus } from '#client/board/board-status.ts'
import { offerRecovery } from '#client/board/recovery/recovery.ts'
import { keepRecoveryCopy } from '#client/board/recovery/recovery-copy.ts'
import { startAgain } from '#client/board/recovery/start-again.ts'
import { SavedCount } from '#client/board/saved-count.ts'
import { UnsavedTexts } from '#client/board/unsaved-texts.ts'
import { socketProtocols } from '#client/ui/api.ts'
import type { RoomLink } from '#shared/access/role.ts'
import { closeCodes, maxSyncBytes, messageStored, messageSync } from '#shared/board/protocol.ts'
import { boardVersion } from '#shared/board/version.ts'
import type { PersonId, WorkshopId } from '#shared/ids.ts'

export type BoardSeat = { workshopId: WorkshopId; seat: RoomLink; personId: PersonId; canEdit: boolean }
export type BoardConnection = {
  doc: Y.Doc
  awareness: Awareness
  /** Ends once the document can be shown: the server's state has come, or a copy lies on this device. */
  ready: Promise<void>
  close(): void
}

export function connectBoard(seat: BoardSeat): BoardConnection {
  const doc = new Y.Doc()
  const count = new SavedCount()
  const isOwn = (origin: unknown) => origin !== provider && origin !== copy
  const unsaved = new UnsavedTexts(doc, isOwn)
  // Before the provider's own listener, which sends the change: it is counted first.
  doc.on('update', (_update: Uint8Array, origin: unknown) => {
    if (!isOwn(origin)) return
    count.change()
    queueMicrotask(tell)
  })
  // Two people can use one browser, one after the other: neither sends the other's changes.
  const copy = new IndexeddbPersistence(`runde-board:${seat.workshopId}:${seat.personId}`, doc)
  const provider = new WebsocketProvider(boardAddress(), seat.workshopId, doc, {
    connect: false,
    disableBc: true, // would pass unstored changes between two people's tabs of one browser
    params: { seat: seat.seat, acks: '1', schema: boardVersion },
    WebSocketPolyfill: countingSocket(count, seat.canEdit),
    shouldReconnect: ({ code }) => !isFinal(code),
  })
  let ended = false

  const tell = () => {
    if (ended) return
    const status = statusNow(provider.wsconnected, seat.canEdit, count)
    if (status.kind === 'saved') unsaved.clear()
    setBoardStatus(status)
  }
  provider.messageHandlers[messageStored] = (_encoder, decoder) => {
    count.acknowledge(decoding.readVarUint(decoder))
    tell()
  }
  provider.on('status', tell)
  provider.on('sync', tell)
  provider.once('sync', () => {
    if (seat.canEdit) void offerRecovery(seat, doc)
  })
  provider.on('closed', ({ code, reason }) => {
    ended = true
    if (code === closeCodes.unauthorised) return setBoardStatus({ kind: 'unauthorised' })
    // Nothing is wrong with what waits here: the copy on this device keeps it until the page is loaded again.
    if (code === closeCodes.outdated) return setBoardStatus({ kind: 'outdated' })
    const refused = { kind: 'refused', reason: reasonOf(code, reason), texts: unsaved.toText() } as const
    const goOn = () => {
      setBoardStatus(refused)
      startAgain()
    }
    // Also where this device keeps nothing (a private window, a full disk).
    keepRecoveryCopy(seat, { doc, reason: refused.reason }, copy).then(goOn, goOn)
  })
  // What comes out of the copy while connected would be sent as one change, which may be larger than any change may be:
  // what it has that the server lacks goes with the answer to the server's first question.
  let stopConnecting = () => {}
  void isRead(copy).then(() => {
    if (!ended) stopConnecting = keepConnecting(provider, seat)
  })
  setBoardStatus({ kind: 'connecting' })

  return {
    doc,
    awareness: provider.awareness,
    ready: becomesReady(doc, provider, copy),
    close() {
      ended = true
      stopConnecting()
      provider.destroy()
      void copy.destroy()
      doc.destroy()
    },
  }
}

/**
 * After these the same would be sent and refused for ever: no seat, not acceptable, not understood, too large. Everything
 * else passes: a restart, a slow connection, a cut cable.
 */
const isFinal = (code: number): boolean => code === messageTooBig || (code >= 4400 && code < 4500)
/** RFC 6455, section 7.4.1; `ws` sends it, without a reason, for a frame above its limit. */
const messageTooBig = 1009

const reasonOf = (code: number, reason: string): string =>
  reason === '' && code === messageTooBig
    ? `All that is waiting here is larger than the server takes at once (${maxSyncBytes / 1024 ** 2} MiB).`
    : reason

function statusNow(isConnected: boolean, canEdit: boolean, count: SavedCount) {
  const { waiting } = count
  if (!isConnected) return { kind: 'offline', waiting } as const
  if (!canEdit) return { kind: 'saved' } as const
  if (!count.isSettled)
    return waiting > 0 ? ({ kind: 'saving', waiting } as const) : ({ kind: 'connecting' } as const)
  return waiting > 0 ? ({ kind: 'saving', waiting } as const) : ({ kind: 'saved' } as const)
}

/** A ticket opens one connection only, so the provider's own retries would fail where there are no cookies. */
function keepConnecting(provider: WebsocketProvider, { workshopId, seat }: BoardSeat): () => void {
  let isStopped = false
  let attempt = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const again = () => {
    clearTimeout(timer)
    timer = setTimeout(open, Math.min(2500, 100 * 2 ** attempt++))
  }
  const open = () => {
    socketProtocols({ workshopId, role: seat }).then((protocols) => {
      if (isStopped) return
      provider.protocols = protocols
      provider.connect()
    }, again)
  }
  provider.on('sync', (isSynced: boolean) => {
    if (isSynced) attempt = 0
  })
  provider.on('connection-close', (event: CloseEvent | null) => {
    provider.shouldConnect = false
    if (!isStopped && (event === null || provider.shouldReconnect(event, provider))) again()
  })
  const openNow = () => {
    if (!provider.wsconnected && !isStopped) open()
  }
  window.addEventListener('online', openNow)
  open()
  return () => {
    isStopped = true
    clearTimeout(timer)
    window.removeEventListener('online', openNow)
  }
}

/** Also where this device keeps nothing. */
const isRead = (copy: IndexeddbPersistence): Promise<unknown> =>
  Promise.race([
    copy.whenSynced,
    new Promise<void>((resolve) => {
      copy.get('').catch(() => resolve())
    }),
  ])

async function becomesReady(
  doc: Y.Doc,
  provider: WebsocketProvider,
  copy: IndexeddbPersistence,
): Promise<void> {
  const synced = new Promise<void>((resolve) => {
    provider.once('sync', () => resolve())
  })
  const kept = copy.whenSynced.then(() => (doc.getMap('records').size > 0 ? undefined : synced))
  await Promise.race([synced, kept])
}

/** Sees each frame leave; holds updates back until the first sync answer, which contains them. */
function countingSocket(count: SavedCount, canEdit: boolean): typeof WebSocket {
  return class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      count.connect()
    }

    override send(data: Uint8Array<ArrayBuffer>): void {
      const kind = canEdit ? frameKind(data) : null
      if (kind === 'update' && !count.mayUpdate) return
      if (kind) count.frame(kind)
      super.send(data)
    }
  }
}

/** y-protocols: 0 is a request, 1 its answer, 2 an update; what a reader sends is dropped, and not acknowledged. */
function frameKind(data: Uint8Array): 'sync' | 'update' | null {
  if (data[0] !== messageSync) return null
  if (data[1] === 1) return 'sync'
  return data[1] === 2 ? 'update' : null
}

function boardAddress(): string {
  const { protocol, host } = window.location
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/board`
}
