// What is open over the map: at the side on a desk, from below on a phone.
import { Button, Drawer } from '@mantine/core'
import { IconChevronLeft, IconLock, IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { boardTexts } from '#client/board/board-texts.ts'
import { type Say, titleOf } from '#client/board/twin/names.ts'
import { ClusterSheet } from '#client/board/twin/sheet/ClusterSheet.tsx'
import { FateSheet } from '#client/board/twin/sheet/FateSheet.tsx'
import { GroupSheet } from '#client/board/twin/sheet/GroupSheet.tsx'
import { LaneSheet } from '#client/board/twin/sheet/LaneSheet.tsx'
import { MoveSheet } from '#client/board/twin/sheet/MoveSheet.tsx'
import { NoteSheet } from '#client/board/twin/sheet/NoteSheet.tsx'
import { NotesSheet } from '#client/board/twin/sheet/NotesSheet.tsx'
import { PersonaSheet } from '#client/board/twin/sheet/PersonaSheet.tsx'
import { StageSheet } from '#client/board/twin/sheet/StageSheet.tsx'
import { StructureSheet } from '#client/board/twin/sheet/StructureSheet.tsx'
import classes from '#client/board/twin/sheet/sheet.module.css'
import { TouchpointSheet } from '#client/board/twin/sheet/TouchpointSheet.tsx'
import { boardOf, mapOf, stageOf, type TwinBoard } from '#client/board/twin/twin-maps.ts'
import { twinTexts } from '#client/board/twin/twin-texts.ts'
import { type Sheet, useTwin } from '#client/board/twin/twin-tools.ts'
import { useActions } from '#client/board/twin/use-actions.ts'
import { useTexts } from '#client/ui/texts.ts'
import { isCard } from '#shared/board/map-parts.ts'
import type { NoteKind, OwnShape } from '#shared/board/shapes.ts'

type Props = { sheets: readonly Sheet[]; onClosed: () => void }

export function SheetFrame({ sheets, onClosed }: Props) {
  const { edits, close, isPhone, tell } = useTwin()
  const say = useTexts(twinTexts)
  const sayBoard = useTexts(boardTexts)
  const sheet = sheets.at(-1)
  const board = boardOf(edits.now)
  const id = sheet && idOf(sheet)
  const isGone = id !== undefined && !edits.now.shapes.has(id)
  const lastTitle = useRef('')
  // Somebody else has removed what is open here: it is said, and what was open before is shown again.
  useEffect(() => {
    if (!isGone) return
    if (id !== undefined && edits.now.byOthers.has(id)) tell(say('gone', { gone: lastTitle.current }))
    close()
  }, [isGone, id, edits, tell, say, close])
  const shape = id === undefined ? undefined : edits.now.shapes.get(id)
  useEffect(() => {
    if (shape) lastTitle.current = titleOf(shape, say)
  })
  const words = { say, sayKind: (kind: NoteKind) => sayBoard(kind) }
  return (
    <Drawer
      opened={sheet !== undefined && !isGone}
      onClose={close}
      onExitTransitionEnd={onClosed}
      position={isPhone ? 'bottom' : 'right'}
      size={isPhone ? '92%' : '26rem'}
      title={shape && sheet ? headingOf(sheet, shape, words) : ''}
      classNames={{
        title: classes.title,
        content: classes.content,
        header: classes.header,
        close: classes.close,
      }}
      closeButtonProps={{ 'aria-label': say('close'), icon: <IconX size={20} stroke={1.6} /> }}
      overlayProps={{ color: 'var(--runde-scrim)', backgroundOpacity: 1 }}
    >
      {sheet && shape && (
        <div className={classes.body} key={`${sheet.kind} ${shape.id}`}>
          {sheets.length > 1 && (
            <Button
              variant="subtle"
              color="gray"
              className={classes.back}
              leftSection={<IconChevronLeft size={18} stroke={1.6} aria-hidden />}
              onClick={close}
            >
              {say('back')}
            </Button>
          )}
          <LockNote id={shape.id} />
          <Contents sheet={sheet} shape={shape} board={board} />
        </div>
      )}
    </Drawer>
  )
}

const idOf = (sheet: Sheet): string =>
  sheet.kind === 'structure' ? sheet.mapId : sheet.kind === 'notes' ? sheet.stageId : sheet.id

type Words = { say: Say; sayKind: (kind: NoteKind) => string }

function headingOf(sheet: Sheet, shape: OwnShape, { say, sayKind }: Words): string {
  const title = titleOf(shape, say)
  switch (sheet.kind) {
    case 'shape':
      return title
    case 'structure':
      return say('structureOf', { title })
    case 'notes':
      return say('notesOfStage', { kind: sayKind(sheet.noteKind), stage: title })
    case 'move':
      return say('moveTo')
    case 'fate':
      return say(shape.type === 'stage' ? 'removeStageOf' : 'removeLaneOf', { title })
    case 'group':
      return say('groupTitle')
  }
}

function LockNote({ id }: { id: string }) {
  const { edits, isFacilitator, isReadOnly } = useTwin()
  const actions = useActions()
  const say = useTexts(twinTexts)
  if (isReadOnly || edits.canChange(id)) return null
  const holder = edits.holderOf(id)
  return (
    <div className={classes.locked}>
      <IconLock size={18} stroke={1.6} aria-hidden />
      <span>{say(isFacilitator ? 'cardLockedHere' : 'cardLocked')}</span>
      {isFacilitator && holder !== null && (
        <Button variant="default" onClick={() => actions.lock(holder, false)}>
          {say('unlock')}
        </Button>
      )}
    </div>
  )
}

type ContentsProps = { sheet: Sheet; shape: OwnShape; board: TwinBoard }

function Contents({ sheet, shape, board }: ContentsProps) {
  const { edits, isReadOnly } = useTwin()
  const isFixed = isReadOnly || !edits.canChange(shape.id)
  const map = mapOf(board, shape)
  switch (sheet.kind) {
    case 'structure':
      return map && <StructureSheet map={map} isFixed={isFixed} />
    case 'notes': {
      const stage = map && stageOf(map, sheet.stageId)
      return map && stage && <NotesSheet map={map} stage={stage} noteKind={sheet.noteKind} />
    }
    case 'move':
      return isCard(shape) ? <MoveSheet shape={shape} /> : null
    case 'fate':
      return map && (shape.type === 'stage' || shape.type === 'lane') ? (
        <FateSheet shape={shape} map={map} />
      ) : null
    case 'group':
      return shape.type === 'sticky-note' ? <GroupSheet shape={shape} /> : null
    case 'shape':
      return <ShapeSheet {...{ shape, board, isFixed }} isNew={sheet.isNew ?? false} />
  }
}

type ShapeProps = { shape: OwnShape; board: TwinBoard; isFixed: boolean; isNew: boolean }

function ShapeSheet({ shape, board, ...rest }: ShapeProps) {
  const map = mapOf(board, shape)
  switch (shape.type) {
    case 'touchpoint':
      return <TouchpointSheet shape={shape} {...rest} />
    case 'sticky-note':
      return <NoteSheet shape={shape} {...rest} />
    case 'cluster':
      return (
        <ClusterSheet
          shape={shape}
          notes={(map?.clustered ?? board.looseNotes).get(shape.id) ?? []}
          {...rest}
        />
      )
    case 'stage':
      return map && <StageSheet shape={shape} map={map} {...rest} />
    case 'lane':
      return map && <LaneSheet shape={shape} map={map} {...rest} />
    case 'persona':
      return map && <PersonaSheet shape={shape} map={map} {...rest} />
    case 'journey-map':
      return map && <StructureSheet map={map} isFixed={rest.isFixed} />
  }
}
