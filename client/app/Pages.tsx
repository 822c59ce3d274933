// Which address shows which page; every page is its own chunk, so that nobody loads what they do not open.
//
// React Router in its plain form: its data routers would add a third to the join page, and no page here needs loaders.
import { lazy, Suspense } from 'react'
import { Route, Routes } from 'react-router'
import { LoadingPage } from './pages/LoadingPage.tsx'
import { loadResultsEntrance } from './pages/load-results.ts'

const StartPage = lazy(async () => ({ default: (await import('./start/StartPage.tsx')).StartPage }))
const WorkshopPage = lazy(async () => ({ default: (await import('./join/WorkshopPage.tsx')).WorkshopPage }))
const ResultsEntrance = lazy(async () => ({
  default: (await loadResultsEntrance()).ResultsEntrance,
}))
const SecrecyPage = lazy(async () => ({ default: (await import('./pages/SecrecyPage.tsx')).SecrecyPage }))
const NotFoundPage = lazy(async () => ({ default: (await import('./pages/NotFoundPage.tsx')).NotFoundPage }))

export function Pages() {
  return (
    <Suspense fallback={<LoadingPage />}>
      <Routes>
        <Route path="/" element={<StartPage />} />
        <Route path="/w/:id" element={<WorkshopPage />} />
        <Route path="/w/:id/results" element={<ResultsEntrance />} />
        <Route path="/secrecy" element={<SecrecyPage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </Suspense>
  )
}
