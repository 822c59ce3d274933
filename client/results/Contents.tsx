// What the report holds, as links: beside it on a wide screen, folded up above it on a narrow one.
import { useTexts } from '#client/ui/texts.ts'
import type { Section } from '#shared/results/report.ts'
import classes from './Contents.module.css'
import { resultsTexts } from './results-texts.ts'

type Props = { sections: readonly Pick<Section, 'id' | 'title'>[] }

export function Contents({ sections }: Props) {
  const t = useTexts(resultsTexts)
  return (
    <nav className={classes.contents} aria-label={t('contents')}>
      <h2>{t('contents')}</h2>
      <Links sections={sections} />
    </nav>
  )
}

export function FoldedContents({ sections }: Props) {
  const t = useTexts(resultsTexts)
  return (
    <nav className={classes.folded} aria-label={t('contents')}>
      <details>
        <summary>{t('contents')}</summary>
        <Links sections={sections} />
      </details>
      <a href="#downloads">{t('downloads')}</a>
    </nav>
  )
}

const Links = ({ sections }: Props) => (
  <ul>
    {sections.map(({ id, title }) => (
      <li key={id}>
        <a href={`#${id}`}>{title}</a>
      </li>
    ))}
  </ul>
)
