// Second step of an import of a table: what was understood, each column's meaning to correct, what is wrong in which line.
import { Button, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import { CheckFoot } from '#client/board/exchange/CheckFoot.tsx'
import { ColumnMeanings } from '#client/board/exchange/ColumnMeanings.tsx'
import { columnNames } from '#client/board/exchange/column-names.ts'
import classes from '#client/board/exchange/exchange.module.css'
import { exchangeTexts } from '#client/board/exchange/exchange-texts.ts'
import { FailureNote } from '#client/board/exchange/FailureNote.tsx'
import { FirstCards } from '#client/board/exchange/FirstCards.tsx'
import { HowRead } from '#client/board/exchange/HowRead.tsx'
import { LineIssues } from '#client/board/exchange/LineIssues.tsx'
import { Obstacle, useObstacle } from '#client/board/exchange/Obstacle.tsx'
import { type Counts, countsOf, type ExchangeBoard } from '#client/board/exchange/take-in.ts'
import { useCountWords } from '#client/board/exchange/use-count-words.ts'
import type { ImportState } from '#client/board/exchange/use-import.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { BoardFile } from '#shared/board/board-file.ts'
import { type Mapping, mappingGap, remapped } from '#shared/board/import/columns.ts'
import { readMap } from '#shared/board/import/read-map.ts'
import type { Departments } from '#shared/board/import/read-row.ts'
import type { Table, TableWish } from '#shared/board/import/read-table.ts'
import { textProps } from '#shared/board/shapes.ts'

type Props = {
  state: Extract<ImportState, { step: 'check-table' }>
  board: ExchangeBoard
  departments: Departments
  isEmpty: boolean
  put: (contents: Pick<BoardFile, 'maps' | 'loose' | 'departments'>) => boolean
  onWish: (wish: TableWish) => void
  onOther: () => void
  onCancel: () => void
  onDone: (counts: Counts, left: number) => void
}

export function CheckTable({
  state,
  board,
  departments,
  isEmpty,
  put,
  onWish,
  onOther,
  onCancel,
  onDone,
}: Props) {
  const { table, source, wish, failure } = state
  const say = useTexts(exchangeTexts)
  const inWords = useCountWords()
  // What the person has corrected is about one reading of the file.
  const [corrected, setCorrected] = useState<{ of: Table; mapping: Mapping } | null>(null)
  const mapping = corrected?.of === table ? corrected.mapping : table.mapping
  const [title, setTitle] = useState(() => titleOf(source.name))
  const [isRefused, setIsRefused] = useState(false)
  const names = columnNames(table, say)
  const gap = mappingGap(mapping)
  const read = useMemo(() => {
    const titles = { map: '', touchpoints: 'Touchpoints', emotion: say('field.emotion') }
    return readMap(table, { mapping, departments, titles })
  }, [table, mapping, departments, say])
  const contents = { maps: [{ ...read.map, title: title.trim() }], loose: [], departments: [] }
  const counts = countsOf(contents)
  const cards = counts.touchpoints + counts.notes
  const badRows = new Set(read.errors.map(({ line }) => line)).size
  const obstacle = useObstacle(board, contents)
  const isNothing = cards === 0 && counts.stages === 0

  const take = () => {
    if (put(contents)) onDone(counts, badRows)
    else setIsRefused(true)
  }
  return (
    <div className={classes.step}>
      {!gap && (
        <p className={classes.lead} role="status">
          {say('understood')}: {inWords(counts)}
        </p>
      )}
      <HowRead table={table} wish={wish} onWish={onWish} />
      {failure && <FailureNote failure={failure} />}
      <ColumnMeanings
        table={table}
        names={names}
        mapping={mapping}
        onChange={(column, field) => setCorrected({ of: table, mapping: remapped(mapping, column, field) })}
      />
      {gap && (
        <p className={classes.failure} role="alert">
          {say(gap === 'stage' ? 'gapStage' : 'gapText')}
        </p>
      )}
      {!gap && !failure && (
        <>
          <LineIssues read={read} names={names} badRows={badRows} />
          <FirstCards map={read.map} departments={departments} />
          {!isNothing && !obstacle && (
            <TextInput
              label={say('mapTitle')}
              value={title}
              maxLength={textProps['journey-map'].title}
              onChange={(event) => setTitle(event.currentTarget.value)}
            />
          )}
          <Obstacle sentence={isNothing ? say('nothingGood') : obstacle} isRefused={isRefused} />
        </>
      )}
      <CheckFoot {...{ isEmpty, onOther, onCancel }}>
        {!gap && !failure && !isNothing && !obstacle && (
          <Button size="md" onClick={take} data-autofocus>
            {say(badRows > 0 ? 'importGood' : 'importCards', { count: cards })}
          </Button>
        )}
      </CheckFoot>
    </div>
  )
}

const titleOf = (name: string): string =>
  name
    .replace(/\.[^.]{1,5}$/, '')
    .replace(/[_]+/g, ' ')
    .trim()
    .slice(0, textProps['journey-map'].title)
