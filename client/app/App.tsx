// Everything every page stands in: the theme, the colour scheme, the voice for screen readers, the router.
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { useEffect } from 'react'
import { BrowserRouter } from 'react-router'
import { ErrorBoundary } from '#client/ui/ErrorBoundary.tsx'
import { LiveRegion } from '#client/ui/LiveRegion.tsx'
import { cssVariablesResolver, theme } from '#client/ui/theme.ts'
import { Pages } from './Pages.tsx'
import { ErrorPage } from './pages/ErrorPage.tsx'

const colorSchemeManager = localStorageColorSchemeManager({ key: 'runde.colour-scheme' })

export function App() {
  useForgetting()
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      colorSchemeManager={colorSchemeManager}
      defaultColorScheme="auto"
    >
      <BrowserRouter>
        <ErrorBoundary fallback={(error) => <ErrorPage error={error} />}>
          <Pages />
        </ErrorBoundary>
      </BrowserRouter>
      <LiveRegion />
    </MantineProvider>
  )
}

/** Once for every page that is loaded, and after all that somebody waits for. */
function useForgetting(): void {
  useEffect(() => {
    const forget = async () => (await import('./data/forget-gone.ts')).forgetWhatIsGone()
    // What cannot be fetched now is fetched with the next page.
    const timer = setTimeout(() => void forget().catch(() => {}), afterMs)
    return () => clearTimeout(timer)
  }, [])
}
const afterMs = 2000
