// What can be done to the things on a map, from every view of it; each says what it has done.
import { useMemo } from 'react'
import { boardTexts } from '#client/board/board-texts.ts'
import { boardWords } from '#client/board/twin/actions/board-words.ts'
import { cardActions } from '#client/board/twin/actions/card-actions.ts'
import { clusterActions } from '#client/board/twin/actions/cluster-actions.ts'
import { partActions } from '#client/board/twin/actions/part-actions.ts'
import { twinTexts } from '#client/board/twin/twin-texts.ts'
import { useTwin } from '#client/board/twin/twin-tools.ts'
import { useTexts } from '#client/ui/texts.ts'

export function useActions() {
  const tools = useTwin()
  const say = useTexts(twinTexts)
  const sayBoard = useTexts(boardTexts)
  return useMemo(() => {
    const words = boardWords(tools, say, sayBoard)
    return { ...cardActions(words), ...clusterActions(words), ...partActions(words) }
  }, [tools, say, sayBoard])
}
