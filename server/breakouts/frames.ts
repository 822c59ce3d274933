// Puts the frames of breakout groups on the board when the groups begin, and keeps their names. The log holds ids only.
import type * as Y from 'yjs'
import type { Log } from '#server/log.ts'
import { addRecord, changeRecord, readRecord, readRecords, recordsOf } from '#shared/board/document.ts'
import { missingFrames } from '#shared/breakouts/group-frames.ts'
import { areAtWork, type Group } from '#shared/facilitation/breakouts.ts'
import type { Event } from '#shared/facilitation/events.ts'
import type { Workshop } from '#shared/facilitation/workshop.ts'
import type { WorkshopId } from '#shared/ids.ts'

type Parts = {
  boards: { write(workshopId: WorkshopId, change: (doc: Y.Doc) => void): Promise<void> }
  log: Log
}
type FrameRooms = {
  state(workshopId: WorkshopId): Promise<{ workshop: Workshop }>
  onStored(listener: (workshopId: WorkshopId, seq: number, events: Event[]) => void): () => void
}

const retryMs = 2000

export function createGroupFrames({ boards, log }: Parts) {
  let stop = () => {}
  let isClosed = false
  /** One after the other: the same frame must not be put there twice. */
  let work: Promise<void> = Promise.resolve()

  async function place(rooms: FrameRooms, workshopId: WorkshopId): Promise<void> {
    const { breakouts } = (await rooms.state(workshopId)).workshop
    if (isClosed || !areAtWork(breakouts)) return
    await boards.write(workshopId, (doc) => placeIn(doc, breakouts.groups))
  }

  function follow(rooms: FrameRooms, workshopId: WorkshopId): void {
    work = work.then(() =>
      place(rooms, workshopId).catch((error: unknown) => {
        if (isClosed) return
        log.bug('breakouts.frames-failed', error, { workshopId })
        setTimeout(() => follow(rooms, workshopId), retryMs).unref()
      }),
    )
  }

  return {
    /** Any step of the groups will do: what a stopped process did not get to is made up for with the next one. */
    serve(rooms: FrameRooms): void {
      stop = rooms.onStored((workshopId, _seq, events) => {
        if (events.some(({ type }) => type.startsWith('breakout.'))) follow(rooms, workshopId)
      })
    },
    /** Waits for what is under way. */
    async close(): Promise<void> {
      isClosed = true
      stop()
      await work
    },
  }
}

function placeIn(doc: Y.Doc, groups: readonly Group[]): void {
  const records = recordsOf(doc)
  const missing = missingFrames(readRecords(doc), groups)
  doc.transact(() => {
    for (const frame of missing) addRecord(records, frame)
    for (const { frameId, title } of groups) {
      const entry = records.get(frameId)
      const before = readRecord(entry)
      if (!entry || !before || before.type !== 'frame') continue
      const props = { ...(before.props as object), name: title } // a frame's props are an object (schema)
      changeRecord(entry, before, { ...before, props })
    }
  })
}
