// Opens what is asked; says why when the server refuses for the sake of the secret.
import { useRoom } from '#client/facilitation/use-facilitation.ts'
import type { RefusalCode } from '#shared/facilitation/decision.ts'
import type { PollForm } from '#shared/facilitation/poll-form.ts'
import type { Refused } from './composer-wish.ts'

/** Resolves with null when it is open; any other refusal than these two is told by the store's notice. */
export type OpenForm = (form: PollForm) => Promise<{ ok: boolean; refused: Refused | null }>

export function useOpenForm(): OpenForm {
  const { send } = useRoom()
  return async (form) => {
    const explains: RefusalCode[] = ['group-too-small', 'too-similar']
    const reply = await send({ type: 'poll.open', ...form }, { explains })
    if (reply.ok) return { ok: true, refused: null }
    const { code } = reply
    return { ok: false, refused: code === 'group-too-small' || code === 'too-similar' ? code : null }
  }
}
