// What the board shows of dots: never a button that the server would refuse.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dotsOf, leftOf } from '#client/board/together/dot-round.ts'
import { type Dots, decideDots } from '#shared/facilitation/dots.ts'
import { PersonId, ShapeId } from '#shared/ids.ts'

const [ana, bo] = [PersonId.parse('anaaaaaaaaaaaaaa'), PersonId.parse('b0000000000000bb')]
const [card, other] = [ShapeId.parse('shape:card'), ShapeId.parse('shape:other')]
const asVoter = { personId: bo, mayVote: true }

test('counts what lies on a card and who put it there, most dots first', () => {
  const round = { perPerson: 5, perCard: 3, isOpen: true, placed: { [card]: { [ana]: 1, [bo]: 3 } } }
  expect(dotsOf(round, card, asVoter)).toEqual({
    total: 4,
    mine: 3,
    canPlace: false,
    canTakeBack: true,
    by: [
      { personId: bo, count: 3 },
      { personId: ana, count: 1 },
    ],
  })
  expect(leftOf(round, bo)).toBe(2)
  expect(dotsOf(round, other, asVoter)).toMatchObject({
    total: 0,
    mine: 0,
    canPlace: true,
    canTakeBack: false,
  })
})

test('an observer, and everybody after the end, sees dots and has no button', () => {
  const round = { perPerson: 5, perCard: 3, isOpen: true, placed: { [card]: { [bo]: 1 } } }
  const none = { canPlace: false, canTakeBack: false }
  expect(dotsOf(round, card, { personId: bo, mayVote: false })).toMatchObject({ total: 1, ...none })
  expect(dotsOf({ ...round, isOpen: false }, card, asVoter)).toMatchObject({ total: 1, mine: 1, ...none })
})

test('a button is there exactly when the rules would say yes', () => {
  const count = fc.integer({ min: 0, max: 3 })
  const round = fc.record({
    perPerson: fc.integer({ min: 1, max: 6 }),
    perCard: fc.integer({ min: 1, max: 4 }),
    isOpen: fc.boolean(),
    here: count,
    there: count,
  })
  fc.assert(
    fc.property(round, fc.constantFrom('participant' as const, 'observer' as const), (given, role) => {
      const { perPerson, perCard, isOpen, here, there } = given
      const of = (dots: number) => (dots > 0 ? { [bo]: dots } : {})
      const placed = { [card]: of(here), [other]: of(there) }
      const dots: Dots = { perPerson, perCard, startedAt: 1, endedAt: isOpen ? null : 2, placed }
      const context = { actor: { personId: bo, role }, now: 3, present: [] }
      const says = (type: 'dots.place' | 'dots.take-back') =>
        decideDots(dots, { type, shapeId: card }, context).ok
      const shown = dotsOf({ ...dots, isOpen }, card, { personId: bo, mayVote: role !== 'observer' })
      expect(shown.canPlace).toBe(says('dots.place'))
      expect(shown.canTakeBack).toBe(says('dots.take-back'))
    }),
  )
})
