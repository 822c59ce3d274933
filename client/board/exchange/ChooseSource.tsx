// First step of an import: a file that is chosen, dragged here or pasted; and an example to fill in.
import { Button } from '@mantine/core'
import { IconDownload, IconFileImport } from '@tabler/icons-react'
import { type DragEvent, useEffect, useRef, useState } from 'react'
import classes from '#client/board/exchange/exchange.module.css'
import { exchangeTexts } from '#client/board/exchange/exchange-texts.ts'
import { FailureNote } from '#client/board/exchange/FailureNote.tsx'
import type { Source } from '#client/board/exchange/read-file.ts'
import type { Failure } from '#client/board/exchange/use-import.ts'
import { FileInput } from '#client/ui/FileInput.tsx'
import { saveFile } from '#client/ui/save-file.ts'
import { currentLanguage, useTexts } from '#client/ui/texts.ts'
import { sampleDepartments, sampleMap } from '#shared/board/import/sample-map.ts'
import { writeTable } from '#shared/board/import/write-table.ts'
import { fileName } from '#shared/results/file-name.ts'

type Props = {
  isReading: boolean
  failure: Failure | null
  onChoose: (source: Source) => void
  onStop: () => void
}

export function ChooseSource({ isReading, failure, onChoose, onStop }: Props) {
  const say = useTexts(exchangeTexts)
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setIsOver] = useState(false)
  const take = (file: File | null | undefined) => file && onChoose({ name: file.name, content: file })
  usePaste((source) => onChoose({ ...source, name: source.name || say('pasted') }))

  const drag = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(event.type !== 'dragleave' && event.type !== 'drop')
    if (event.type === 'drop') take(event.dataTransfer.files[0])
  }
  return (
    <div className={classes.step}>
      <p className={classes.hint}>{say('chooseHint')}</p>
      {failure && <FailureNote failure={failure} />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a place to let go of a file; the button in it does the same by keyboard. */}
      <div
        className={classes.drop}
        data-over={isOver || undefined}
        onDragEnter={drag}
        onDragOver={drag}
        onDragLeave={drag}
        onDrop={drag}
      >
        {isReading ? (
          <>
            <p role="status">{say('reading')}</p>
            <Button variant="default" onClick={onStop}>
              {say('stopReading')}
            </Button>
          </>
        ) : (
          <>
            <Button
              size="md"
              leftSection={<IconFileImport size={20} stroke={1.6} aria-hidden />}
              onClick={() => input.current?.click()}
              data-autofocus
            >
              {say('chooseFile')}
            </Button>
            <p className={`${classes.hint} ${classes.dropHint}`}>{say(isOver ? 'dropNow' : 'dropHere')}</p>
          </>
        )}
        <FileInput
          ref={input}
          label={say('chooseFile')}
          accept=".csv,.tsv,.tab,.txt,.json,text/csv,text/tab-separated-values,text/plain,application/json"
          onChoose={take}
        />
      </div>
      <p className={classes.hint}>{say('columnsHint')}</p>
      <div className={classes.buttons}>
        <Button
          variant="default"
          leftSection={<IconDownload size={18} stroke={1.6} aria-hidden />}
          onClick={() => saveSample(say('sampleName'))}
        >
          {say('sample')}
        </Button>
      </div>
    </div>
  )
}

function saveSample(name: string): void {
  const language = currentLanguage()
  const text = writeTable(sampleMap(language), { language, departments: sampleDepartments[language] })
  saveFile(fileName(name, 'csv'), new Blob([text], { type: 'text/csv' }))
}

/** A table copied in a spreadsheet program comes as text, with a picture of it beside: the text is meant. */
function usePaste(onPaste: (source: Source) => void): void {
  const latest = useRef(onPaste)
  latest.current = onPaste
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? ''
      const [file] = event.clipboardData?.files ?? []
      if (text.trim() !== '') latest.current({ name: '', content: text })
      else if (file) latest.current({ name: file.name, content: file })
      else return
      event.preventDefault()
      event.stopPropagation()
    }
    // Before the board gets to see it, which would make a note of it.
    window.addEventListener('paste', paste, { capture: true })
    return () => window.removeEventListener('paste', paste, { capture: true })
  }, [])
}
