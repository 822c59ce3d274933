// Takes the board or a map along: what, as what, how large, light or dark.
import { Button, NativeSelect, SegmentedControl } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import classes from '#client/board/exchange/exchange.module.css'
import { exportTexts } from '#client/board/exchange/export-texts.ts'
import {
  type ExportedBoard,
  type ExportFormat,
  exportFormats,
  extentOf,
  fileOfBoard,
  jsonBlob,
  tableBlob,
  useDrawing,
} from '#client/board/exchange/use-export.ts'
import { useSaving } from '#client/board/exchange/use-saving.ts'
import { type PixelSize, pixelsAt } from '#client/board/picture-scale.ts'
import { Dialog } from '#client/ui/Dialog.tsx'
import { formatNumber } from '#client/ui/format.ts'
import { currentLanguage, useTexts } from '#client/ui/texts.ts'
import type { OwnShape } from '#shared/board/shapes.ts'
import { fileName } from '#shared/results/file-name.ts'

type Props = { isOpen: boolean; onClose: () => void; board: ExportedBoard }

export function ExportDialog({ isOpen, onClose, board }: Props) {
  const say = useTexts(exportTexts)
  return (
    <Dialog title={say('title')} isOpen={isOpen} onClose={onClose} size="34rem">
      <Choices board={board} />
    </Dialog>
  )
}

function Choices({ board }: { board: ExportedBoard }) {
  const say = useTexts(exportTexts)
  const drawing = useDrawing(board)
  const [maps] = useState(() => mapsOf(board.shapes()))
  const [hasSelection] = useState(() => board.selected().length > 0)
  const [what, setWhat] = useState('everything')
  const [format, setFormat] = useState<ExportFormat>('png')
  const [scale, setScale] = useState(2)
  const [scheme, setScheme] = useState<'light' | 'dark'>('light')
  const { step, save, reset } = useSaving()

  if (!drawing) return <p role="status">{say('loading')}</p>
  const isPicture = format === 'png' || format === 'svg'
  const size = drawing.size(extentOf(what, board))
  if (!size && what === 'everything') return <p className={classes.hint}>{say('nothing')}</p>
  const pixels = size && pixelsAt(size, format === 'png' ? scale : 1)
  const mapId = maps.find(({ id }) => id === what)?.id ?? (maps.length === 1 ? (maps[0]?.id ?? null) : null)
  const isMissingMap = format === 'csv' && mapId === null
  const name = fileName([board.title, maps.find(({ id }) => id === what)?.title ?? ''].join(' '), format)

  const make = async (): Promise<Blob | null> => {
    if (format === 'csv') return mapId === null ? null : tableBlob(board, mapId, currentLanguage())
    if (format === 'json') return jsonBlob(fileOfBoard(board, what))
    drawing.follow(board.update())
    const wish = { type: format, colorScheme: scheme, scale: pixels?.scale ?? 1 }
    return (await drawing.draw(wish, extentOf(what, board)))?.blob ?? null
  }
  const change =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      set(value)
      reset()
    }
  return (
    <div className={classes.step}>
      <NativeSelect
        label={say('what')}
        value={what}
        data={[
          { value: 'everything', label: say('everything') },
          ...maps.map(({ id, title }) => ({
            value: id,
            label: say('map', { title: title || say('untitled') }),
          })),
          ...(hasSelection && isPicture ? [{ value: 'selection', label: say('selection') }] : []),
        ]}
        onChange={(event) => change(setWhat)(event.currentTarget.value)}
        data-autofocus
      />
      <NativeSelect
        label={say('format')}
        description={say(`about.${format}`)}
        inputWrapperOrder={['label', 'input', 'description']}
        value={format}
        data={exportFormats.map((value) => ({ value, label: say(value) }))}
        onChange={({ currentTarget: { value } }) => {
          change(setFormat)(exportFormats.find((each) => each === value) ?? 'png')
          if (what === 'selection') setWhat('everything')
        }}
      />
      {isPicture && <SchemeField value={scheme} onChange={change(setScheme)} />}
      {format === 'png' && <ScaleField value={scale} onChange={change(setScale)} pixels={pixels} />}
      {isMissingMap && <p className={classes.failure}>{say('chooseMap')}</p>}
      <div className={classes.buttons}>
        {!isMissingMap && (
          <Button
            size="md"
            leftSection={<IconDownload size={20} stroke={1.6} aria-hidden />}
            onClick={() => save(name, make)}
            aria-disabled={step === 'making'}
          >
            {say(step === 'making' ? 'making' : 'save')}
          </Button>
        )}
        <span className={step === 'failed' ? classes.failure : classes.hint}>
          {typeof step === 'object'
            ? say('saved', { file: step.saved })
            : step === 'failed'
              ? say('failed')
              : name}
        </span>
      </div>
    </div>
  )
}

type SchemeProps = { value: 'light' | 'dark'; onChange: (scheme: 'light' | 'dark') => void }

function SchemeField({ value, onChange }: SchemeProps) {
  const say = useTexts(exportTexts)
  return (
    <fieldset className={classes.group}>
      <legend>{say('scheme')}</legend>
      <SegmentedControl
        size="md"
        aria-label={say('scheme')}
        value={value}
        data={[
          { value: 'light', label: say('light') },
          { value: 'dark', label: say('dark') },
        ]}
        onChange={(chosen) => onChange(chosen === 'dark' ? 'dark' : 'light')}
      />
    </fieldset>
  )
}

type ScaleProps = { value: number; onChange: (scale: number) => void; pixels: PixelSize | null }

function ScaleField({ value, onChange, pixels }: ScaleProps) {
  const say = useTexts(exportTexts)
  return (
    <fieldset className={classes.group}>
      <legend>{say('size')}</legend>
      <SegmentedControl
        size="md"
        aria-label={say('size')}
        value={String(value)}
        data={[1, 2, 3, 4].map((times) => ({
          value: String(times),
          label: say('times', { count: times }),
        }))}
        onChange={(chosen) => onChange(Number(chosen))}
      />
      {pixels && <Pixels pixels={pixels} />}
    </fieldset>
  )
}

function Pixels({ pixels: { width, height, scale, isLowered } }: { pixels: PixelSize }) {
  const say = useTexts(exportTexts)
  const size = { width, height }
  return (
    <p className={classes.hint}>
      {isLowered
        ? say('lowered', { ...size, scale: formatNumber(scale, currentLanguage(), 2) })
        : say('pixels', size)}
    </p>
  )
}

const mapsOf = (shapes: readonly OwnShape[]): { id: string; title: string }[] =>
  shapes
    .filter((shape) => shape.type === 'journey-map')
    .sort((one, other) => one.y - other.y || one.x - other.x)
    .map(({ id, props: { title } }) => ({ id, title }))
