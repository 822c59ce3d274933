// A card of the list that is drawn again only when something about it has changed: there may be hundreds.
import { type ComponentProps, memo } from 'react'
import { CardRow } from '#client/board/twin/list/CardRow.tsx'

/** `isLocked` is what the row itself finds out when it is drawn. */
type Props = ComponentProps<typeof CardRow> & { isLocked: boolean }

export const ListCard = memo(function ListCard({ isLocked: _, ...card }: Props) {
  return <CardRow {...card} />
})
