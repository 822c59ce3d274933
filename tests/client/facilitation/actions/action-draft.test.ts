// Two who change one action: only what somebody touched is sent, and on top of what the other has made of it.
import { afterEach, expect, test } from 'vitest'
import {
  actionDraft,
  changeDraft,
  draftFrom,
  forgetDraft,
  onTopOf,
} from '#client/facilitation/actions/action-draft.ts'
import { saveAction } from '#client/facilitation/actions/save-action.ts'
import type { Action, ActionCommand } from '#shared/facilitation/actions.ts'
import { ActionId, WorkshopId } from '#shared/ids.ts'
import { cem, noon } from '#tests/shared/facilitation/scene.ts'

afterEach(forgetDraft)

const action: Action = {
  actionId: ActionId.parse('a'.repeat(32)),
  title: 'SMS schicken',
  ownerId: null,
  departmentId: null,
  due: '2026-12-24',
  feltFrom: null,
  shapeId: null,
  state: 'open',
  liveSince: null,
  authorId: cem.personId,
  createdAt: noon,
}
const asker = { workshopId: WorkshopId.parse('w'.repeat(12)), role: 'facilitator' } as const

async function saved(): Promise<ActionCommand | null> {
  const { draft } = actionDraft.getState()
  if (!draft) throw new Error('Nothing is being written.')
  let command: ActionCommand | null = null
  await saveAction(draft, asker, (sent) => {
    command = sent
    return Promise.resolve({ ok: true, seq: 1 })
  })
  return command
}

test('only what was touched is sent, with what it was before', async () => {
  draftFrom(action)
  changeDraft({ title: 'Brief schicken ' })
  expect(await saved()).toEqual({
    type: 'action.change',
    actionId: action.actionId,
    change: { title: 'Brief schicken' },
    was: { title: 'SMS schicken' },
  })
})

test('nothing is sent when nothing was touched', async () => {
  draftFrom(action)
  expect(await saved()).toBeNull()
})

test('one’s own change goes on top of what somebody else has changed, and leaves that as it is', async () => {
  draftFrom(action)
  changeDraft({ title: 'Brief schicken' })
  const now: Action = { ...action, title: 'Anrufen', due: '2027-01-31' }
  const { draft } = actionDraft.getState()
  if (!draft) throw new Error('Nothing is being written.')
  actionDraft.setState({ draft: onTopOf(draft, now) })
  expect(await saved()).toEqual({
    type: 'action.change',
    actionId: action.actionId,
    change: { title: 'Brief schicken' },
    was: { title: 'Anrufen' },
  })
})
