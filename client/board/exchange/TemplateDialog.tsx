// Keeps the board as a template: in this browser, as a file, or both.
import { Button, Switch, TextInput } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { boardFileFor } from '#client/board/exchange/board-file-for.ts'
import type { AboutWorkshop } from '#client/board/exchange/Exchange.tsx'
import classes from '#client/board/exchange/exchange.module.css'
import { exportTexts } from '#client/board/exchange/export-texts.ts'
import { type KeptAs, keepTemplate } from '#client/board/exchange/own-templates.ts'
import { countsOf } from '#client/board/exchange/take-in.ts'
import { useCountWords } from '#client/board/exchange/use-count-words.ts'
import { jsonBlob } from '#client/board/exchange/use-export.ts'
import { Dialog } from '#client/ui/Dialog.tsx'
import { announce } from '#client/ui/LiveRegion.tsx'
import { saveFile } from '#client/ui/save-file.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { Departments } from '#shared/board/import/read-row.ts'
import type { OwnShape } from '#shared/board/shapes.ts'
import { fileName } from '#shared/results/file-name.ts'

type Props = {
  isOpen: boolean
  onClose: () => void
  workshop: AboutWorkshop
  departments: Departments
  shapes: () => readonly OwnShape[]
}

export function TemplateDialog({ isOpen, onClose, ...rest }: Props) {
  const say = useTexts(exportTexts)
  return (
    <Dialog title={say('templateTitle')} isOpen={isOpen} onClose={onClose} size="34rem">
      <Choices {...rest} onClose={onClose} />
    </Dialog>
  )
}

const longestName = 120

function Choices({ workshop, departments, shapes, onClose }: Omit<Props, 'isOpen'>) {
  const say = useTexts(exportTexts)
  const inWords = useCountWords()
  const [name, setName] = useState(workshop.title)
  const [notes, setNotes] = useState(true)
  const [actuals, setActuals] = useState(false)
  const [done, setDone] = useState<{ words: string; isFailure: boolean } | null>(null)
  const title = name.trim() || workshop.title
  const file = boardFileFor(
    { format: 'runde-template', shapes: shapes(), about: { ...workshop, title }, departments },
    { keep: { notes, actuals } },
  )
  const isEmpty = file.maps.length + file.loose.length === 0
  if (isEmpty && notes) return <p className={classes.hint}>{say('nothing')}</p>

  const tell = (words: string, isFailure = false) => {
    setDone({ words, isFailure })
    announce(words)
  }
  const kept = (how: KeptAs) => {
    if (how === 'not-kept') tell(say('notKept'), true)
    else tell(how === 'new' ? say('kept') : `${say('kept')} ${say('keptReplaced')}`)
  }
  const asFile = fileName(title, 'json')
  return (
    <div className={classes.step}>
      <p className={classes.hint}>{say('templateHint')}</p>
      <TextInput
        label={say('templateName')}
        value={name}
        maxLength={longestName}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
      />
      <Switch
        label={say('withNotes')}
        checked={notes}
        onChange={(event) => setNotes(event.currentTarget.checked)}
      />
      <Switch
        label={say('withActuals')}
        checked={actuals}
        onChange={(event) => setActuals(event.currentTarget.checked)}
      />
      <p className={classes.lead}>{isEmpty ? say('nothing') : inWords(countsOf(file))}</p>
      {!isEmpty && (
        <div className={classes.buttons}>
          <Button size="md" onClick={() => void keepTemplate(file, Date.now()).then(kept)}>
            {say('keepHere')}
          </Button>
          <Button
            size="md"
            variant="default"
            leftSection={<IconDownload size={18} stroke={1.6} aria-hidden />}
            onClick={() => {
              saveFile(asFile, jsonBlob(file))
              tell(say('saved', { file: asFile }))
            }}
          >
            {say('keepFile')}
          </Button>
          {done && (
            <Button size="md" variant="subtle" onClick={onClose}>
              {say('done')}
            </Button>
          )}
        </div>
      )}
      <p className={done?.isFailure ? classes.failure : classes.hint}>{done?.words ?? say('keepHint')}</p>
    </div>
  )
}
