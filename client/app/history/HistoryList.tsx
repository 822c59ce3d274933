// Kept states, newest first, by day; for facilitators a way to keep one under a name.
import { Button } from '@mantine/core'
import { useCallback, useEffect, useState } from 'react'
import type { RoomSeat } from '#client/app/room/room-seat.ts'
import { usePersonName } from '#client/facilitation/use-facilitation.ts'
import { formatDate, formatTime } from '#client/ui/format.ts'
import { useLanguage } from '#client/ui/language.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { HistoryEntry } from '#shared/board/history.ts'
import { dayOf, entryTitle } from './entry-words.ts'
import classes from './history.module.css'
import { listStates } from './history-calls.ts'
import { historyTexts } from './history-texts.ts'
import { KeepState } from './KeepState.tsx'

const refreshMs = 5_000

type Props = { seat: RoomSeat; mayChange: boolean; onLook: (entry: HistoryEntry) => void }

export function HistoryList({ seat, mayChange, onLook }: Props) {
  const t = useTexts(historyTexts)
  const [entries, setEntries] = useState<readonly HistoryEntry[] | 'failed' | null>(null)
  const load = useCallback(() => {
    listStates(seat).then(setEntries, () => setEntries((known) => (Array.isArray(known) ? known : 'failed')))
  }, [seat])
  useEffect(() => {
    load()
    // The agenda goes on while somebody reads.
    const timer = setInterval(() => document.visibilityState === 'visible' && load(), refreshMs)
    return () => clearInterval(timer)
  }, [load])
  if (entries === null)
    return (
      <p className={classes.quiet} role="status">
        {t('loading')}
      </p>
    )
  if (entries === 'failed')
    return (
      <div role="alert">
        <p>{t('failed')}</p>
        <Button variant="default" onClick={load}>
          {t('again')}
        </Button>
      </div>
    )
  return (
    <>
      {entries.length > 0 && <p className={classes.quiet}>{t(mayChange ? 'introFacilitator' : 'intro')}</p>}
      {entries.length === 0 && (
        <div className={classes.empty}>
          <h3>{t('emptyTitle')}</h3>
          <p>{t(mayChange ? 'emptyFacilitator' : 'emptyText')}</p>
        </div>
      )}
      {mayChange && <KeepState seat={seat} onKept={load} />}
      <Days entries={entries} onLook={onLook} />
    </>
  )
}

function Days({ entries, onLook }: { entries: readonly HistoryEntry[]; onLook: Props['onLook'] }) {
  const t = useTexts(historyTexts)
  const language = useLanguage()
  const today = dayOf(Date.now())
  const days = [...Map.groupBy(entries, ({ at }) => dayOf(at))]
  return days.map(([day, ofDay]) => (
    <section key={day} className={classes.day}>
      <h3>{day === today ? t('today') : formatDate(ofDay[0]?.at ?? 0, language)}</h3>
      <ul>
        {ofDay.map((entry) => (
          <Row key={entry.entryId} entry={entry} onLook={onLook} />
        ))}
      </ul>
    </section>
  ))
}

function Row({ entry, onLook }: { entry: HistoryEntry; onLook: Props['onLook'] }) {
  const t = useTexts(historyTexts)
  const language = useLanguage()
  const personName = usePersonName()
  const { at, personId, kind } = entry
  const title = entryTitle(t, entry)
  const time = formatTime(at, language)
  return (
    <li className={classes.row} data-kind={kind}>
      <time dateTime={new Date(at).toISOString()}>{time}</time>
      <span className={classes.what}>
        <strong>{title}</strong>
        <span className={classes.quiet}>
          {personId ? t('by', { name: personName(personId) }) : t('byAgenda')}
        </span>
      </span>
      <Button variant="default" aria-label={t('lookAt', { what: title, time })} onClick={() => onLook(entry)}>
        {t('look')}
      </Button>
    </li>
  )
}
