// What came out of an open poll: how many chose each step, and the mean.
import { pollTexts } from '#client/facilitation/texts-poll.ts'
import { formatNumber } from '#client/ui/format.ts'
import { currentLanguage, useTexts } from '#client/ui/texts.ts'
import type { OpenPoll } from '#shared/facilitation/polls.ts'

export function OpenResult({ poll }: { poll: OpenPoll }) {
  const t = useTexts(pollTexts)
  const counts = poll.counts ?? []
  const answers = counts.reduce((sum, count) => sum + count, 0)
  if (answers === 0) return <p>{t('noAnswers')}</p>
  const mean = counts.reduce((sum, count, index) => sum + count * (index + 1), 0) / answers
  return <p>{formatNumber(mean, currentLanguage())}</p>
}
