// Takes maps in from a file: choose, check, done.
import { Button } from '@mantine/core'
import { CheckBoard } from '#client/board/exchange/CheckBoard.tsx'
import { CheckTable } from '#client/board/exchange/CheckTable.tsx'
import { ChooseSource } from '#client/board/exchange/ChooseSource.tsx'
import classes from '#client/board/exchange/exchange.module.css'
import { exchangeTexts } from '#client/board/exchange/exchange-texts.ts'
import { type Counts, type ExchangeBoard, takeIn } from '#client/board/exchange/take-in.ts'
import { useCountWords } from '#client/board/exchange/use-count-words.ts'
import { useImport } from '#client/board/exchange/use-import.ts'
import { Dialog } from '#client/ui/Dialog.tsx'
import { announce } from '#client/ui/LiveRegion.tsx'
import { useTexts } from '#client/ui/texts.ts'
import type { BoardFile } from '#shared/board/board-file.ts'
import type { Departments } from '#shared/board/import/read-row.ts'

type Props = {
  isOpen: boolean
  onClose: () => void
  board: ExchangeBoard
  departments: Departments
  /** What has come onto the board can be shown now. */
  onImported?: (() => void) | undefined
}

export function ImportDialog({ isOpen, onClose, ...rest }: Props) {
  const say = useTexts(exchangeTexts)
  return (
    <Dialog title={say('importMap')} isOpen={isOpen} onClose={onClose} size="58rem">
      <Steps {...rest} onClose={onClose} />
    </Dialog>
  )
}

/** Mounted while the dialog is open: the next time it begins again. */
function Steps({ board, departments, onImported, onClose }: Omit<Props, 'isOpen'>) {
  const say = useTexts(exchangeTexts)
  const inWords = useCountWords()
  const { state, read, restart, finish } = useImport()
  const put = (contents: Pick<BoardFile, 'maps' | 'loose' | 'departments'>): boolean => {
    const isDone = takeIn(board, contents, departments)
    if (isDone) onImported?.()
    return isDone
  }
  const finished = (counts: Counts, left: number) => {
    announce(say('imported', { what: inWords(counts) }))
    finish(counts, left)
  }
  const isEmpty = board.elements() === 0
  switch (state.step) {
    case 'choose':
      return (
        <ChooseSource isReading={state.isReading} failure={state.failure} onChoose={read} onStop={restart} />
      )
    case 'check-table':
      return (
        <CheckTable
          {...{ state, board, departments, isEmpty, put }}
          onWish={(wish) => read(state.source, wish)}
          onOther={restart}
          onCancel={onClose}
          onDone={finished}
        />
      )
    case 'check-board':
      return (
        <CheckBoard
          {...{ file: state.file, board, departments, isEmpty, put }}
          onOther={restart}
          onCancel={onClose}
          onDone={(counts) => finished(counts, 0)}
        />
      )
    case 'done': {
      const what = say('imported', { what: inWords(state.counts) })
      return (
        <div className={classes.step}>
          <p className={classes.lead}>{what}</p>
          <p className={classes.hint}>
            {say('importedUndo')} {state.left > 0 && say('stayedAway', { count: state.left })}
          </p>
          <div className={classes.buttons}>
            <Button size="md" onClick={onClose} data-autofocus>
              {say('done')}
            </Button>
          </div>
        </div>
      )
    }
  }
}
