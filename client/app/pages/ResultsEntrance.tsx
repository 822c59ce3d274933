// The door of the results page: finds the seat that may read them, or says which link to open.
import { lazy, Suspense } from 'react'
import { useLocation, useParams } from 'react-router'
import { LoadingPage } from './LoadingPage.tsx'

export function ResultsEntrance() {
  return <LoadingPage />
}
