// Writes what a drag holds back when the page is left: a tab that is hidden may never be shown again.
import type { Binding } from '#client/board/binding/bind-store.ts'

export function flushWhenLeft({ flush }: Pick<Binding, 'flush'>): () => void {
  const onHidden = () => {
    if (document.visibilityState === 'hidden') flush()
  }
  document.addEventListener('visibilitychange', onHidden)
  window.addEventListener('pagehide', flush)
  return () => {
    document.removeEventListener('visibilitychange', onHidden)
    window.removeEventListener('pagehide', flush)
  }
}
