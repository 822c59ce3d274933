// Second step of an import of a file of ours: what is in it, and what of it has no place here.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { CheckFoot } from '#client/board/exchange/CheckFoot.tsx'
import classes from '#client/board/exchange/exchange.module.css'
import { exchangeTexts } from '#client/board/exchange/exchange-texts.ts'
import { Obstacle, useObstacle } from '#client/board/exchange/Obstacle.tsx'
import { type Counts, countsOf, departmentHere, type ExchangeBoard } from '#client/board/exchange/take-in.ts'
import { useCountWords } from '#client/board/exchange/use-count-words.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { BoardFile } from '#shared/board/board-file.ts'
import type { Departments } from '#shared/board/import/read-row.ts'

type Props = {
  file: BoardFile
  board: ExchangeBoard
  departments: Departments
  isEmpty: boolean
  put: (contents: Pick<BoardFile, 'maps' | 'loose' | 'departments'>) => boolean
  onOther: () => void
  onCancel: () => void
  onDone: (counts: Counts) => void
}

export function CheckBoard({ file, board, departments, isEmpty, put, onOther, onCancel, onDone }: Props) {
  const say = useTexts(exchangeTexts)
  const inWords = useCountWords()
  const [isRefused, setIsRefused] = useState(false)
  const counts = countsOf(file)
  const unknown = unknownDepartments(file, departments)
  const obstacle = useObstacle(board, file)
  const isNothing = counts.maps === 0 && counts.notes === 0
  return (
    <div className={classes.step}>
      <p className={classes.lead}>
        {say(file.format === 'runde-template' ? 'templateFile' : 'boardFile', { title: file.title })}
      </p>
      <p>{inWords(counts)}</p>
      {file.maps.length > 1 && (
        <p className={classes.hint}>{file.maps.map(({ title }) => title).join(' · ')}</p>
      )}
      {unknown.length > 0 && (
        <p className={classes.hint}>
          {say('unknownDepartments', { count: unknown.length, names: unknown.join(', ') })}
        </p>
      )}
      <Obstacle sentence={isNothing ? say('nothingGood') : obstacle} isRefused={isRefused} />
      <CheckFoot {...{ isEmpty, onOther, onCancel }}>
        {!isNothing && !obstacle && (
          <Button size="md" onClick={() => (put(file) ? onDone(counts) : setIsRefused(true))} data-autofocus>
            {say('importAll')}
          </Button>
        )}
      </CheckFoot>
    </div>
  )
}

/** Those that something in the file belongs to, by the names the file has for them. */
function unknownDepartments({ maps, loose, departments: theirs }: BoardFile, ours: Departments): string[] {
  const here = departmentHere(theirs, ours)
  const cards = [...maps.flatMap(({ cards: each }) => each), ...loose]
  const used = cards.flatMap((card) =>
    card.type === 'cluster' ? card.notes.map(({ departmentId }) => departmentId) : [card.departmentId],
  )
  const unknown = [...new Set(used)].filter((id) => id !== null).filter((id) => here(id) === null)
  return unknown.map((id) => theirs.find(({ departmentId }) => departmentId === id)?.title ?? id)
}
