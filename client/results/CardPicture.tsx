// The part of the board around one card, drawn when it is asked for.
import { useComputedColorScheme } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTexts } from '#client/ui/texts.ts'
import type { ShapeId } from '#shared/ids.ts'
import classes from './CardPicture.module.css'
import type { BoardContents } from './MapPicture.tsx'
import { resultsTexts } from './results-texts.ts'

type Props = { contents: BoardContents; shapeId: ShapeId; alt: string }
type Drawn = { url: string; width: number; height: number } | 'drawing' | 'gone' | 'failed'

export function CardPicture({ contents, shapeId, alt }: Props) {
  const t = useTexts(resultsTexts)
  const colorScheme = useComputedColorScheme()
  const [drawn, setDrawn] = useState<Drawn>('drawing')

  useEffect(() => {
    let url: string | null = null
    let isGone = false
    const draw = async () => {
      const { openDrawing } = await import('#client/board/draw-board.ts')
      const board = openDrawing(contents)
      try {
        return await board.draw({ type: 'svg', colorScheme }, { around: shapeId })
      } finally {
        board.close()
      }
    }
    draw().then(
      (picture) => {
        if (isGone) return
        if (!picture) return setDrawn('gone')
        url = URL.createObjectURL(picture.blob)
        setDrawn({ url, width: picture.width, height: picture.height })
      },
      (error: unknown) => {
        if (!isGone) setDrawn('failed')
        throw error // a bug of ours: the browser's console keeps it, and the rest of the report stays
      },
    )
    return () => {
      isGone = true
      if (url) URL.revokeObjectURL(url)
    }
  }, [contents, shapeId, colorScheme])

  if (typeof drawn === 'object')
    return (
      <img className={classes.picture} src={drawn.url} width={drawn.width} height={drawn.height} alt={alt} />
    )
  const words = { drawing: t('cardLoading'), gone: t('cardGone'), failed: t('cardFailed') }
  return (
    <p className={classes.message} role="status">
      {words[drawn]}
    </p>
  )
}
