// What the report holds, as links, and where in it one is: beside it on a wide screen, folded up in a bar above it on a narrow one.
import { IconArrowUp } from '@tabler/icons-react'
import { type KeyboardEvent, memo, useRef } from 'react'
import { useTexts } from '#client/ui/texts.ts'
import type { Section } from '#shared/results/report.ts'
import classes from './Contents.module.css'
import { resultsTexts } from './results-texts.ts'
import { useSectionInView } from './use-section-in-view.ts'

type Props = {
  sections: readonly Pick<Section, 'id' | 'title'>[]
  /** Before the browser looks for where a link leads: it must be there. */
  onGo: () => void
}

export const Contents = memo(function Contents({ sections, onGo }: Props) {
  const t = useTexts(resultsTexts)
  const current = useSectionInView(sections)
  if (sections.length === 0) return null
  return (
    <nav className={classes.contents} aria-label={t('contents')}>
      <h2>{t('contents')}</h2>
      <Links sections={sections} current={current} onGo={onGo} />
      <a href="#top" className={classes.toTop}>
        {t('toTop')}
      </a>
    </nav>
  )
})

export const FoldedContents = memo(function FoldedContents({ sections, onGo }: Props) {
  const t = useTexts(resultsTexts)
  const fold = useRef<HTMLDetailsElement>(null)
  const current = useSectionInView(sections)
  const close = () => fold.current?.removeAttribute('open')
  const go = () => {
    onGo()
    close()
  }
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape' || !fold.current?.open) return
    close()
    fold.current.querySelector('summary')?.focus()
  }
  const title = sections.find(({ id }) => id === current)?.title
  return (
    <nav className={classes.folded} aria-label={t('contents')}>
      {sections.length > 0 && (
        <details ref={fold} onKeyDown={onKeyDown}>
          <summary>
            {t('contents')}
            {title !== undefined && <span className={classes.here}>{title}</span>}
          </summary>
          <Links sections={sections} current={current} onGo={go} />
        </details>
      )}
      <a href="#downloads">{t('downloads')}</a>
      <a href="#top" className={classes.arrow} aria-label={t('toTop')} title={t('toTop')}>
        <IconArrowUp size={20} stroke={1.8} aria-hidden="true" />
      </a>
    </nav>
  )
})

const Links = ({ sections, current, onGo }: Props & { current: string | null }) => (
  <ul>
    {sections.map(({ id, title }) => (
      <li key={id}>
        <a href={`#${id}`} aria-current={id === current ? 'location' : undefined} onClick={onGo}>
          {title}
        </a>
      </li>
    ))}
  </ul>
)
