// What a session is called: "Session 2, 14 January 2027".
import { useLanguage } from '#client/ui/language.ts'
import { documentWords } from '#shared/results/report/document-words.ts'
import type { SessionResult } from '#shared/results/session-results.ts'
import { fill } from '#shared/results/words.ts'
import { useReportFormats } from './use-report-formats.ts'

export function useSessionTitle(): (session: Pick<SessionResult, 'number' | 'startedAt'>) => string {
  const words = documentWords[useLanguage()]
  const format = useReportFormats()
  return ({ number, startedAt }) =>
    fill(words.sessionDated, {
      number,
      day: startedAt === null ? words.prepared : format.dayOf(startedAt),
    })
}
