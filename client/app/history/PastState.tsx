// One kept state, drawn to look at, plainly marked as old; for facilitators the way back to it, and back from it.
import { Alert, Button, useComputedColorScheme } from '@mantine/core'
import { IconArrowLeft, IconHistory } from '@tabler/icons-react'
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { type RoomSeat, useMyRole } from '#client/app/room/room-seat.ts'
import { useFacilitation, usePersonName } from '#client/facilitation/use-facilitation.ts'
import { ErrorBoundary } from '#client/ui/ErrorBoundary.tsx'
import { useLanguage } from '#client/ui/language.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { HistoryEntry } from '#shared/board/history.ts'
import { PersonId } from '#shared/ids.ts'
import { DeleteState } from './DeleteState.tsx'
import { entryTime, entryTitle, entryWhen } from './entry-words.ts'
import { GoBack } from './GoBack.tsx'
import classes from './history.module.css'
import { stateBytes } from './history-calls.ts'
import { historyTexts } from './history-texts.ts'

// Drawing needs tldraw; whoever only reads the list does without.
const BoardPicture = lazy(async () => ({
  default: (await import('#client/board/BoardPicture.tsx')).BoardPicture,
}))

type Props = { seat: RoomSeat; entry: HistoryEntry; mayChange: boolean; onBack: () => void }

export function PastState({ seat, entry, mayChange, onBack }: Props) {
  const t = useTexts(historyTexts)
  const role = useMyRole(seat)
  const language = useLanguage()
  const when = entryWhen(entry.at, language)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className={classes.past}>
      <Button
        variant="subtle"
        color="gray"
        className={classes.back}
        leftSection={<IconArrowLeft size={18} stroke={1.6} aria-hidden />}
        onClick={onBack}
      >
        {t('back')}
      </Button>
      <div className={classes.banner}>
        <IconHistory size={20} stroke={1.6} aria-hidden />
        <div>
          <h3 ref={heading} tabIndex={-1}>
            {t('old', { time: entryTime(entry.at, language) })} · {entryTitle(t, entry)}
          </h3>
          <p>{t('oldText')}</p>
        </div>
      </div>
      <Picture seat={seat} entry={entry} label={t('picture', { when })} />
      {mayChange && <GoBack seat={seat} entry={entry} when={when} />}
      {mayChange && entry.kind === 'named' && <DeleteState seat={seat} entry={entry} onDeleted={onBack} />}
      {!mayChange && role === 'facilitator' && <p className={classes.quiet}>{t('atDesk')}</p>}
    </div>
  )
}

function Picture({ seat, entry, label }: { seat: RoomSeat; entry: HistoryEntry; label: string }) {
  const t = useTexts(historyTexts)
  const colorScheme = useComputedColorScheme('light', { getInitialValueInEffect: false })
  const departments = useFacilitation(({ view }) => view.info.departments)
  const authorOf = useAuthors()
  const [update, setUpdate] = useState<Uint8Array | 'gone' | 'failed' | null>(null)
  const [isWhole, setWhole] = useState(false)
  useEffect(() => {
    let hasLeft = false
    stateBytes(seat, entry.entryId).then(
      (bytes) => !hasLeft && setUpdate(bytes ?? 'gone'),
      () => !hasLeft && setUpdate('failed'),
    )
    return () => {
      hasLeft = true
    }
  }, [seat, entry.entryId])
  const loading = <p className={classes.quiet}>{t('loading')}</p>
  if (update === null) return loading
  if (update === 'gone' || update === 'failed')
    return <Alert color="red">{t(update === 'gone' ? 'gone' : 'failed')}</Alert>
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={classes.picture} tabIndex={0} aria-label={label} data-whole={isWhole || undefined}>
        <ErrorBoundary fallback={() => <p>{t('pictureFailed')}</p>}>
          <Suspense fallback={loading}>
            <BoardPicture
              update={update}
              images={seat}
              authorOf={authorOf}
              departments={departments}
              colorScheme={colorScheme}
              label={label}
            />
          </Suspense>
        </ErrorBoundary>
      </section>
      <Button variant="subtle" size="sm" className={classes.size} onClick={() => setWhole(!isWhole)}>
        {t(isWhole ? 'larger' : 'smaller')}
      </Button>
    </>
  )
}

/** Names as they are today: who has taken theirs back is not named in an old state either. */
function useAuthors() {
  const personName = usePersonName()
  const people = useFacilitation(({ view }) => view.people)
  return useCallback(
    (id: string) => {
      const author = PersonId.safeParse(id).data
      return author ? { name: personName(author), departmentId: people[author]?.departmentId ?? null } : null
    },
    [personName, people],
  )
}
