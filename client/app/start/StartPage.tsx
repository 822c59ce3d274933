// The start page: what the workshop is about, a template, one click; or a code; or where one was before.
import { Title } from '@mantine/core'
import { PageFooter } from '#client/app/pages/PageFooter.tsx'
import { Brand } from '#client/ui/Mark.tsx'
import { useTexts } from '#client/ui/texts.ts'
import { CodeForm } from './CodeForm.tsx'
import { CreateForm } from './CreateForm.tsx'
import { FromFile } from './FromFile.tsx'
import { RecentWorkshops } from './RecentWorkshops.tsx'
import classes from './StartPage.module.css'
import { startTexts } from './start-texts.ts'

export function StartPage() {
  const t = useTexts(startTexts)
  return (
    <div className={classes.page}>
      <title>Runde</title>
      <header className={classes.header}>
        <Brand />
      </header>
      <main className={classes.columns}>
        <CreateForm />
        <aside className={classes.aside}>
          <section aria-labelledby="join-by-code">
            <Title order={2} size="h3" id="join-by-code">
              {t('joinByCode')}
            </Title>
            <p className={classes.hint}>{t('codeHint')}</p>
            <CodeForm />
          </section>
          <RecentWorkshops />
          <FromFile />
        </aside>
      </main>
      <PageFooter />
    </div>
  )
}
