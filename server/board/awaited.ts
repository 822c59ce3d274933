// Who has seen changes that are not here: a loss of power took them, and their authors are to bring them again.
import type { TailEntry } from '#server/board/contents.ts'
import type { Member } from '#server/board/outbox.ts'

export class Awaited {
  readonly #clientIds = new Map<Member, ReadonlySet<number>>()

  /** What these clients wrote was left out of this member's answer. */
  expect(member: Member, clientIds: ReadonlySet<number>): void {
    this.#clientIds.set(member, clientIds)
  }

  forget(member: Member): void {
    this.#clientIds.delete(member)
  }

  /** Members who waited for one of these: what else they have can be taken now. They wait no longer. */
  endedBy(entries: readonly TailEntry[]): Member[] {
    if (this.#clientIds.size === 0) return []
    const came = entries.flatMap(({ brings }) => [...brings.keys()])
    const members = [...this.#clientIds].flatMap(([member, clientIds]) =>
      came.some((clientId) => clientIds.has(clientId)) ? [member] : [],
    )
    for (const member of members) this.forget(member)
    return members
  }
}
