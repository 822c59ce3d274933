// The server's parts, built over one storage and joined: main.ts opens them to the network, tests ask them directly.
import { createAccess } from '#server/access/access.ts'
import { createBallots } from '#server/ballots/ballots.ts'
import { createBoards } from '#server/board/boards.ts'
import { createGroupFrames } from '#server/breakouts/frames.ts'
import type { Config } from '#server/config.ts'
import { createDeletion } from '#server/deletion/deletion.ts'
import { createErasure } from '#server/deletion/erasure.ts'
import { createRooms } from '#server/facilitation/rooms.ts'
import { createHistory } from '#server/history/history.ts'
import type { Log } from '#server/log.ts'
import { createResults } from '#server/results/results.ts'
import { createRetention } from '#server/retention/retention.ts'
import { createSilence } from '#server/silence/silence.ts'
import { silentBoard } from '#server/silence/silent-board.ts'
import type { Storage } from '#server/storage/storage.ts'
import type { Post } from '#server/webhook/post.ts'
import { createWebhooks } from '#server/webhook/webhooks.ts'
import { createBringing } from '#server/workshop-file/bring.ts'
import { createPacking } from '#server/workshop-file/pack.ts'
import { createUnpacking } from '#server/workshop-file/unpacking.ts'

/** What the parts stand on. */
export type Ground = Pick<Config, 'publicUrl' | 'allowedOrigins' | 'trustProxy' | 'retentionDays'> & {
  storage: Storage
  serverKey: Buffer
  /** How webhooks reach the network. */
  post: Post
  log: Log
  now: () => number
}
export type Parts = Awaited<ReturnType<typeof createParts>>

export async function createParts(ground: Ground) {
  const { storage, serverKey, post, retentionDays, log, now } = ground
  const planes = await createPlanes(ground)
  const { ballots, rooms, boards, silence, groupFrames, history, access } = planes
  const store = storage.wholes
  const deletion = createDeletion({
    store,
    rooms,
    boards,
    history,
    ballots,
    endings: access.endings,
    log,
  })
  const erase = createErasure({ store, facilitation: storage.facilitation, rooms, boards, log, now })
  const retention = createRetention({ store, deletion, days: retentionDays, log, now })
  retention.serve(rooms)
  const results = createResults({ rooms, boards, history, people: storage.people, ballots, log, now })
  const webhooks = createWebhooks({ store: storage.webhooks, results, post, serverKey, log, now })
  await webhooks.follow(rooms)

  const pack = createPacking({ storage, boards, results, now })
  const bring = createBringing({ store, unpack: createUnpacking(), serverKey, log, now })

  return { ...planes, deletion, erase, retention, results, webhooks, pack, bring, close }

  /** First what works on its own, then what stores; results when `answered` says that nobody waits for them any more. */
  async function close(answered: Promise<void>): Promise<void> {
    await Promise.all([
      silence.close(),
      groupFrames.close(),
      history.close(),
      retention.close(),
      webhooks.close(),
    ])
    await boards.close()
    await ballots.close()
    await rooms.close()
    await answered
    await results.close()
  }
}

/** The three planes, who may reach them, and what follows their log. */
async function createPlanes({ storage, log, now, ...ground }: Ground) {
  const ballots = createBallots({ storage: storage.ballots, log, now })
  const rooms = createRooms({
    storage: storage.facilitation,
    people: storage.people,
    preparePolls: ballots.prepare,
    log,
    now,
  })
  ballots.serve(rooms)
  const boards = createBoards({ storage: storage.board, log })
  const silence = createSilence({ storage: storage.silence, board: silentBoard(boards), log })
  await silence.serve(rooms)
  const groupFrames = createGroupFrames({ boards, log })
  groupFrames.serve(rooms)
  const history = createHistory({ storage: storage.history, boards, log, now })
  history.follow(rooms)
  const access = createAccess({ ...ground, storage, rooms, boards, log, now })
  return { ballots, rooms, boards, silence, groupFrames, history, access }
}
