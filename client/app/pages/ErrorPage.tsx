// The last resort for a bug of ours: says so, names what happened and an id, and never leaves the page blank.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTexts } from '#client/ui/texts.ts'
import classes from './MessagePage.module.css'
import { MessagePage } from './MessagePage.tsx'
import { pageTexts } from './page-texts.ts'

export function ErrorPage({ error }: { error: Error }) {
  const t = useTexts(pageTexts)
  // Made here, because `crypto.randomUUID` is missing on plain http in a LAN.
  const [errorId] = useState(() => Math.random().toString(36).slice(2, 8).toUpperCase())
  return (
    <MessagePage title={t('errorTitle')}>
      <p>{t('errorText')}</p>
      <p>{t('errorId', { id: errorId })}</p>
      <details className={classes.details}>
        <summary>{t('errorWhat')}</summary>
        <code>
          {errorId} {location.pathname} {describe(error)}
        </code>
      </details>
      <div className={classes.actions}>
        <Button onClick={() => location.reload()}>{t('reload')}</Button>
        <Button variant="default" component="a" href="/">
          {t('toStart')}
        </Button>
      </div>
    </MessagePage>
  )
}

const describe = ({ name, message, stack }: Error): string => `${name}: ${message}\n${stack ?? ''}`
