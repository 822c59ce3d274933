// What is missing before the end, each with the one click that mends it.
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { draftFrom } from '#client/facilitation/actions/action-draft.ts'
import { AnswerConcern } from '#client/facilitation/concerns/AnswerConcern.tsx'
import panel from '#client/facilitation/panel/panel.module.css'
import { TextButton } from '#client/facilitation/panel/TextButton.tsx'
import { useFacilitation, useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { Action } from '#shared/facilitation/actions.ts'
import type { Poll } from '#shared/facilitation/polls.ts'
import type { Me } from '#shared/facilitation/protocol.ts'
import classes from './closing.module.css'
import { closingTexts } from './texts-closing.ts'
import { useOpenConcerns } from './use-open-concerns.ts'
import { countOf, whatIsMissing } from './what-is-missing.ts'

/** More than these are named by their number: the list is to be mended, not to be read. */
const mostNamed = 8

export function MissingThings({ me }: { me: Me }) {
  const t = useTexts(closingTexts)
  const { send } = useRoom()
  const view = useFacilitation((state) => state.view)
  const missing = whatIsMissing(view)
  const { concerns, isCounting } = useOpenConcerns(me)
  const { actions, polls, promises, isCheckOutOpen, topics } = missing
  const isNothing = countOf(missing) + concerns.length === 0 && !isCounting
  return (
    <section className={classes.part} aria-labelledby="closing-missing">
      <h3 id="closing-missing">{t('missing')}</h3>
      {isNothing && (
        <p>{actions.length === 0 && view.actions.list.length > 0 ? t('nothing') : t('noThings')}</p>
      )}
      <ul className={classes.things}>
        {polls.map((poll) => (
          <OpenPoll key={poll.pollId} poll={poll} />
        ))}
        {promises > 0 && (
          <Thing what={t('promises', { count: promises })}>
            <Button variant="default" onClick={() => void send({ type: 'check-out.open', about: 'session' })}>
              {t('checkOut')}
            </Button>
          </Thing>
        )}
        {isCheckOutOpen && <Thing what={t('checkOutOpen')} />}
        {actions.slice(0, mostNamed).map((action) => (
          <OpenAction key={action.actionId} action={action} />
        ))}
        <More count={actions.length - mostNamed} />
        {concerns.slice(0, mostNamed).map(({ pollId, title, t: id, text }) => (
          <li key={id} className={classes.thing} data-tall>
            <div>
              <p className={`${panel.small} ${panel.dimmed}`}>{t('concern', { title })}</p>
              <p>{text}</p>
            </div>
            <AnswerConcern pollId={pollId} t={id} answer={undefined} />
          </li>
        ))}
        <More count={concerns.length - mostNamed} />
        {topics.slice(0, mostNamed).map(({ topicId, text }) => (
          <Thing key={topicId} what={t('parked', { topic: text })}>
            <TextButton
              aria-label={t('settleAloud', { topic: text })}
              onClick={() => void send({ type: 'topic.settle', topicId })}
            >
              {t('settle')}
            </TextButton>
          </Thing>
        ))}
        <More count={topics.length - mostNamed} />
      </ul>
    </section>
  )
}

function Thing({ what, children }: { what: ReactNode; children?: ReactNode }) {
  return (
    <li className={classes.thing}>
      <div>{what}</div>
      {children}
    </li>
  )
}

function More({ count }: { count: number }) {
  const t = useTexts(closingTexts)
  return count > 0 ? <li className={`${panel.small} ${panel.dimmed}`}>{t('more', { count })}</li> : null
}

function OpenPoll({ poll: { pollId, question, form, state } }: { poll: Poll }) {
  const t = useTexts(closingTexts)
  const { send } = useRoom()
  return (
    <Thing what={t('poll', { question: form?.title ?? question })}>
      {state === 'open' ? (
        <Button variant="default" onClick={() => void send({ type: 'poll.close', pollId })}>
          {t('closePoll')}
        </Button>
      ) : (
        <span className={panel.dimmed}>{t('counting')}</span>
      )}
    </Thing>
  )
}

function OpenAction({ action }: { action: Action }) {
  const t = useTexts(closingTexts)
  const { title, ownerId, due } = action
  const lacks = [ownerId === null ? t('noOwner') : null, due === null ? t('noDate') : null]
  return (
    <Thing
      what={
        <>
          <p>{title}</p>
          <p className={`${panel.small} ${classes.lacks}`}>
            {lacks.filter((lack) => lack !== null).join(', ')}
          </p>
        </>
      }
    >
      <Button variant="default" aria-label={t('mendAloud', { title })} onClick={() => draftFrom(action)}>
        {t('mend')}
      </Button>
    </Thing>
  )
}
