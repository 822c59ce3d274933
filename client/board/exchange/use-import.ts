// The three steps of an import: choose what to read, check what was understood, done.
import { useCallback, useEffect, useRef, useState } from 'react'
import { readSource, type Source } from '#client/board/exchange/read-file.ts'
import type { Counts } from '#client/board/exchange/take-in.ts'
import type { BoardFile } from '#shared/board/board-file.ts'
import type { FileProblem } from '#shared/board/import/file-problem.ts'
import { noWish, type Table, type TableWish } from '#shared/board/import/read-table.ts'

/** `unreadable`: the browser could not open the file. */
export type Failure = FileProblem | { code: 'unreadable' }
export type ImportState =
  | { step: 'choose'; isReading: boolean; failure: Failure | null }
  /** `failure` is that of reading it again in another way; `table` is then the last that could be read. */
  | { step: 'check-table'; source: Source; wish: TableWish; table: Table; failure: Failure | null }
  | { step: 'check-board'; source: Source; file: BoardFile }
  | { step: 'done'; counts: Counts; left: number }

const begin: ImportState = { step: 'choose', isReading: false, failure: null }

export type Import = {
  state: ImportState
  read(source: Source, wish?: TableWish): void
  restart(): void
  finish(counts: Counts, left: number): void
}

export function useImport(): Import {
  const [state, setState] = useState<ImportState>(begin)
  const reading = useRef<AbortController | null>(null)
  useEffect(() => () => reading.current?.abort(), [])

  const read = useCallback((source: Source, wish: TableWish = noWish) => {
    reading.current?.abort()
    const ending = new AbortController()
    reading.current = ending
    // What was understood stays in view while the file is read in another way.
    setState((before) =>
      before.step === 'check-table' ? { ...before, wish } : { ...begin, isReading: true },
    )
    readSource(source, wish, ending.signal).then(
      (found) => {
        if (ending.signal.aborted || !found) return
        setState((before) => {
          if (found.kind === 'table')
            return { step: 'check-table', source, wish, table: found.table, failure: null }
          if (found.kind === 'board') return { step: 'check-board', source, file: found.file }
          return failed(before, found.problem, wish)
        })
      },
      () => {
        if (!ending.signal.aborted) setState((before) => failed(before, { code: 'unreadable' }, wish))
      },
    )
  }, [])
  const restart = useCallback(() => {
    reading.current?.abort()
    setState(begin)
  }, [])
  const finish = useCallback((counts: Counts, left: number) => setState({ step: 'done', counts, left }), [])
  return { state, read, restart, finish }
}

const failed = (before: ImportState, failure: Failure, wish: TableWish): ImportState =>
  before.step === 'check-table' ? { ...before, wish, failure } : { ...begin, failure }
