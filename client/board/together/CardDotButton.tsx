// The dots of one card out of the round that is on, joined to who is who; nothing where there is no round.
import { DotButton } from '#client/board/together/DotButton.tsx'
import { dotsOf } from '#client/board/together/dot-round.ts'
import { lookOf, useCompany } from '#client/board/together/together.ts'

type Props = {
  shapeId: string
  title: string
  hasNames?: boolean
  /** The dots alone: where a table's cell is one stop of the keyboard, they are placed from the card's menu. */
  isMark?: boolean
}

/** For the list as for the canvas: it takes the shape's id and what the card says. */
export function CardDotButton({ shapeId, title, hasNames = false, isMark = false }: Props) {
  const company = useCompany()
  const { me, together } = company
  if (!together.dots) return null
  const mayVote = together.mayVote && !isMark
  const { by, ...dots } = dotsOf(together.dots, shapeId, { personId: me, mayVote })
  return (
    <DotButton
      {...dots}
      title={title}
      hasNames={hasNames}
      isMark={isMark}
      by={by.map(({ personId, count }) => ({ ...lookOf(company, personId), count }))}
      onPlace={() => together.act.placeDot(shapeId)}
      onTakeBack={() => together.act.takeDotBack(shapeId)}
    />
  )
}
