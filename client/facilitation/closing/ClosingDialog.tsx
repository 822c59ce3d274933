// The closing view: what is missing, when the group meets again, what is sent to everybody, and the end of the session.
import { Button, Group } from '@mantine/core'
import { IconCalendarPlus, IconFlag } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { actionDraft } from '#client/facilitation/actions/action-draft.ts'
import { PlannedStart } from '#client/facilitation/agenda/PlannedStart.tsx'
import { SessionComposer } from '#client/facilitation/agenda/SessionComposer.tsx'
import { Dialog } from '#client/facilitation/panel/Dialog.tsx'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import panel from '#client/facilitation/panel/panel.module.css'
import { useFacilitation, useMe, useRoom } from '#client/facilitation/use-facilitation.ts'
import { CopyButton } from '#client/ui/CopyButton.tsx'
import { timeZoneName } from '#client/ui/format.ts'
import { useLanguage } from '#client/ui/language.ts'
import { useTexts } from '#client/ui/texts.ts'
import { runningSession } from '#shared/facilitation/sessions.ts'
import classes from './closing.module.css'
import { MissingThings } from './MissingThings.tsx'
import { SummaryToSend } from './SummaryToSend.tsx'
import { closingTexts } from './texts-closing.ts'
import { useResultsLink } from './use-results-link.ts'

type Props = { isOpened: boolean; onClose: () => void }

export function ClosingDialog({ isOpened, onClose }: Props) {
  const t = useTexts(closingTexts)
  // Steps aside while an action is mended, and is there again afterwards.
  const isMending = useStore(actionDraft, ({ draft }) => draft !== null)
  const [isPreparing, setPreparing] = useState(false)
  const prepare = () => {
    onClose()
    setPreparing(true)
  }
  return (
    <>
      <Dialog isOpen={isOpened && !isMending} onClose={onClose} title={t('title')} size="lg">
        <Closing onPrepare={prepare} />
      </Dialog>
      <SessionComposer isOpened={isPreparing} onClose={() => setPreparing(false)} />
    </>
  )
}

function Closing({ onPrepare }: { onPrepare: () => void }) {
  const t = useTexts(closingTexts)
  const language = useLanguage()
  const me = useMe()
  const resultsLink = useResultsLink()
  const isRunning = useFacilitation(({ view }) => runningSession(view.sessions) !== null)
  if (!me) return null
  return (
    <div className={classes.closing}>
      {!isRunning && <AfterTheEnd resultsLink={resultsLink} onPrepare={onPrepare} />}
      <MissingThings me={me} />
      <section className={classes.part} aria-labelledby="closing-next">
        <h3 id="closing-next">{t('next')}</h3>
        <PlannedStart label={t('nextWhen')} />
        <p className={`${panel.small} ${panel.dimmed}`}>{t('nextWhat', { zone: timeZoneName(language) })}</p>
      </section>
      <SummaryToSend resultsLink={resultsLink} />
      <End />
    </div>
  )
}

function End() {
  const t = useTexts(closingTexts)
  const { send } = useRoom()
  const sessions = useFacilitation((state) => state.view.sessions)
  const running = runningSession(sessions)
  return (
    running && (
      <Group gap="xs">
        <Button
          rightSection={<IconFlag {...iconProps} />}
          // A refusal is told by the store's notice.
          onClick={() => void send({ type: 'session.end', number: running.number })}
        >
          {t('end')}
        </Button>
      </Group>
    )
  )
}

type AfterProps = { resultsLink: string | null | undefined; onPrepare: () => void }

function AfterTheEnd({ resultsLink, onPrepare }: AfterProps) {
  const t = useTexts(closingTexts)
  const heading = useRef<HTMLHeadingElement>(null)
  // The button that was pressed is gone: who works by keyboard goes on here, and everybody sees it.
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className={classes.part} aria-labelledby="closing-ended">
      <h3 id="closing-ended" ref={heading} tabIndex={-1}>
        {t('ended')}
      </h3>
      <Group gap="xs">
        {/* Beside the room's own address, with the same seat. */}
        <Button component="a" href={`${location.pathname}/results${location.search}`} target="_blank">
          {t('toResults')}
        </Button>
        {resultsLink && (
          <CopyButton value={resultsLink} what={t('resultsLinkAloud')} label={t('resultsLink')} />
        )}
        <Button variant="default" leftSection={<IconCalendarPlus {...iconProps} />} onClick={onPrepare}>
          {t('prepare')}
        </Button>
      </Group>
    </section>
  )
}
