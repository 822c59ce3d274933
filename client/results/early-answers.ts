// The first answers of the report, asked for while the page that shows them is still being loaded.
import { sendToWorkshop } from '#client/ui/api.ts'
import type { LinkKind } from '#shared/access/role.ts'
import type { WorkshopId } from '#shared/ids.ts'

export type Seat = { workshopId: WorkshopId; role: LinkKind | null }
export type Answers = { results: Promise<Response>; board: Promise<Response> }

let early: { seat: Seat; answers: Answers } | null = null

/** Those that were asked for early are given once: the next reader wants what is new by then. */
export function askForReport(seat: Seat, signal: AbortSignal): Answers {
  const asked = early
  early = null
  const isOurs = asked?.seat.workshopId === seat.workshopId && asked.seat.role === seat.role
  return asked && isOurs ? asked.answers : ask(seat, signal)
}

/** For a seat that is named in the address, and so the one that will be asked for. */
export function askEarly(seat: Seat): void {
  const answers = ask(seat)
  early = { seat, answers }
  // Told to whoever takes them; without a seat nobody does.
  for (const answer of Object.values(answers)) answer.catch(() => {})
}

export function forgetEarly(): void {
  early = null
}

const ask = (seat: Seat, signal?: AbortSignal): Answers => ({
  results: sendToWorkshop(seat, '/results.json', { ...(signal && { signal }) }),
  board: sendToWorkshop(seat, '/board', { ...(signal && { signal }) }),
})
