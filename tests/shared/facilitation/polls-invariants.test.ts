// What holds of polls whatever anybody sends, in whatever order.
import { describe, expect, test } from 'vitest'
import { pollsOfForm, runningPolls } from '#shared/facilitation/polls.ts'
import { isAnswerTo } from '#shared/facilitation/questions.ts'
import { redact, redactWorkshop } from '#shared/facilitation/redact.ts'
import { emptyWorkshop } from '#shared/facilitation/workshop.ts'
import { always, inEveryState } from './always.ts'
import { cem } from './scene.ts'

describe('in every state', () => {
  test('only polls of one form run at the same time, and an open form closes as a whole', () => {
    inEveryState(({ polls }) => {
      const running = runningPolls(polls)
      const [first] = running
      if (first) expect(pollsOfForm(polls, first)).toEqual(expect.arrayContaining(running))
      if (first?.state === 'open') expect(running).toEqual(pollsOfForm(polls, first))
    })
  })
  test('a secret poll has a large enough group and holds no answer', () => {
    inEveryState(({ polls }) => {
      for (const poll of polls) {
        if (poll.mode === 'open') continue
        if (poll.state === 'open') expect(poll.eligible.length).toBeGreaterThanOrEqual(poll.minimumGroup)
        expect(poll).not.toHaveProperty('answers')
        expect(poll).not.toHaveProperty('results')
      }
    })
  })
  test('an open poll counts each who answered once', () => {
    inEveryState(({ polls }) => {
      for (const poll of polls)
        if (poll.mode === 'open' && poll.results) {
          expect(poll.results).toHaveLength(Object.keys(poll.answers).length)
          expect(poll.results.every(({ answer }) => isAnswerTo(poll.asks, answer))).toBe(true)
          expect(poll.results.every(({ personId }) => (personId !== null) === poll.showsNames)).toBe(true)
        }
    })
  })
})

describe('what a viewer receives', () => {
  test('never has what others answered', () => {
    always(({ events, states }) => {
      for (const event of events) {
        const received = redact(event, cem)
        if (received.type === 'poll.answered' && received.personId !== cem.personId)
          expect([received.choice, received.answer]).toEqual([undefined, undefined])
      }
      for (const poll of redactWorkshop(states.at(-1) ?? emptyWorkshop, cem).polls)
        if (poll.mode === 'open')
          for (const [personId, choice] of Object.entries(poll.answers))
            if (personId !== cem.personId) expect(choice).toBeNull()
    })
  })
})
