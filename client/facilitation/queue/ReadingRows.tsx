// Texts that wait to be read aloud: words for facilitators, one's own for their author, a count for everyone else.
import { Button } from '@mantine/core'
import { IconSpeakerphone } from '@tabler/icons-react'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import panel from '#client/facilitation/panel/panel.module.css'
import { TextButton } from '#client/facilitation/panel/TextButton.tsx'
import { useFacilitation, useMe, useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { type Reading, waitingReadings } from '#shared/facilitation/readings.ts'
import classes from './ReadingRows.module.css'
import { queueTexts } from './texts-queue.ts'

export function ReadingRows() {
  const t = useTexts(queueTexts)
  const me = useMe()
  const waiting = waitingReadings(useFacilitation((state) => state.view.readings))
  if (!me || waiting.length === 0) return null
  const own = waiting.find(({ personId }) => personId === me.personId)
  if (me.role === 'facilitator')
    return (
      <section className={classes.readings} aria-labelledby="readings-heading">
        <h3 id="readings-heading" className={classes.heading}>
          {t('readings')}
        </h3>
        <ul>
          {waiting.map((reading) => (
            <ToRead key={reading.readingId} reading={reading} />
          ))}
        </ul>
      </section>
    )
  const others = waiting.length - (own ? 1 : 0)
  return (
    <div className={classes.readings}>
      {own && <Own reading={own} />}
      {others > 0 && (
        <p className={`${panel.small} ${panel.dimmed} ${classes.count}`}>
          <IconSpeakerphone {...iconProps} />
          {t('readingsWaiting', { count: others })}
        </p>
      )}
    </div>
  )
}

function ToRead({ reading: { readingId, text } }: { reading: Reading }) {
  const t = useTexts(queueTexts)
  const { send } = useRoom()
  return (
    <li className={classes.reading}>
      <blockquote className={classes.text}>{text}</blockquote>
      <div className={classes.actions}>
        {/* A refusal is told by the store's notice. */}
        <Button variant="default" onClick={() => void send({ type: 'reading.finish', readingId })}>
          {t('readingDone')}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          onClick={() => void send({ type: 'reading.set-aside', readingId })}
        >
          {t('readingAside')}
        </Button>
      </div>
    </li>
  )
}

function Own({ reading: { readingId, text } }: { reading: Reading }) {
  const t = useTexts(queueTexts)
  const { send } = useRoom()
  return (
    <div className={classes.reading}>
      <p className={panel.small}>{t('ownReading')}</p>
      <blockquote className={classes.text}>{text}</blockquote>
      <TextButton onClick={() => void send({ type: 'reading.withdraw', readingId })}>
        {t('ownWithdraw')}
      </TextButton>
    </div>
  )
}
