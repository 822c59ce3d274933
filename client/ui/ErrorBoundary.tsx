// Catches what was thrown while drawing the part inside it, reports it once, and shows something else in its place.
import { Component, type ErrorInfo, type ReactNode } from 'react'

type Props = { children: ReactNode; fallback: (error: Error) => ReactNode }

// React asks for a class here: there is no hook that catches errors.
export class ErrorBoundary extends Component<Props, { error: Error | null }> {
  override state: { error: Error | null } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override componentDidCatch(error: unknown, { componentStack }: ErrorInfo): void {
    reportError(new Error(`A part of the page broke.${componentStack ?? ''}`, { cause: error }))
  }

  override render(): ReactNode {
    const { error } = this.state
    return error ? this.props.fallback(error) : this.props.children
  }
}
