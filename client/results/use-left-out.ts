// What the report leaves out, as chosen here: shown at once, sent one choice after the other, taken back where it fails.
import { useEffect, useRef, useState } from 'react'
import { ApiFailure, askWorkshop } from '#client/ui/api.ts'
import { LeftOut } from '#shared/results/leave-out.ts'
import { SectionId } from '#shared/results/report.ts'
import type { Seat } from './early-answers.ts'

export type LeftOutChoice = {
  leftOut: SectionId[]
  state: 'as-it-was' | 'saving' | 'saved' | 'failed'
  show: (id: SectionId, isShown: boolean) => void
}

export function useLeftOut({ workshopId, role }: Seat, stored: SectionId[]): LeftOutChoice {
  const [leftOut, setLeftOut] = useState(stored)
  const [state, setState] = useState<LeftOutChoice['state']>('as-it-was')
  const [bug, setBug] = useState<{ error: unknown } | null>(null)
  const sending = useRef<Promise<unknown>>(Promise.resolve())
  const latest = useRef(stored)
  useEffect(() => {
    latest.current = stored
    setLeftOut(stored)
  }, [stored])

  const show = (id: SectionId, isShown: boolean) => {
    const before = latest.current
    const wanted = SectionId.options.filter((one) => (one === id ? !isShown : before.includes(one)))
    latest.current = wanted
    setLeftOut(wanted)
    setState('saving')
    const send = () =>
      askWorkshop(LeftOut, { workshopId, role }, '/report', { method: 'PUT', body: { leftOut: wanted } })
    const sent = sending.current.then(send)
    sending.current = sent.catch(() => {})
    sent.then(
      () => latest.current === wanted && setState('saved'),
      (failure: unknown) => {
        if (!(failure instanceof ApiFailure)) return setBug({ error: failure })
        latest.current = before
        setLeftOut(before)
        setState('failed')
      },
    )
  }

  if (bug) throw bug.error
  return { leftOut, state, show }
}
