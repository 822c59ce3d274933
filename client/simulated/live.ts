// A simulated person's hour: every few seconds they look at the room and do what the group waits for, or what they feel like.
import type { Habit, Self } from '#client/simulated/habit.ts'
import { beginAction, proposeAction } from '#client/simulated/habits/actions.ts'
import { look, moveCard, writeNote } from '#client/simulated/habits/board.ts'
import { checkIn, checkOut } from '#client/simulated/habits/check-in.ts'
import { writeConcern } from '#client/simulated/habits/concerns.ts'
import { placeDots } from '#client/simulated/habits/dots.ts'
import { askToRead, raiseHand, speak } from '#client/simulated/habits/hands.ts'
import { parkTopic } from '#client/simulated/habits/parking.ts'
import { answerPolls } from '#client/simulated/habits/polls.ts'
import { sayReady, takeTurn } from '#client/simulated/habits/rounds.ts'
import { writeSilently } from '#client/simulated/habits/silence.ts'
import { indexOf } from '#shared/facilitation/agenda.ts'

/** What the group waits for first, what one does of oneself last. */
const habits: readonly ((self: Self) => Habit)[] = [
  speak,
  takeTurn,
  checkIn,
  checkOut,
  answerPolls,
  sayReady,
  writeConcern,
  placeDots,
  writeSilently,
  askToRead,
  raiseHand,
  proposeAction,
  beginAction,
  parkTopic,
  writeNote,
  moveCard,
  look,
]
const lookEveryMs = { min: 2_000, max: 9_000 }

/** Ends when the person leaves. Rejects with a bug only: a refusal is an answer. */
export async function live(self: Self): Promise<void> {
  const { person, chance, pace, life } = self
  const mine = habits.map((habit) => habit(self))
  try {
    for (;;) {
      await pace.wait(chance.between(lookEveryMs.min, lookEveryMs.max), life)
      const { view, status } = person.room.store.getState()
      if (status === 'ended') return
      if (status !== 'online') continue
      const current = view.agenda.current
      const item = current ? (view.agenda.items[indexOf(view.agenda, current.itemId)] ?? null) : null
      for (const habit of mine) {
        const deed = habit({ view, item })
        if (!deed) continue
        await deed()
        break
      }
    }
  } catch (error) {
    if (!life.aborted) throw error
  }
}
