// The board as a picture on the page and on paper, drawn with the board's own code, which is loaded only for that.
import { useComputedColorScheme } from '@mantine/core'
import { useTexts } from '#client/ui/texts.ts'
import type { ColorScheme } from './board-pictures.ts'
import classes from './MapPicture.module.css'
import { resultsTexts } from './results-texts.ts'
import { useBoardPicture } from './use-board-picture.ts'

export function MapPicture({ title }: { title: string }) {
  const t = useTexts(resultsTexts)
  const colorScheme = useComputedColorScheme()
  return (
    <>
      {/* On a phone it is wider than the page, so it can be pushed, also with the arrow keys. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={classes.picture} tabIndex={0} aria-label={t('mapPicture')} data-on="screen">
        <Drawn title={title} colorScheme={colorScheme} />
      </section>
      {colorScheme === 'dark' && (
        <div className={classes.picture} data-on="paper">
          <Drawn title={title} colorScheme="light" />
        </div>
      )}
    </>
  )
}

function Drawn({ title, colorScheme }: { title: string; colorScheme: ColorScheme }) {
  const t = useTexts(resultsTexts)
  const shown = useBoardPicture('board', colorScheme)
  if (typeof shown === 'object')
    return <img src={shown.url} width={shown.width} height={shown.height} alt={t('mapAlt', { title })} />
  const words = { drawing: t('mapLoading'), nothing: t('mapEmpty'), failed: t('mapFailed') }
  return (
    <p className={classes.message} role="status">
      {words[shown]}
    </p>
  )
}
