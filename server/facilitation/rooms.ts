// All workshops that are awake: loads a room when it is asked for, keeps its poll's clock, lets it go when it is idle.
import { type ChairWatch, createChairWatch } from '#server/facilitation/chair-watch.ts'
import { createConcernOpener } from '#server/facilitation/concern-opener.ts'
import { createDirectories, type Directories } from '#server/facilitation/directory.ts'
import { createPollClock, type PollClock } from '#server/facilitation/poll-clock.ts'
import { Room, type Submission } from '#server/facilitation/room.ts'
import type { Log } from '#server/log.ts'
import type { FacilitationLog, PeopleStore } from '#server/storage/storage.ts'
import type { Opening } from '#shared/facilitation/ballot-plane.ts'
import type { ChairCommand } from '#shared/facilitation/chair.ts'
import type { Actor } from '#shared/facilitation/decision.ts'
import type { Event } from '#shared/facilitation/events.ts'
import type { PollKeys } from '#shared/facilitation/poll-form.ts'
import type { OwnPresence } from '#shared/facilitation/presence.ts'
import type { DirectoryChange, Reply } from '#shared/facilitation/protocol.ts'
import type { Workshop } from '#shared/facilitation/workshop.ts'
import type { PersonId, PollId, WorkshopId } from '#shared/ids.ts'

type StoredListener = (workshopId: WorkshopId, seq: number, events: Event[]) => void

export type Rooms = Pick<Directories, 'present' | 'arrive' | 'directory' | 'setName'> & {
  /**
   * Decides, stores, then publishes, then resolves; also for the server's own commands. Rejects when the storage fails:
   * then nothing has happened, and the same command may come again.
   */
  submit(workshopId: WorkshopId, submission: Submission): Promise<Reply>
  /** Everything, unredacted. An unknown workshop is empty: `info.createdAt` is 0. */
  state(workshopId: WorkshopId): Promise<{ seq: number; workshop: Workshop }>
  /** Unredacted. Null when `seq` is too long ago or ahead of the log: take the state instead. */
  eventsAfter(workshopId: WorkshopId, seq: number): Promise<{ seq: number; events: Event[] } | null>
  /** What somebody says of themselves; any command of theirs takes it back. */
  setPresence(workshopId: WorkshopId, personId: PersonId, presence: OwnPresence): void
  /** `seq` is that of the first event. Called after the commit, in order, before the reply. Returns how to stop. */
  onStored(listener: StoredListener): () => void
  onDirectory(listener: (workshopId: WorkshopId, change: DirectoryChange) => void): () => void
  /**
   * Runs `write`, which changes the log itself, while nothing else is under way in the workshop: what was there before is
   * answered first, what comes meanwhile waits. Then the log is folded anew and what `write` added is published.
   */
  rewrite(workshopId: WorkshopId, write: () => Promise<Added>): Promise<void>
  /** The workshop is gone: waits for what is under way in it and lets go of it. */
  forget(workshopId: WorkshopId): Promise<void>
  /** Takes nothing more, waits for what is under way. */
  close(): Promise<void>
}

/** `seq` is that of the first event. */
export type Added = { seq: number; events: Event[] }

export type RoomsOptions = {
  storage: FacilitationLog
  people: PeopleStore
  /** Makes and stores the keys of polls before their opening is decided. */
  preparePolls: (workshopId: WorkshopId, openings: Opening[]) => Promise<PollKeys[]>
  log: Log
  now: () => number
  /** A room that nobody is in and nobody asked for this long is let go. */
  idleMs?: number
}

type Awake = {
  room: Promise<Room>
  loaded: Room | null
  clock: PollClock
  chair: ChairWatch
  usedAt: number
}

const server: Actor = { personId: null, role: 'server' }

export function createRooms(options: RoomsOptions): Rooms {
  const { storage, people, preparePolls, log, now, idleMs = 60_000 } = options
  const awake = new Map<WorkshopId, Awake>()
  const listeners = new Set<StoredListener>()
  const directories: Directories = createDirectories(people, now)
  const concernOpener = createConcernOpener({
    present: directories.present,
    submit: (workshopId, command) => submit(workshopId, { actor: server, commandId: null, command }),
    log,
  })
  const stopSeeing = directories.onChange((workshopId) => {
    const { loaded } = awake.get(workshopId) ?? {}
    if (loaded && !isClosed) concernOpener.watch(workshopId, loaded.workshop)
  })
  let isClosed = false

  function publish(workshopId: WorkshopId, seq: number, events: Event[]): void {
    for (const listener of listeners) {
      try {
        listener(workshopId, seq, events)
      } catch (error) {
        // One listener's bug must not keep the event from the others, nor the reply from its sender.
        log.bug('facilitation.listener-failed', error, { workshopId, seq })
      }
    }
  }

  async function closePoll(workshopId: WorkshopId, pollId: PollId): Promise<void> {
    try {
      const reply = await submit(workshopId, {
        actor: server,
        commandId: `time-up:${pollId}`, // the same from every node and in every life of this one: it happens once
        command: { type: 'poll.close', pollId },
      })
      if (!reply.ok && reply.code === 'busy') throw new Error(reply.message)
    } catch (error) {
      log.bug('poll.time-up-failed', error, { workshopId, pollId })
      throw error
    }
  }

  /** What is no longer so, or was told by another node, is refused by the rules. */
  async function tellOfChair(
    workshopId: WorkshopId,
    command: ChairCommand,
    commandId: string | null,
  ): Promise<void> {
    try {
      const reply = await submit(workshopId, { actor: server, commandId, command })
      if (!reply.ok && reply.code === 'busy') throw new Error(reply.message)
    } catch (error) {
      if (!isClosed) log.bug('chair.not-told', error, { workshopId })
      throw error
    }
  }

  function watchChair(workshopId: WorkshopId): ChairWatch {
    return createChairWatch(now, {
      onGone: (since, { absences }) =>
        tellOfChair(workshopId, { type: 'chair.miss', since }, `gone:${absences}:${since}`),
      onBack: (personId) =>
        void tellOfChair(workshopId, { type: 'chair.return', personId }, null).catch(
          () => {}, // told above; the next arrival looks again
        ),
    })
  }

  /** Who leads is looked for whenever somebody comes or goes. */
  function lookAround(workshopId: WorkshopId): void {
    const entry = awake.get(workshopId)
    if (entry?.loaded && !isClosed) entry.chair.look(entry.loaded.workshop, directories.present(workshopId))
  }

  /** Reads nothing before `ready`. */
  function wake(workshopId: WorkshopId, ready: Promise<unknown> = Promise.resolve()): Awake {
    const clock = createPollClock(now, (pollId) => closePoll(workshopId, pollId))
    const load = () =>
      Room.load({
        workshopId,
        log: storage,
        preparePolls,
        present: () => directories.present(workshopId),
        now,
        publish: (seq, events) => {
          if (entry.loaded) clock.watch(entry.loaded.workshop.polls)
          publish(workshopId, seq, events)
          if (entry.loaded) concernOpener.watch(workshopId, entry.loaded.workshop)
          lookAround(workshopId)
        },
      })
    const room = ready.then(load, load)
    const entry: Awake = { room, loaded: null, clock, chair: watchChair(workshopId), usedAt: now() }
    awake.set(workshopId, entry)
    room.then(
      (loaded) => {
        entry.loaded = loaded
        if (!isClosed) {
          clock.watch(loaded.workshop.polls)
          concernOpener.watch(workshopId, loaded.workshop)
        }
        lookAround(workshopId)
      },
      () => {
        if (awake.get(workshopId) === entry) awake.delete(workshopId) // asked again next time
      },
    )
    return entry
  }

  async function roomOf(workshopId: WorkshopId): Promise<Room> {
    if (isClosed) throw new Error('The server is stopping; no workshop takes anything more.')
    const entry = awake.get(workshopId) ?? wake(workshopId)
    entry.usedAt = now()
    return entry.room
  }

  async function submit(workshopId: WorkshopId, submission: Submission): Promise<Reply> {
    return (await roomOf(workshopId)).submit(submission)
  }

  function letIdleRoomsGo(): void {
    for (const [workshopId, { loaded, clock, chair, usedAt }] of awake) {
      const isUsed = now() - usedAt < idleMs || directories.present(workshopId).length > 0
      if (isUsed || clock.isSet || chair.isSet || !loaded?.isIdle) continue
      awake.delete(workshopId)
      directories.forget(workshopId)
    }
  }
  const sweep = setInterval(letIdleRoomsGo, idleMs)
  sweep.unref()

  /** One that could not be read has nothing under way. */
  const settledOf = async (entry: Awake | undefined): Promise<void> =>
    (await entry?.room.catch(() => null))?.settled()

  return {
    submit,

    async state(workshopId) {
      const { seq, workshop } = await roomOf(workshopId)
      return { seq, workshop }
    },

    async eventsAfter(workshopId, seq) {
      const room = await roomOf(workshopId)
      const events = room.eventsAfter(seq)
      return events && { seq: room.seq, events }
    },

    present: directories.present,
    arrive(workshopId, personId) {
      const leave = directories.arrive(workshopId, personId)
      lookAround(workshopId)
      return (isLost) => {
        leave(isLost)
        lookAround(workshopId)
      }
    },

    directory: directories.directory,
    setPresence: directories.setPresence,
    setName: directories.setName,

    onStored(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },

    onDirectory: directories.onChange,

    async rewrite(workshopId, write) {
      if (isClosed) throw new Error('The server is stopping; no workshop takes anything more.')
      const before = awake.get(workshopId)
      const written = settledOf(before).then(() => {
        before?.clock.stop()
        before?.chair.stop()
        return write()
      })
      const after = wake(workshopId, written)
      // Waits for both from here on, and so goes before whatever has waited for the new room.
      await Promise.all([written, after.room]).then(([{ seq, events }]) => publish(workshopId, seq, events))
    },

    async forget(workshopId) {
      const entry = awake.get(workshopId)
      awake.delete(workshopId)
      const stop = () => {
        entry?.clock.stop()
        entry?.chair.stop()
      }
      stop()
      const room = await entry?.room.catch(() => null) // one that could not be read is as gone
      await room?.settled()
      stop() // the last command may have opened a poll
      directories.forget(workshopId)
    },

    async close() {
      isClosed = true
      stopSeeing()
      clearInterval(sweep)
      for (const { clock, chair } of awake.values()) {
        clock.stop()
        chair.stop()
      }
      const rooms = await Promise.allSettled([...awake.values()].map(({ room }) => room))
      await Promise.all(rooms.map((room) => (room.status === 'fulfilled' ? room.value.settled() : undefined)))
      for (const { clock } of awake.values()) clock.stop() // the last commands may have opened a poll
      directories.close()
      awake.clear()
    },
  }
}
