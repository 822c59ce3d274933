// Whether this browser follows whoever leads: yes from the start, until the person looks around for themselves.
import { create } from 'zustand'
import type { Together } from '#client/board/together/together.ts'
import type { PersonId } from '#shared/ids.ts'

/** The lead that was left; another one, or the same facilitator's next, is followed again. */
const useLeft = create<{ lead: string | null }>(() => ({ lead: null }))

export type Following =
  | { kind: 'nobody' }
  /** The others follow this person. */
  | { kind: 'leading' }
  | { kind: 'following'; personId: PersonId; leave(): void }
  | { kind: 'left'; personId: PersonId; followAgain(): void }

export function useFollowing(lead: Together['lead'], me: PersonId): Following {
  const left = useLeft((state) => state.lead)
  if (!lead) return { kind: 'nobody' }
  if (lead.personId === me) return { kind: 'leading' }
  const key = `${lead.personId} ${lead.since}`
  const { personId } = lead
  return left === key
    ? { kind: 'left', personId, followAgain: () => useLeft.setState({ lead: null }) }
    : { kind: 'following', personId, leave: () => useLeft.setState({ lead: key }) }
}
