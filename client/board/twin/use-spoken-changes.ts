// Says what others do to the thing that has the focus: it is gone, it has moved, a value of it is another one.
import { useEffect, useRef } from 'react'
import { boardTexts, channelText, stateText } from '#client/board/board-texts.ts'
import { departmentTitle, titleOf } from '#client/board/twin/names.ts'
import { boardOf, mapOf, type Where } from '#client/board/twin/twin-maps.ts'
import { twinTexts } from '#client/board/twin/twin-texts.ts'
import { useTwin } from '#client/board/twin/twin-tools.ts'
import { formatNumber } from '#client/ui/format.ts'
import { announce } from '#client/ui/LiveRegion.tsx'
import { useTexts } from '#client/ui/texts.ts'
import type { OwnShape, TouchpointProps } from '#shared/board/shapes.ts'

type Known = { shape: OwnShape; where: Where | null }

/** `focused` is the id of a card, stage or lane; null while nothing has the focus. */
export function useSpokenChanges(focused: string | null): void {
  const { edits, departments, language } = useTwin()
  const say = useTexts(twinTexts)
  const sayBoard = useTexts(boardTexts)
  const { now } = edits
  const known = useRef<Known | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: speaks when the board or the focus changes, not when the words do.
  useEffect(() => {
    const before = known.current
    const shape = focused === null ? undefined : now.shapes.get(focused)
    const where = shape ? (mapOf(boardOf(now), shape)?.whereIs(shape.id) ?? null) : null
    known.current = shape ? { shape, where } : null
    if (!before || !now.byOthers.has(before.shape.id)) return
    if (!now.shapes.has(before.shape.id)) {
      const gone = titleOf(before.shape, say)
      announce(shape ? say('goneNow', { gone, now: titleOf(shape, say) }) : say('gone', { gone }))
    } else if (shape && shape.id === before.shape.id) {
      const words = changeBetween(before, { shape, where })
      if (words) announce(words)
    }
  }, [now, focused])

  function changeBetween(before: Known, { shape, where }: Known): string | null {
    const title = titleOf(shape, say)
    const hasMoved = JSON.stringify(where?.cell) !== JSON.stringify(before.where?.cell)
    const stage = now.shapes.get(where?.cell.stageId ?? '')
    if (hasMoved && where && stage)
      return say('otherMoved', { title, stage: titleOf(stage, say), place: where.place })
    if (shape.type !== 'touchpoint' || before.shape.type !== 'touchpoint') return null
    const [old, props] = [before.shape.props, shape.props]
    const changed = scored.find((key) => old[key] !== props[key])
    return changed ? say('otherChanged', { title, ...saidOf(changed, props) }) : null
  }
  function saidOf(key: (typeof scored)[number], props: TouchpointProps): { column: string; value: string } {
    const figure = (value: number | null) => (value === null ? say('noValue') : formatNumber(value, language))
    switch (key) {
      case 'actual':
      case 'target':
        return { column: say(`column.${key}`), value: figure(props[key]) }
      case 'channel':
        return { column: say('column.channel'), value: sayBoard(channelText(props.channel)) }
      case 'departmentId':
        return {
          column: say('column.department'),
          value: departmentTitle(departments, props.departmentId, sayBoard),
        }
      case 'state':
        return { column: say('column.state'), value: sayBoard(stateText(props.state)) }
    }
  }
}

const scored = ['actual', 'target', 'channel', 'departmentId', 'state'] as const
