// The part of the board around one card, drawn when it is asked for; on paper always in light.
import { useComputedColorScheme } from '@mantine/core'
import { useTexts } from '#client/ui/texts.ts'
import type { ShapeId } from '#shared/ids.ts'
import classes from './CardPicture.module.css'
import { resultsTexts } from './results-texts.ts'
import { useBoardPicture } from './use-board-picture.ts'

type Props = { shapeId: ShapeId; alt: string; isOnPaper: boolean }

export function CardPicture({ shapeId, alt, isOnPaper }: Props) {
  const t = useTexts(resultsTexts)
  const onScreen = useComputedColorScheme()
  const shown = useBoardPicture(shapeId, isOnPaper ? 'light' : onScreen)
  if (typeof shown === 'object')
    return (
      <img className={classes.picture} src={shown.url} width={shown.width} height={shown.height} alt={alt} />
    )
  const words = { drawing: t('cardLoading'), nothing: t('cardGone'), failed: t('cardFailed') }
  return (
    <p className={classes.message} role="status">
      {words[shown]}
    </p>
  )
}
