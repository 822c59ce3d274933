// The map without a canvas: as a table, a matrix or a list, over the same records; what can be done there can be done here.
import {
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { z } from 'zod'
import type { BoardViewProps } from '#client/board/BoardView.tsx'
import type { BoardConnection } from '#client/board/board-connection.ts'
import { useBoardStatus } from '#client/board/board-status.ts'
import { TwinExchange } from '#client/board/exchange/TwinExchange.tsx'
import { useSilentNotes } from '#client/board/silence/silence.ts'
import { boardSilenceTexts } from '#client/board/silence/silence-texts.ts'
import { BoardEdits } from '#client/board/twin/edit-board.ts'
import { LiveShapes } from '#client/board/twin/live-shapes.ts'
import { TwinFrame } from '#client/board/twin/TwinFrame.tsx'
import { type TellPresence, tellPresence } from '#client/board/twin/tell-presence.ts'
import { twinTexts } from '#client/board/twin/twin-texts.ts'
import { type Sheet, TwinContext, type TwinTools } from '#client/board/twin/twin-tools.ts'
import { usePeersAt } from '#client/board/twin/use-peers-at.ts'
import { recall, remember } from '#client/ui/browser-storage.ts'
import { announce } from '#client/ui/LiveRegion.tsx'
import { useTexts } from '#client/ui/texts.ts'
import { maxElements } from '#shared/board/page-limit.ts'

/** What has just been done, at the foot of the view. */
export type Notice = { text: string; canUndo: boolean; at: number }
export type TwinView = z.infer<typeof TwinView>
const TwinView = z.enum(['table', 'matrix', 'list'])
const viewKey = 'runde.twin-view'

type Props = BoardViewProps & {
  board: BoardConnection
  isPhone: boolean
  onBoard: () => void
  /** Stands before the map. */
  head: ReactNode
}
type Parts = { live: LiveShapes; edits: BoardEdits; presence: TellPresence }

export function Twin(props: Props) {
  const { board } = props
  const mayLock = props.together.isFacilitator
  const [parts, setParts] = useState<Parts | null>(null)
  const [notice, setNotice] = useState<Notice | null>(null)
  const say = useTexts(twinTexts)
  const words = useRef(say)
  words.current = say
  const isSilent = useSilentNotes().keeper !== null
  const saySilence = useTexts(boardSilenceTexts)
  const silence = useRef({ isOn: isSilent, say: saySilence })
  silence.current = { isOn: isSilent, say: saySilence }
  useEffect(() => {
    const live = new LiveShapes(board.doc)
    const refuse = (text: string) => {
      setNotice({ text, canUndo: false, at: Date.now() })
      announce(text)
    }
    const edits = new BoardEdits({
      doc: board.doc,
      live,
      mayLock,
      onFull: () => refuse(words.current('full', { count: maxElements })),
      mayAddNotes: () => {
        if (silence.current.isOn) refuse(silence.current.say('notOpen'))
        return !silence.current.isOn
      },
    })
    const presence = tellPresence(board.awareness)
    setParts({ live, edits, presence })
    return () => {
      edits.dispose()
      live.dispose()
      presence.dispose()
    }
  }, [board, mayLock])
  return parts && <Ready {...props} {...parts} notice={notice} onNotice={setNotice} />
}

const tellNobody = () => {}

type ReadyProps = Props & Parts & { notice: Notice | null; onNotice: (notice: Notice | null) => void }

function Ready(props: ReadyProps) {
  const { live, edits, presence, onNotice, board, people, departments, isPhone, me, language } = props
  const now = useSyncExternalStore(live.subscribe, () => live.now)
  const status = useBoardStatus(({ kind }) => kind)
  const isRefused = status === 'refused' || status === 'unauthorised'
  const isReadOnly = !props.canEdit || isRefused || (now.isLocked && !props.together.isFacilitator)
  const [sheets, setSheets] = useState<readonly Sheet[]>([])
  const [view, setView] = useState(() => recall('localStorage', viewKey, TwinView) ?? 'table')
  const chooseView = (next: TwinView) => {
    setView(next)
    remember('localStorage', viewKey, next)
  }
  const open = useCallback((sheet: Sheet) => setSheets((before) => [...before, sheet]), [])
  const close = useCallback(() => setSheets((before) => before.slice(0, -1)), [])
  const tell = useCallback(
    (text: string, undo?: 'undo') => {
      announce(text)
      onNotice(undo ? { text, canUndo: true, at: Date.now() } : null)
    },
    [onNotice],
  )
  const { personId, departmentId } = me
  const { isFacilitator } = props.together
  const { workshopId } = props
  const { keeper, begin } = useSilentNotes()
  const isSilent = keeper !== null
  const writeSilently = keeper && begin
  // Where somebody is tells which cell they write for.
  useEffect(() => {
    if (isSilent) presence.beAt(null)
  }, [isSilent, presence])
  const tools = useMemo<TwinTools>(
    () => ({
      workshopId,
      edits,
      departments,
      language,
      me: { personId, departmentId },
      nameOf: (of) => people(of).name,
      isFacilitator,
      isPhone,
      isReadOnly,
      open,
      close,
      tell,
      typeIn: presence.typeIn,
      beAt: isSilent ? tellNobody : presence.beAt,
      writeSilently,
    }),
    [
      workshopId,
      edits,
      departments,
      language,
      personId,
      departmentId,
      people,
      isFacilitator,
      isPhone,
      isReadOnly,
      open,
      close,
      tell,
      presence,
      isSilent,
      writeSilently,
    ],
  )
  const peersAt = usePeersAt({ awareness: board.awareness, people, departments })
  return (
    <TwinContext value={tools}>
      <TwinFrame
        now={now}
        view={isPhone ? 'list' : view}
        onView={chooseView}
        sheets={sheets}
        notice={props.notice}
        onNotice={onNotice}
        isWatching={!props.canEdit}
        isRefused={isRefused}
        peersAt={peersAt}
        onBoard={props.onBoard}
        head={props.head}
      />
      <TwinExchange doc={board.doc} workshop={props.workshop} images={{ workshopId, role: props.seat }} />
    </TwinContext>
  )
}
