// Around the board: when it cannot be loaded or breaks, the queue and the polls beside it go on.
import { Button } from '@mantine/core'
import { Component, type ErrorInfo, type ReactNode } from 'react'
import { useTexts } from '#client/ui/texts.ts'
import classes from './BoardBoundary.module.css'
import { roomTexts } from './room-texts.ts'

type Props = { children: ReactNode }

// React asks for a class here: there is no hook that catches what was thrown while drawing.
export class BoardBoundary extends Component<Props, { error: Error | null }> {
  override state: { error: Error | null } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override componentDidCatch(error: unknown, { componentStack }: ErrorInfo): void {
    reportError(new Error(`The board broke.${componentStack ?? ''}`, { cause: error }))
  }

  override render(): ReactNode {
    const { error } = this.state
    return error ? <Broken error={error} /> : this.props.children
  }
}

function Broken({ error }: { error: Error }) {
  const t = useTexts(roomTexts)
  return (
    <div className={classes.broken} role="alert">
      <p className={classes.title}>{t('boardFailed')}</p>
      <p>{t('boardFailedText')}</p>
      <p className={classes.reason} lang="en">
        {error.message}
      </p>
      <Button variant="default" onClick={() => location.reload()}>
        {t('reload')}
      </Button>
    </div>
  )
}
