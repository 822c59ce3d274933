// How polls stay secret, for everybody who asks, also before they join.
import { lazy, Suspense } from 'react'
import { useTexts } from '#client/ui/texts.ts'
import { MessagePage } from './MessagePage.tsx'
import { PageFooter } from './PageFooter.tsx'
import { pageTexts } from './page-texts.ts'

const HowPollsStaySecret = lazy(async () => ({
  default: (await import('#client/facilitation/ballots/HowPollsStaySecret.tsx')).HowPollsStaySecret,
}))

export function SecrecyPage() {
  const t = useTexts(pageTexts)
  return (
    <MessagePage title={t('secrecy')} footer={<PageFooter />}>
      <Suspense fallback={null}>
        <HowPollsStaySecret />
      </Suspense>
    </MessagePage>
  )
}
