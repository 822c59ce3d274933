// What a session is called, in the reader's language.
import { useLanguage } from '#client/ui/language.ts'
import { wordsIn } from '#shared/results/report/words-in.ts'
import { sessionTitle } from '#shared/results/report/writing.ts'
import type { SessionResult } from '#shared/results/session-results.ts'
import { useReportFormats } from './use-report-formats.ts'

export function useSessionTitle(): (session: Pick<SessionResult, 'number' | 'startedAt'>) => string {
  const words = wordsIn(useLanguage())
  const format = useReportFormats()
  return (session) => sessionTitle(session, { words, format })
}
