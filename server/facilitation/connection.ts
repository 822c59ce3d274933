// One browser on the facilitation plane: from the moment it resumes it misses no event and gets none twice.
import type { Socket } from 'socket.io'
import type { EndReason } from '#server/access/endings.ts'
import type { Seat } from '#server/access/seat.ts'
import type { RoomRole } from '#shared/access/role.ts'
import type { Event } from '#shared/facilitation/events.ts'
import type { ClientToServer, ServerToClient } from '#shared/facilitation/protocol.ts'
import { redact } from '#shared/facilitation/redact.ts'
import type { PersonId } from '#shared/ids.ts'

export type RoomSeat = Omit<Seat, 'personId' | 'role'> & { personId: PersonId; role: RoomRole }
export type FacilitationSocket = Socket<ClientToServer, ServerToClient>
type Batch = { seq: number; events: Event[] }

export class Connection {
  readonly socket: FacilitationSocket
  /** Its role follows the person's. */
  seat: RoomSeat
  /** Why it ended: kept for seats that end before the handshake is over. */
  ending: EndReason | null = null
  /** Null before the first resume: such a browser is told nothing. */
  #following: 'live' | 'resuming' | null = null
  /** Batches that were published while a resume was being answered. */
  #held: Batch[] = []
  #resumes = 0

  constructor(socket: FacilitationSocket, seat: RoomSeat) {
    this.socket = socket
    this.seat = seat
  }

  get personId(): PersonId {
    return this.seat.personId
  }

  get role(): RoomRole {
    return this.seat.role
  }

  /** True when this batch may go out now; otherwise it is kept for the end of the resume, or of no interest yet. */
  takes(batch: Batch): boolean {
    if (this.#following === 'resuming') this.#held.push(batch)
    return this.#following === 'live'
  }

  /**
   * Call before reading what the browser missed, then `end` with the seq it has been told up to. When resumes overlap,
   * only the last one to begin lets events through again.
   */
  beginResume(): { end: (toldUpTo: number, now: number) => void } {
    this.#following = 'resuming'
    this.#resumes += 1
    const resume = this.#resumes
    return {
      end: (toldUpTo, now) => {
        if (resume !== this.#resumes) return
        const held = this.#held
        this.#held = []
        this.#following = 'live'
        for (const { seq, events } of held) {
          const known = Math.max(0, toldUpTo + 1 - seq)
          const news = events.slice(known).map((event) => redact(event, this))
          if (news.length > 0) this.socket.emit('events', { seq: seq + known, events: news, now })
        }
      },
    }
  }
}
