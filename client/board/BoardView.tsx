// The board in the room: the canvas with its rail, or the same map as a list.
import { useState } from 'react'
import { BoardCanvas } from '#client/board/BoardCanvas.tsx'
import classes from '#client/board/board.module.css'
import { boardTexts } from '#client/board/board-texts.ts'
import { Rail } from '#client/board/chrome/Rail.tsx'
import { MapListOf } from '#client/board/MapList.tsx'
import { useBoard } from '#client/board/use-board.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { RoomRole } from '#shared/access/role.ts'
import type { PersonId, WorkshopId } from '#shared/ids.ts'
import type { Language } from '#shared/language.ts'

export type BoardPerson = { name: string; departmentId: string | null }
export type BoardViewProps = {
  workshopId: WorkshopId
  seat: RoomRole
  me: BoardPerson & { personId: PersonId }
  people: (personId: PersonId) => BoardPerson
  departments: readonly { departmentId: string; title: string }[]
  canEdit: boolean
  language: Language
  colorScheme: 'light' | 'dark'
}

export function BoardView(props: BoardViewProps) {
  const { workshopId, seat, me, canEdit, departments } = props
  const board = useBoard({ workshopId, seat, personId: me.personId, canEdit })
  const [isList, setIsList] = useState(false)
  const say = useTexts(boardTexts)
  if (!board)
    return (
      <div className={classes.view}>
        <p className={classes.message} role="status">
          {say('loading')}
        </p>
      </div>
    )
  if (isList)
    return (
      <div className={classes.view}>
        <Rail editor={null} canEdit={canEdit} isList onList={() => setIsList(false)} />
        <MapListOf doc={board.doc} departments={departments} />
      </div>
    )
  return <BoardCanvas {...props} board={board} onList={() => setIsList(true)} />
}
