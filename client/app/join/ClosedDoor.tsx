// Why one cannot come in, and what to do: try again, take the code, go to the start.
import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { useFailureText } from '#client/app/failures.ts'
import classes from '#client/app/pages/MessagePage.module.css'
import { MessagePage } from '#client/app/pages/MessagePage.tsx'
import { pageTexts } from '#client/app/pages/page-texts.ts'
import { CodeForm } from '#client/app/start/CodeForm.tsx'
import { ApiFailure } from '#client/ui/api.ts'
import { useTexts } from '#client/ui/texts.ts'
import { joinTexts } from './join-texts.ts'

/** Failures that another attempt may mend. */
const passing = new Set(['unreachable', 'unreadable', 'too-many-requests', 'removed'])

export function ClosedDoor({ failure, onRetry }: { failure: unknown; onRetry: () => void }) {
  const t = useTexts(joinTexts)
  const page = useTexts(pageTexts)
  const failureText = useFailureText()
  const mayPass = failure instanceof ApiFailure && (passing.has(failure.code) || failure.status >= 500)
  return (
    <MessagePage title={t('closedDoor')}>
      <p role="alert">{failureText(failure)}</p>
      {mayPass ? (
        <div className={classes.actions}>
          <Button onClick={onRetry}>{page('retry')}</Button>
        </div>
      ) : (
        <>
          <p>{t('withCode')}</p>
          <CodeForm />
        </>
      )}
      <Link to="/">{page('toStart')}</Link>
    </MessagePage>
  )
}
