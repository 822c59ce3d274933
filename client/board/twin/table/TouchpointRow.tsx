// A row of the table: one touchpoint with all that is said of it, or a stage that has none yet.
// biome-ignore-all lint/a11y/useSemanticElements: the grid pattern of ARIA: only part of the rows may be there, and one cell at a time has the focus, not its row.
// biome-ignore-all lint/a11y/useFocusableInteractive: as above.
// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: both roles that a cell can have know it.
import { VisuallyHidden } from '@mantine/core'
import { IconFlag, IconLock, IconPlus } from '@tabler/icons-react'
import { memo, type ReactNode } from 'react'
import { boardTexts, channelText, stateText } from '#client/board/board-texts.ts'
import { channelIcons } from '#client/board/shapes/channel-icons.ts'
import { ActionsOf } from '#client/board/together/ActionMarks.tsx'
import { CardDotButton } from '#client/board/together/CardDotButton.tsx'
import { HereOf } from '#client/board/together/HereMark.tsx'
import { CardMenu } from '#client/board/twin/CardMenu.tsx'
import { departmentTitle, emotionLabel, titleOf } from '#client/board/twin/names.ts'
import { PeerFlag, type PeerLook } from '#client/board/twin/PeerFlag.tsx'
import { ScoreTrack } from '#client/board/twin/ScoreTrack.tsx'
import { type Column, columns, stageColumns } from '#client/board/twin/table/columns.ts'
import classes from '#client/board/twin/table/table.module.css'
import type { TableRow } from '#client/board/twin/table/table-rows.ts'
import { twinTexts } from '#client/board/twin/twin-texts.ts'
import { useTwin } from '#client/board/twin/twin-tools.ts'
import { DepartmentShape } from '#client/ui/DepartmentShape.tsx'
import { departmentPlace } from '#client/ui/department-shapes.ts'
import { formatNumber } from '#client/ui/format.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { TouchpointShape } from '#shared/board/shapes.ts'

type Props = {
  row: TableRow
  /** From 2 on: the first is the head. */
  rowIndex: number
  /** The cell that can have the focus, where it is in this row. */
  focused: Column | null
  isLocked: boolean
  peers: readonly PeerLook[]
  /** In place of a cell's contents. */
  editor: { column: Column; field: ReactNode } | null
  isMenuOpen: boolean
  /** The same function always. */
  onMenu: (row: string, isOpen: boolean) => void
}

export const TouchpointRow = memo(function TouchpointRow({
  row,
  rowIndex,
  focused,
  isLocked,
  peers,
  editor,
  isMenuOpen,
  onMenu,
}: Props) {
  const { isReadOnly } = useTwin()
  const say = useTexts(twinTexts)
  const menu = row.card && (
    <CardMenu
      id={row.id}
      title={titleOf(row.card, say)}
      isOpen={isMenuOpen}
      isFixed={isReadOnly || isLocked}
      beyond="stage"
      onOpen={() => onMenu(row.id, true)}
      onClose={() => onMenu(row.id, false)}
    />
  )
  const shown = useContents(row, isLocked, menu)
  return (
    <div
      role="row"
      aria-rowindex={rowIndex}
      className={classes.row}
      data-first={row.isFirst || undefined}
      data-card={row.card ? row.id : undefined}
    >
      {columns.map((column, at) => {
        const isEdited = editor?.column === column
        const isStage = stageColumns.has(column)
        const isFixed = isReadOnly || isLocked || column === 'track' || (!row.card && !isStage)
        return (
          <div
            key={column}
            role={column === 'title' ? 'rowheader' : 'gridcell'}
            aria-colindex={at + 1}
            aria-readonly={isFixed}
            tabIndex={focused === column && !isEdited ? 0 : -1}
            className={classes.cell}
            data-row={row.id}
            data-column={column}
            data-repeated={(isStage && !row.isFirst) || undefined}
            data-edited={isEdited || undefined}
          >
            {isEdited ? editor.field : shown[column]}
            {column === 'title' && peers.length > 0 && <PeerFlag peers={peers} />}
          </div>
        )
      })}
    </div>
  )
})

function useContents(row: TableRow, isLocked: boolean, menu: ReactNode): Record<Column, ReactNode> {
  const { departments, language, isReadOnly } = useTwin()
  const say = useTexts(twinTexts)
  const sayBoard = useTexts(boardTexts)
  const { stage, card, counts } = row
  const count = (value: number) => <span data-none={value === 0 || undefined}>{value}</span>
  const ofStage = {
    stage: (
      <span>
        {titleOf(stage, say)} <HereOf shapeId={stage.id} />
      </span>
    ),
    emotion: emotionLabel(row.emotion, say, language),
    'pain-points': count(counts['pain-points']),
    opportunities: count(counts.opportunities),
    evidence: count(counts.evidence),
  }
  const none = { channel: null, department: null, actual: null, target: null, track: null, state: null }
  if (!card) {
    const title = isReadOnly ? (
      <span className={classes.quiet}>{say('noTouchpoint')}</span>
    ) : (
      <span className={classes.add}>
        <IconPlus size={18} stroke={1.6} aria-hidden />
        {say('addTouchpointHere')}
      </span>
    )
    return { ...ofStage, ...none, title, more: null }
  }
  const { channel, departmentId, actual, target, state } = card.props
  const figure = (value: number | null) =>
    value === null ? <VisuallyHidden>{say('noValue')}</VisuallyHidden> : formatNumber(value, language)
  const spoken = (value: number | null) => (value === null ? say('noValue') : formatNumber(value, language))
  const Channel = channelIcons[channel]
  return {
    ...ofStage,
    title: <Title card={card} isLocked={isLocked} />,
    channel: (
      <span className={classes.pair}>
        <Channel size={18} stroke={1.6} aria-hidden />
        {sayBoard(channelText(channel))}
      </span>
    ),
    department: (
      <span className={classes.pair}>
        <DepartmentShape place={departmentPlace(departments, departmentId)} />
        {departmentTitle(departments, departmentId, sayBoard)}
      </span>
    ),
    actual: figure(actual),
    target: figure(target),
    track: (
      <ScoreTrack
        actual={actual}
        target={target}
        label={say('trackOf', { actual: spoken(actual), target: spoken(target) })}
      />
    ),
    state: sayBoard(stateText(state)),
    more: menu,
  }
}

function Title({ card, isLocked }: { card: TouchpointShape; isLocked: boolean }) {
  const say = useTexts(twinTexts)
  const sayBoard = useTexts(boardTexts)
  return (
    <span className={classes.title} data-untitled={card.props.title.trim() === '' || undefined}>
      {titleOf(card, say)} <HereOf shapeId={card.id} /> <ActionsOf shapeId={card.id} />
      <CardDotButton shapeId={card.id} title={titleOf(card, say)} isMark />
      {card.props.momentOfTruth && (
        <span className={classes.moment}>
          <IconFlag size={16} stroke={1.6} aria-hidden />
          {sayBoard('momentOfTruth')}
        </span>
      )}
      {isLocked && (
        <span className={classes.locked}>
          <IconLock size={16} stroke={1.6} aria-hidden />
          {say('locked')}
        </span>
      )}
    </span>
  )
}
