// Answers that were not cast yet: kept in this tab, for this person, across a reload; never sent, and gone once they are cast.
import { useState } from 'react'
import { z } from 'zod'
import { recall, remember } from '#client/ui/browser-storage.ts'
import type { Poll } from '#shared/facilitation/polls.ts'
import type { PersonId, PollId } from '#shared/ids.ts'
import { AnswerDraft } from './answer-draft.ts'

const Kept = z.object({ step: z.number().int().min(0), drafts: z.record(z.string(), AnswerDraft) })
type Kept = z.infer<typeof Kept>
const nothing: Kept = { step: 0, drafts: {} }

export type AnswerDrafts = {
  /** The question of a form one is at, from 0; as many as there are questions: the overview. */
  step: number
  /** False at the first look at the form, also after a reload: then the focus stays where it is. */
  hasMoved: boolean
  goTo(step: number): void
  draftOf(pollId: PollId): AnswerDraft | null
  write(pollId: PollId, draft: AnswerDraft): void
  /** Everything was cast: nothing of it stays. */
  clear(): void
}

/** Of the form that these are asked in; the poll's own id for a question that was asked alone. */
export function formIdOf([first]: readonly Pick<Poll, 'pollId' | 'form'>[]): PollId {
  if (!first) throw new Error('A form without a question is never asked.')
  return first.form?.formId ?? first.pollId
}

export function useAnswerDrafts(formId: PollId, personId: PersonId): AnswerDrafts {
  const key = draftKey(formId, personId)
  const [kept, setKept] = useState<Kept>(() => recall('sessionStorage', key, Kept) ?? nothing)
  const [hasMoved, setMoved] = useState(false)
  const keep = (next: Kept) => {
    remember('sessionStorage', key, next)
    setKept(next)
  }
  return {
    step: kept.step,
    hasMoved,
    goTo(step) {
      setMoved(true)
      keep({ ...kept, step })
    },
    draftOf: (pollId) => kept.drafts[pollId] ?? null,
    write: (pollId, draft) => keep({ ...kept, drafts: { ...kept.drafts, [pollId]: draft } }),
    clear() {
      forgetDrafts(formId, personId)
      setKept(nothing)
    },
  }
}

/** For a poll that has closed: what was not cast has become a blank ballot. */
export const forgetDrafts = (formId: PollId, personId: PersonId): void =>
  remember('sessionStorage', draftKey(formId, personId), null)

const draftKey = (formId: PollId, personId: PersonId) => `runde.draft.${personId}.${formId}`
