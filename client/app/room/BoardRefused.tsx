// Over the board when the server has refused a change of ours, or speaks another version: what happened, and what to do.
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useBoardStatus } from '#client/board/board-status.ts'
import { type Recovery, useRecovery } from '#client/board/recovery/recovery.ts'
import { saveFile } from '#client/ui/save-file.ts'
import { useTexts } from '#client/ui/texts.ts'
import { lockRefusals } from '#shared/board/protocol.ts'
import classes from './BoardRefused.module.css'
import { keptBackTexts } from './kept-back-texts.ts'

export function BoardRefused() {
  const status = useBoardStatus()
  const recovery = useRecovery((state) => state.recovery)
  if (status.kind === 'outdated') return <Outdated />
  if (status.kind === 'refused') return <Refused reason={status.reason} texts={status.texts} />
  return recovery && <KeptBack recovery={recovery} />
}

/** Until the stored board is there; it stays where that is refused as well. */
function Refused({ reason, texts }: { reason: string; texts: string }) {
  const t = useTexts(keptBackTexts)
  return (
    <Notice title={t('title')} text={t('stuck')} reason={reason}>
      <SaveTexts texts={texts} />
      <Reload />
    </Notice>
  )
}

function KeptBack({ recovery: { reason, good, all, texts, putBack, leaveOut } }: { recovery: Recovery }) {
  const t = useTexts(keptBackTexts)
  const fitting = good === 0 ? t('fittingNone') : t('fitting', { count: good })
  const text = good === all ? t('kept', { count: all }) : `${t('kept', { count: all })} ${fitting}`
  return (
    <Notice title={t('title')} text={text} reason={reason}>
      {good > 0 && (
        <Button variant="default" onClick={putBack}>
          {t('putBack')}
        </Button>
      )}
      <SaveTexts texts={texts} />
      <Button variant="default" onClick={leaveOut}>
        {t('leaveOut')}
      </Button>
    </Notice>
  )
}

function Outdated() {
  const t = useTexts(keptBackTexts)
  return (
    <Notice title={t('outdatedTitle')} text={t('outdatedText')} isCalm>
      <Reload />
    </Notice>
  )
}

function SaveTexts({ texts }: { texts: string }) {
  const t = useTexts(keptBackTexts)
  if (texts === '') return null
  return (
    <Button variant="default" onClick={() => saveFile(t('file'), textFile(texts))}>
      {t('save')}
    </Button>
  )
}

function Reload() {
  const t = useTexts(keptBackTexts)
  return (
    <Button variant="default" onClick={() => location.reload()}>
      {t('reload')}
    </Button>
  )
}

/** The commonest reasons are said in the reader's language. */
const locks = ['notYours', 'board', 'part'] as const

type NoticeProps = { title: string; text: string; reason?: string; isCalm?: boolean; children: ReactNode }

function Notice({ title, text, reason = '', isCalm = false, children }: NoticeProps) {
  const t = useTexts(keptBackTexts)
  const lock = locks.find((kind) => lockRefusals[kind] === reason)
  return (
    <div className={classes.notice} data-calm={isCalm || undefined} role={isCalm ? 'status' : 'alert'}>
      <div>
        <p className={classes.title}>{title}</p>
        <p>{text}</p>
        {reason !== '' && (
          <p className={classes.reason} lang={lock ? undefined : 'en'}>
            {lock ? t(`lock.${lock}`) : reason}
          </p>
        )}
      </div>
      <div className={classes.ways}>{children}</div>
    </div>
  )
}

const textFile = (text: string) => new Blob([`${text}\n`], { type: 'text/plain;charset=utf-8' })
