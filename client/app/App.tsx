// Everything every page stands in: the theme, the colour scheme, the voice for screen readers, the router.
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { RouterProvider } from 'react-router/dom'
import { LiveRegion } from '#client/ui/LiveRegion.tsx'
import { cssVariablesResolver, theme } from '#client/ui/theme.ts'
import { router } from './router.tsx'

const colorSchemeManager = localStorageColorSchemeManager({ key: 'runde.colour-scheme' })

export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      colorSchemeManager={colorSchemeManager}
      defaultColorScheme="auto"
    >
      <RouterProvider router={router} />
      <LiveRegion />
    </MantineProvider>
  )
}
