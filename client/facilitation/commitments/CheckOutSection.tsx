// The check-out: what became of one's own promise, said in one tap; for everybody how many have answered, then the totals.
import { Button, Textarea } from '@mantine/core'
import { IconCheck, IconCircleHalf2, IconX } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import panel from '#client/facilitation/panel/panel.module.css'
import { useFacilitation, useMe, useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { Mark } from '#shared/facilitation/check-out.ts'
import classes from './CheckOutSection.module.css'
import { CheckOutTotals } from './CheckOutTotals.tsx'
import { type CheckOutView, currentCheckOut } from './check-out-view.ts'
import { commitmentTexts } from './texts-commitments.ts'

export function CheckOutSection() {
  const t = useTexts(commitmentTexts)
  const me = useMe()
  const view = useFacilitation((state) => state.view)
  const current = currentCheckOut(view, me)
  if (!current || !me) return null
  const { round, number, isOpen, asked, answered, promise } = current
  const { minimumGroup } = view.info
  return (
    <section className={panel.section} aria-labelledby="check-out-heading" data-check-out>
      <div className={panel.heading}>
        <h2 id="check-out-heading">{t(round.about === 'session' ? 'checkOut' : 'earlier')}</h2>
      </div>
      {!isOpen ? (
        <CheckOutTotals current={current} minimumGroup={minimumGroup} />
      ) : (
        <>
          {promise ? (
            <Answer key={number} current={current} minimumGroup={minimumGroup} />
          ) : (
            me.role !== 'observer' && <p className={panel.small}>{t('nothingPromised')}</p>
          )}
          <p className={`${classes.answered} ${panel.small} ${panel.dimmed} ${panel.figures}`}>
            {t('answered', { done: answered, all: asked })}
          </p>
          {me.role === 'facilitator' && (
            <CloseCheckOut number={number} isTooFew={answered < minimumGroup} minimumGroup={minimumGroup} />
          )}
        </>
      )}
    </section>
  )
}

const marks = [
  { mark: 'kept', word: 'kept', Icon: IconCheck },
  { mark: 'partly', word: 'partly', Icon: IconCircleHalf2 },
  { mark: 'not-kept', word: 'notKept', Icon: IconX },
] as const

function Answer({ current, minimumGroup }: { current: CheckOutView; minimumGroup: number }) {
  const t = useTexts(commitmentTexts)
  const { send } = useRoom()
  const { round, number, promise, mine } = current
  const [sentence, setSentence] = useState(mine?.sentence ?? '')
  const text = sentence.trim() || null
  const say = (mark: Mark) =>
    // A refusal is told by the room's notice.
    void send({ type: 'check-out.mark', round: number, mark, sentence: text }, { explains: ['already-done'] })
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (mine?.mark) say(mine.mark)
  }
  return (
    <>
      <p className={`${panel.small} ${panel.dimmed}`}>
        {t(round.about === 'session' ? 'yourPromise' : 'earlierPromise')}
      </p>
      <blockquote className={classes.promise}>{promise}</blockquote>
      <fieldset className={classes.marks}>
        <legend>{t('askKept')}</legend>
        {marks.map(({ mark, word, Icon }) => (
          <label key={mark} className={classes.mark} data-chosen={mine?.mark === mark || undefined}>
            <input
              type="radio"
              name={`mark-${number}`}
              checked={mine?.mark === mark}
              onChange={() => say(mark)}
            />
            <Icon {...iconProps} />
            {t(word)}
          </label>
        ))}
      </fieldset>
      {mine?.mark && (
        <form onSubmit={save} className={classes.sentence}>
          <Textarea
            label={t('sentence')}
            description={t('sentenceHint')}
            value={sentence}
            onChange={(event) => setSentence(event.currentTarget.value)}
            classNames={{ description: panel.description }}
            maxLength={280}
            autosize
            minRows={1}
            maxRows={4}
          />
          {text === mine.sentence ? (
            <p className={panel.small} role="status">
              {t('said')}
            </p>
          ) : (
            <Button type="submit" variant="default">
              {t('saveSentence')}
            </Button>
          )}
        </form>
      )}
      <p className={`${panel.small} ${panel.dimmed}`}>
        {t('secrecy', { count: minimumGroup })} {t('secrecyMore')}
      </p>
    </>
  )
}

type CloseProps = { number: number; isTooFew: boolean; minimumGroup: number }

function CloseCheckOut({ number, isTooFew, minimumGroup }: CloseProps) {
  const t = useTexts(commitmentTexts)
  const { send } = useRoom()
  return (
    <div className={classes.close}>
      <Button
        variant="default"
        onClick={() => void send({ type: 'check-out.close', round: number }, { explains: ['already-done'] })}
      >
        {t('closeCheckOut')}
      </Button>
      <p className={`${panel.small} ${panel.dimmed}`}>
        {isTooFew ? t('closeTooFew', { count: minimumGroup }) : t('closeWhat')}
      </p>
    </div>
  )
}
