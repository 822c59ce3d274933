// Opens what is asked; says why when the server refuses for the sake of the secret.
import { useRoom } from '#client/facilitation/use-facilitation.ts'
import type { PollForm } from '#shared/facilitation/poll-form.ts'
import { asRefused, type Refused, refusalsTold } from './composer-wish.ts'

/** `ok`: it is open. Any other refusal than those in `Refused` is told by the store's notice. */
export type OpenForm = (form: PollForm) => Promise<{ ok: boolean; refused: Refused | null }>

export function useOpenForm(): OpenForm {
  const { send } = useRoom()
  return async (form) => {
    const reply = await send({ type: 'poll.open', ...form }, { explains: refusalsTold })
    return { ok: reply.ok, refused: asRefused(reply) }
  }
}
