// The board as PNG and SVG, drawn when they are asked for; light, because they go onto slides and paper. And everything else.
import { IconAdjustments } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTexts } from '#client/ui/texts.ts'
import type { Language } from '#shared/language.ts'
import { fileName } from '#shared/results/file-name.ts'
import classes from './Download.module.css'
import { Download } from './Download.tsx'
import type { BoardContents } from './MapPicture.tsx'
import { resultsTexts } from './results-texts.ts'

const ExportOfState = lazy(async () => ({
  default: (await import('#client/board/exchange/ExportOfState.tsx')).ExportOfState,
}))

type Props = { contents: BoardContents; workshop: { title: string; language: Language } }

export function MapDownloads({ contents, workshop }: Props) {
  const t = useTexts(resultsTexts)
  const [isOpen, setIsOpen] = useState(false)
  const { title } = workshop
  const draw = async (type: 'png' | 'svg') => {
    const { drawBoard } = await import('#client/board/draw-board.ts')
    return (await drawBoard(contents, { type, colorScheme: 'light' }))?.blob ?? null
  }
  return (
    <>
      <Download label="PNG" name={fileName(title, 'png')} nothing={t('noBoard')} make={() => draw('png')} />
      <Download label="SVG" name={fileName(title, 'svg')} nothing={t('noBoard')} make={() => draw('svg')} />
      <button type="button" className={classes.download} onClick={() => setIsOpen(true)}>
        <IconAdjustments size={20} stroke={1.6} aria-hidden="true" />
        <span>{t('moreFormats')}</span>
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <ExportOfState isOpen contents={contents} workshop={workshop} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
