// Small messages about commands that the server refused: read aloud, gone by themselves after a while or by a click.
import { CloseButton } from '@mantine/core'
import { useEffect } from 'react'
import { refusalText, refusalTexts } from '#client/facilitation/refusal-texts.ts'
import type { Notice } from '#client/facilitation/room-store.ts'
import { panelTexts } from '#client/facilitation/texts.ts'
import { useFacilitation, useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import classes from './Notices.module.css'

/** Long enough to read two sentences twice. */
const shownMs = 12_000

export function Notices() {
  const notices = useFacilitation((state) => state.notices)
  return (
    <div className={classes.notices} role="alert">
      {notices.map((notice) => (
        <NoticeRow key={notice.noticeId} notice={notice} />
      ))}
    </div>
  )
}

function NoticeRow({ notice }: { notice: Notice }) {
  const { dismiss } = useRoom()
  const t = useTexts(panelTexts)
  const refusal = useTexts(refusalTexts)
  const { noticeId } = notice
  useEffect(() => {
    const timer = setTimeout(() => dismiss(noticeId), shownMs)
    return () => clearTimeout(timer)
  }, [dismiss, noticeId])
  return (
    <div className={classes.notice}>
      <span>{refusalText(refusal, notice)}</span>
      <CloseButton
        size="lg"
        variant="transparent"
        aria-label={t('dismiss')}
        onClick={() => dismiss(noticeId)}
      />
    </div>
  )
}
