// The board in the room: the canvas with its rail, or the same map as a table and list.
import { useMediaQuery } from '@mantine/hooks'
import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import classes from '#client/board/board.module.css'
import { boardTexts } from '#client/board/board-texts.ts'
import type { AboutWorkshop } from '#client/board/exchange/Exchange.tsx'
import { onOwnChange } from '#client/board/own-changes.ts'
import { SilentPanel } from '#client/board/silence/SilentPanel.tsx'
import { SilenceContext, type SilentWriting } from '#client/board/silence/silence.ts'
import { useOwnDrafts } from '#client/board/silence/use-own-drafts.ts'
import { ActionCards } from '#client/board/together/ActionCommands.tsx'
import {
  type BoardPerson,
  type Company,
  CompanyContext,
  type Together,
} from '#client/board/together/together.ts'
import { Twin } from '#client/board/twin/Twin.tsx'
import { useBoard } from '#client/board/use-board.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { RoomLink } from '#shared/access/role.ts'
import type { PersonId, WorkshopId } from '#shared/ids.ts'
import type { Language } from '#shared/language.ts'

// The table and the list, which is what phones show first, come without tldraw.
const BoardCanvas = lazy(async () => ({
  default: (await import('#client/board/BoardCanvas.tsx')).BoardCanvas,
}))

export type BoardViewProps = {
  workshopId: WorkshopId
  seat: RoomLink
  me: BoardPerson & { personId: PersonId }
  people: (personId: PersonId) => BoardPerson
  departments: readonly { departmentId: string; title: string }[]
  /** For files that are taken along. */
  workshop: AboutWorkshop
  canEdit: boolean
  /** What facilitation says about the board. */
  together: Together
  /** The round of silent writing that is on; undefined as long as nobody knows. */
  writing: SilentWriting | null | undefined
  /** Called when this person changes the board. */
  onWrite: () => void
  language: Language
  colorScheme: 'light' | 'dark'
}

export function BoardView(props: BoardViewProps) {
  const { workshopId, seat, me, people, canEdit, departments, together, onWrite } = props
  const board = useBoard({ workshopId, seat, personId: me.personId, canEdit })
  useEffect(() => (board ? onOwnChange(board.doc, onWrite) : undefined), [board, onWrite])
  const silence = useOwnDrafts({ workshopId, seat, personId: me.personId }, props.writing)
  const isPhone = useMediaQuery('(max-width: 37.49em)', false, { getInitialValueInEffect: false })
  const [isList, setIsList] = useState(isPhone)
  const say = useTexts(boardTexts)
  const { personId } = me
  const company = useMemo<Company | null>(
    () =>
      board && {
        doc: board.doc,
        awareness: board.awareness,
        me: personId,
        people,
        departments,
        // On a phone the canvas is there to look at.
        canEdit: canEdit && (isList || !isPhone),
        together,
      },
    [board, personId, people, departments, canEdit, isList, isPhone, together],
  )
  const loading = (
    <div className={classes.view}>
      <p className={classes.message} role="status">
        {say('loading')}
      </p>
    </div>
  )
  if (!board || !company) return loading
  if (!isList)
    return (
      <CompanyContext value={company}>
        <ActionCards />
        <SilenceContext value={silence}>
          <Suspense fallback={loading}>
            <BoardCanvas
              {...props}
              canEdit={company.canEdit}
              board={board}
              isPhone={isPhone}
              onList={() => setIsList(true)}
            />
          </Suspense>
        </SilenceContext>
      </CompanyContext>
    )
  const myDepartment = departments.find(({ departmentId }) => departmentId === me.departmentId) ?? null
  return (
    <CompanyContext value={company}>
      <ActionCards />
      <SilenceContext value={silence}>
        <div className={classes.view}>
          <Twin
            {...props}
            board={board}
            isPhone={isPhone}
            onBoard={() => setIsList(false)}
            head={<SilentPanel doc={board.doc} myDepartment={myDepartment} />}
          />
        </div>
      </SilenceContext>
    </CompanyContext>
  )
}
