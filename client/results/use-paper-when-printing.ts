// Paper is light: while a page is printed, the light scheme is drawn, whatever the screen shows.
import { useEffect } from 'react'

const attribute = 'data-mantine-color-scheme'

export function usePaperWhenPrinting(): void {
  useEffect(() => {
    const root = document.documentElement
    let onScreen: string | null = null
    const toPaper = () => {
      onScreen = root.getAttribute(attribute)
      root.setAttribute(attribute, 'light')
    }
    const toScreen = () => {
      if (onScreen !== null) root.setAttribute(attribute, onScreen)
      onScreen = null
    }
    window.addEventListener('beforeprint', toPaper)
    window.addEventListener('afterprint', toScreen)
    return () => {
      window.removeEventListener('beforeprint', toPaper)
      window.removeEventListener('afterprint', toScreen)
    }
  }, [])
}
