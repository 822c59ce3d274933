// What stands on the page while its chunk or its data is on the way: the mark at once, words after a moment.
import { Mark } from '#client/ui/Mark.tsx'
import { useTexts } from '#client/ui/texts.ts'
import classes from './LoadingPage.module.css'
import { pageTexts } from './page-texts.ts'

export function LoadingPage() {
  const t = useTexts(pageTexts)
  return (
    <main className={classes.page}>
      <Mark />
      <h1 className={classes.unseen}>Runde</h1>
      <span className={classes.words} role="status">
        {t('loading')}
      </span>
    </main>
  )
}
