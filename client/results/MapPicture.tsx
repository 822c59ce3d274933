// The board as a picture on the page and on paper, drawn with the board's own code, which is loaded only for that.
import { useComputedColorScheme } from '@mantine/core'
import { Component, lazy, type ReactNode, Suspense } from 'react'
import { useTexts } from '#client/ui/texts.ts'
import classes from './MapPicture.module.css'
import { resultsTexts } from './results-texts.ts'
import type { Seat } from './use-results.ts'

const BoardPicture = lazy(async () => ({
  default: (await import('#client/board/BoardPicture.tsx')).BoardPicture,
}))

export type BoardContents = {
  /** The whole board as one Yjs V1 update. */
  update: Uint8Array
  departments: readonly { departmentId: string; title: string }[]
  /** Whose images lie on it, and as whom they are fetched. */
  images: Seat
}

export function MapPicture({ contents, title }: { contents: BoardContents; title: string }) {
  const t = useTexts(resultsTexts)
  const colorScheme = useComputedColorScheme()
  const label = t('mapAlt', { title })
  return (
    <MayFail instead={<p className={classes.message}>{t('mapFailed')}</p>}>
      <Suspense fallback={<p className={classes.message}>{t('mapLoading')}</p>}>
        {/* On a phone it is wider than the page, so it can be pushed, also with the arrow keys. */}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <section className={classes.picture} tabIndex={0} aria-label={t('mapPicture')} data-on="screen">
          <BoardPicture {...contents} colorScheme={colorScheme} label={label} />
        </section>
        {colorScheme === 'dark' && (
          <div className={classes.picture} data-on="paper">
            <BoardPicture {...contents} colorScheme="light" label={label} />
          </div>
        )}
      </Suspense>
    </MayFail>
  )
}

/** A picture that cannot be drawn must not take the report with it. */
class MayFail extends Component<{ instead: ReactNode; children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false }
  static getDerivedStateFromError() {
    return { hasFailed: true }
  }
  override render() {
    return this.state.hasFailed ? this.props.instead : this.props.children
  }
}
