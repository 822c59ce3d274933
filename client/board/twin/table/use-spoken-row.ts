// Says what others do to the row that has the focus: it is gone, it has moved, a value in it is another one.
import { type RefObject, useEffect, useRef } from 'react'
import { boardTexts, channelText, stateText } from '#client/board/board-texts.ts'
import { departmentTitle, titleOf } from '#client/board/twin/names.ts'
import type { TableRow } from '#client/board/twin/table/table-rows.ts'
import { twinTexts } from '#client/board/twin/twin-texts.ts'
import { useTwin } from '#client/board/twin/twin-tools.ts'
import { formatNumber } from '#client/ui/format.ts'
import { announce } from '#client/ui/LiveRegion.tsx'
import { useTexts } from '#client/ui/texts.ts'
import type { TouchpointShape } from '#shared/board/shapes.ts'

/** `before` becomes the rows that were last shown. */
export function useSpokenRow(
  focused: string | null,
  rows: readonly TableRow[],
  before: RefObject<readonly TableRow[]>,
): void {
  const { edits, departments, language } = useTwin()
  const say = useTexts(twinTexts)
  const sayBoard = useTexts(boardTexts)
  const last = useRef<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: speaks when rows change, not when the words do.
  useEffect(() => {
    const old = before.current.find(({ id }) => id === last.current)
    const now = rows.find(({ id }) => id === focused)
    const { byOthers } = edits.now
    if (old && old.id !== now?.id && byOthers.has(old.id) && !edits.now.shapes.has(old.id)) {
      const gone = nameOf(old)
      announce(now ? say('goneNow', { gone, now: nameOf(now) }) : say('gone', { gone }))
    } else if (old?.card && now?.card && old.id === now.id && byOthers.has(now.id)) sayChange(old, now)
    last.current = focused
    before.current = rows
  }, [rows, focused])

  function nameOf({ card, stage }: TableRow): string {
    return titleOf(card ?? stage, say)
  }
  function sayChange(old: TableRow, now: TableRow): void {
    if (!old.card || !now.card) return
    const title = nameOf(now)
    if (old.stageId !== now.stageId) {
      const place = rows.filter(({ stageId }) => stageId === now.stageId).indexOf(now) + 1
      announce(say('otherMoved', { title, stage: titleOf(now.stage, say), place }))
      return
    }
    const [changed] = changesBetween(old.card, now.card)
    if (changed) announce(say('otherChanged', { title, ...changed }))
  }
  function changesBetween(old: TouchpointShape, { props }: TouchpointShape) {
    const figure = (value: number | null) => (value === null ? say('noValue') : formatNumber(value, language))
    const values = {
      actual: figure(props.actual),
      target: figure(props.target),
      channel: sayBoard(channelText(props.channel)),
      departmentId: departmentTitle(departments, props.departmentId, sayBoard),
      state: sayBoard(stateText(props.state)),
    }
    const columnOf = {
      actual: 'column.actual',
      target: 'column.target',
      channel: 'column.channel',
      departmentId: 'column.department',
      state: 'column.state',
    } as const
    const keys = ['actual', 'target', 'channel', 'departmentId', 'state'] as const
    return keys
      .filter((key) => old.props[key] !== props[key])
      .map((key) => ({ column: say(columnOf[key]), value: values[key] }))
  }
}
