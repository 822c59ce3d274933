// For addresses that lead nowhere: says what a right one looks like and lets people type their code.
import { CodeForm } from '#client/app/start/CodeForm.tsx'
import { useTexts } from '#client/ui/texts.ts'
import { MessagePage } from './MessagePage.tsx'
import { pageTexts } from './page-texts.ts'

export function NotFoundPage() {
  const t = useTexts(pageTexts)
  return (
    <MessagePage title={t('notFoundTitle')}>
      <p>{t('notFoundText')}</p>
      <CodeForm />
    </MessagePage>
  )
}
