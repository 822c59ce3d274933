// After the agenda's or the session's end: where to find what came of it, and for facilitators the way back.
import { Button } from '@mantine/core'
import panel from '#client/facilitation/panel/panel.module.css'
import { TextButton } from '#client/facilitation/panel/TextButton.tsx'
import { useFacilitation, useMe, useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { runningSession } from '#shared/facilitation/sessions.ts'
import { sessionTexts } from './texts-session.ts'

export function EndedNote() {
  const t = useTexts(sessionTexts)
  const { send } = useRoom()
  const isFacilitator = useMe()?.role === 'facilitator'
  const { startedAt, endedAt } = useFacilitation((state) => state.view.agenda)
  const sessions = useFacilitation((state) => state.view.sessions)
  const last = sessions.all.at(-1)
  if (!last) return null
  if (runningSession(sessions))
    return endedAt === null ? null : (
      <p className={`${panel.small} ${panel.dimmed}`}>{t('agendaEndedWhat')}</p>
    )
  // The next one is being prepared.
  if (last.agenda !== null || (startedAt === null && last.endedAt === null)) return null
  return (
    <>
      <p className={`${panel.small} ${panel.dimmed}`}>{t('endedWhat')}</p>
      {/* Beside the room's own address, with the same seat. */}
      <Button
        component="a"
        href={`${location.pathname}/results${location.search}`}
        target="_blank"
        fullWidth
        my="sm"
      >
        {t('toResults')}
      </Button>
      {isFacilitator && (
        <TextButton onClick={() => void send({ type: 'session.reopen', number: last.number })}>
          {t('reopen')}
        </TextButton>
      )}
    </>
  )
}
