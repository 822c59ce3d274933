// After the seal: that it is sealed, whether it waits for others or lies in the box, and that it can be changed until the end.
import { IconLock } from '@tabler/icons-react'
import { answerTexts } from '#client/facilitation/answer/texts-answer.ts'
import type { Ballot } from '#client/facilitation/ballots/use-ballot.ts'
import { WithCode } from '#client/facilitation/ballots/WithCode.tsx'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import { TextButton } from '#client/facilitation/panel/TextButton.tsx'
import { pollTexts } from '#client/facilitation/texts-poll.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import classes from './polls.module.css'
import { hasCast } from './stand-of.ts'

type Props = { polls: readonly SecretPoll[]; ballots: readonly Ballot[]; onChange: () => void }

export function SealedNote({ polls, ballots, onChange }: Props) {
  const t = useTexts(pollTexts)
  const ta = useTexts(answerTexts)
  const refused = ballots.find(({ problem }) => problem !== null)
  if (refused?.problem != null)
    return (
      <p className={classes.note} data-tone="danger" role="alert">
        {t('boxRefused', { problem: refused.problem })}
      </p>
    )
  const cast = ballots.filter(({ status }) => hasCast(status))
  const isMany = polls.length > 1
  return (
    <div className={classes.cast} role="status">
      <strong>
        <IconLock {...iconProps} />
        {isMany ? ta('formSealed', { count: cast.length }) : t('sealed')}
      </strong>
      {isMany ? <Many cast={cast} blank={polls.length - cast.length} /> : <One ballot={cast[0]} />}
      <TextButton onClick={onChange}>{isMany ? ta('changeAll') : t('change')}</TextButton>
    </div>
  )
}

function One({ ballot }: { ballot: Ballot | undefined }) {
  const t = useTexts(pollTexts)
  const code = ballot?.ballotCode ?? ''
  return (
    <p className={classes.note}>
      <WithCode
        text={t(ballot?.status === 'acknowledged' ? 'sealedStored' : 'sealedWaiting', { code })}
        code={code}
      />
    </p>
  )
}

function Many({ cast, blank }: { cast: readonly Ballot[]; blank: number }) {
  const t = useTexts(answerTexts)
  const stored = cast.filter(({ status }) => status === 'acknowledged').length
  const isWaiting = stored < cast.length
  return (
    <p className={classes.note}>
      {t('formStored', { count: stored, all: cast.length })} {t(isWaiting ? 'formWaiting' : 'formReplace')}
      {blank > 0 && <> {t('formBlank', { count: blank })}</>}
    </p>
  )
}
