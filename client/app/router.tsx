// Which address shows which page; every page is its own chunk, so that nobody loads what they do not open.
import { createBrowserRouter } from 'react-router'
import { ErrorPage } from './pages/ErrorPage.tsx'
import { LoadingPage } from './pages/LoadingPage.tsx'

export const router = createBrowserRouter([
  {
    HydrateFallback: LoadingPage,
    ErrorBoundary: ErrorPage,
    children: [
      { path: '/', lazy: async () => ({ Component: (await import('./start/StartPage.tsx')).StartPage }) },
      {
        path: '/w/:id',
        lazy: async () => ({ Component: (await import('./join/WorkshopPage.tsx')).WorkshopPage }),
      },
      {
        path: '/w/:id/results',
        lazy: async () => ({
          Component: (await import('./pages/ResultsEntrance.tsx')).ResultsEntrance,
        }),
      },
      {
        path: '/secrecy',
        lazy: async () => ({ Component: (await import('./pages/SecrecyPage.tsx')).SecrecyPage }),
      },
      {
        path: '*',
        lazy: async () => ({ Component: (await import('./pages/NotFoundPage.tsx')).NotFoundPage }),
      },
    ],
  },
])
