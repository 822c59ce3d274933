// What stands on the page while its chunk or its data is on the way: the mark at once, words after a moment.
import { VisuallyHidden } from '@mantine/core'
import { Mark } from '#client/ui/Mark.tsx'
import { useTexts } from '#client/ui/texts.ts'
import classes from './LoadingPage.module.css'
import { pageTexts } from './page-texts.ts'

export function LoadingPage() {
  const t = useTexts(pageTexts)
  return (
    <main className={classes.page}>
      <Mark />
      <VisuallyHidden component="h1">Runde</VisuallyHidden>
      <span className={classes.words} role="status">
        {t('loading')}
      </span>
    </main>
  )
}
