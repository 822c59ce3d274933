// The door of the results page: finds the seat that may read them, or says which link to open.
import { lazy, Suspense, useEffect, useState } from 'react'
import { useLocation, useParams } from 'react-router'
import { KeptUntil } from '#client/app/data/KeptUntil.tsx'
import { ClosedDoor } from '#client/app/join/ClosedDoor.tsx'
import { rememberWorkshop } from '#client/app/recent.ts'
import { findSeats, seatIn, workshopIdIn } from '#client/app/seat.ts'
import { askEarly, forgetEarly } from '#client/results/early-answers.ts'
import type { CurrentSeat } from '#shared/access/api.ts'
import { LoadingPage } from './LoadingPage.tsx'
import { PageFooter } from './PageFooter.tsx'
import classes from './ResultsEntrance.module.css'

// Asked for at once, not only when it is known who sits here.
const page = import('#client/results/ResultsPage.tsx')
page.catch(() => {}) // told when it is shown
const ResultsPage = lazy(async () => ({ default: (await page).ResultsPage }))

type State =
  | { kind: 'waiting' }
  | { kind: 'failed'; failure: unknown }
  | { kind: 'seated'; seat: CurrentSeat }

export function ResultsEntrance() {
  const { id } = useParams()
  const { search } = useLocation()
  const [state, setState] = useState<State>({ kind: 'waiting' })
  const [attempt, setAttempt] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks again.
  useEffect(() => {
    let isGone = false
    const enter = async () => {
      // Whoever holds several seats here reads the same results with each of them.
      const [workshopId, role] = [workshopIdIn(id), seatIn(search)]
      if (role) askEarly({ workshopId, role })
      const [seat] = await findSeats(workshopId, role)
      if (isGone || !seat) return
      if (seat.role === 'results')
        rememberWorkshop({
          workshopId: seat.workshopId,
          title: seat.title,
          role: 'results',
          openedAt: Date.now(),
        })
      setState({ kind: 'seated', seat })
    }
    enter().catch((failure: unknown) => {
      if (!isGone) setState({ kind: 'failed', failure })
    })
    return () => {
      isGone = true
      forgetEarly()
    }
  }, [id, search, attempt])

  if (state.kind === 'waiting') return <LoadingPage />
  if (state.kind === 'failed')
    return <ClosedDoor failure={state.failure} onRetry={() => setAttempt((before) => before + 1)} />
  const { seat } = state
  return (
    <Suspense fallback={<LoadingPage />}>
      <ResultsPage
        workshopId={seat.workshopId}
        role={seat.role}
        end={<KeptUntil seat={seat} className={classes.kept} />}
        footer={<PageFooter />}
      />
    </Suspense>
  )
}
