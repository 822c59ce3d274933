// The board as a picture of another size, of one map, in another scheme: the same choice as in the room.
import { IconAdjustments } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTexts } from '#client/ui/texts.ts'
import type { Language } from '#shared/language.ts'
import classes from './Downloads.module.css'
import { resultsTexts } from './results-texts.ts'
import type { BoardContents } from './use-board-picture.ts'

const ExportOfState = lazy(async () => ({
  default: (await import('#client/board/exchange/ExportOfState.tsx')).ExportOfState,
}))

type Props = { contents: BoardContents; workshop: { title: string; language: Language } }

export function MoreFormats({ contents, workshop }: Props) {
  const t = useTexts(resultsTexts)
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <button type="button" className={classes.file} onClick={() => setIsOpen(true)}>
        <IconAdjustments size={20} stroke={1.6} aria-hidden="true" />
        {t('moreFormats')}
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <ExportOfState isOpen contents={contents} workshop={workshop} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
