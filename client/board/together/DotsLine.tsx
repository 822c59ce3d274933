// How many dots are left for me while people place them, and afterwards that what lies there is the result.

import { leftOf } from '#client/board/together/dot-round.ts'
import { Line, LineButton } from '#client/board/together/Line.tsx'
import { useCompany } from '#client/board/together/together.ts'
import { togetherTexts } from '#client/board/together/together-texts.ts'
import { useTexts } from '#client/ui/texts.ts'

export function DotsLine() {
  const say = useTexts(togetherTexts)
  const { me, together } = useCompany()
  const { dots, isFacilitator, mayVote, act } = together
  if (!dots) return null
  return (
    <Line
      text={
        <>
          {say(dots.isOpen ? 'dots' : 'dotsOver')}
          {dots.isOpen && mayVote && (
            <>
              {' · '}
              <b>{say('dotsLeft', { left: leftOf(dots, me), all: dots.perPerson })}</b>
            </>
          )}
        </>
      }
    >
      {isFacilitator && dots.isOpen && <LineButton onUse={act.endDots}>{say('endDots')}</LineButton>}
      {isFacilitator && !dots.isOpen && <LineButton onUse={act.clearDots}>{say('clearDots')}</LineButton>}
    </Line>
  )
}
