// What the own browser found when it counted again: a line when all is well, a red notice with the exact check when not.
import { Alert, Collapse } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconAlertTriangle, IconCircleCheck, IconCircleMinus } from '@tabler/icons-react'
import { type ReactNode, useId } from 'react'
import { ballotTexts } from '#client/facilitation/ballots/ballot-texts.ts'
import type { Ballot } from '#client/facilitation/ballots/use-ballot.ts'
import { useFacilitation } from '#client/facilitation/use-facilitation.ts'
import { type Translate, useTexts } from '#client/ui/texts.ts'
import { newlySeated } from '#shared/ballots/eligibility.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import classes from './AuditNote.module.css'
import { UnfoldLink } from './UnfoldLink.tsx'
import { WithCode } from './WithCode.tsx'

export function AuditNote({ poll, ballot }: { poll: SecretPoll; ballot: Ballot }): ReactNode {
  const t = useTexts(ballotTexts)
  const newcomers = useFacilitation(({ confirmed }) => newlySeated(poll, confirmed))
  const { audit } = ballot
  if (!audit) return null
  return (
    <div className={classes.note}>
      {audit.failedCheck ? (
        <Alert color="red" variant="outline" icon={<IconAlertTriangle />} title={t('failed')} role="alert">
          <p>
            {t('failedWhat')} <strong>{t(audit.failedCheck)}</strong>
          </p>
          {ballot.ballotCode && <p>{t('evidence', { code: ballot.ballotCode })}</p>}
        </Alert>
      ) : (
        <Proof poll={poll} ballot={ballot} ballots={audit.ballots} isCounted={audit.counted} />
      )}
      {newcomers > 0 && <p className={classes.small}>{t('newlySeated', { count: newcomers })}</p>}
    </div>
  )
}

function Proof({
  poll,
  ballot,
  ballots,
  isCounted,
}: {
  poll: SecretPoll
  ballot: Ballot
  ballots: number
  isCounted: boolean
}): ReactNode {
  const t = useTexts(ballotTexts)
  const codesId = useId()
  const [isOpen, { toggle }] = useDisclosure(false)
  const isLate = !isCounted && ballot.chosen !== null
  const [strong, rest] = inWords({ poll, ballot, ballots, isCounted, isLate }, t)
  const Icon = isLate ? IconCircleMinus : IconCircleCheck
  return (
    <>
      <div className={classes.proof} data-late={isLate || undefined}>
        <Icon size={20} stroke={1.6} aria-hidden="true" />
        <p>
          <strong>{strong}</strong> <WithCode text={rest} code={ballot.ballotCode} />{' '}
          {ballots > 0 && (
            <UnfoldLink isOpen={isOpen} contentsId={codesId} onToggle={toggle}>
              {t('lookYourself')}
            </UnfoldLink>
          )}
        </p>
      </div>
      <Collapse expanded={isOpen} id={codesId}>
        <p className={classes.small}>{t('allCodes')}</p>
        <ul className={classes.codes}>
          {ballot.codes.map((code) => (
            <li key={code} data-mine={(isCounted && code === ballot.ballotCode) || undefined}>
              {code}
              {isCounted && code === ballot.ballotCode && ` (${t('yours')})`}
            </li>
          ))}
        </ul>
        {ballot.resultWords && (
          <p className={classes.small}>
            {t('words')} <strong>{ballot.resultWords.join(' ')}</strong>
          </p>
        )}
      </Collapse>
    </>
  )
}

type Found = { poll: SecretPoll; ballot: Ballot; ballots: number; isCounted: boolean; isLate: boolean }

/** One's own ballot first; without one, that all of them are genuine. */
function inWords(
  { poll, ballot, ballots, isCounted, isLate }: Found,
  t: Translate<(typeof ballotTexts)['keys'] & object>,
): [strong: string, rest: string] {
  const values = { code: ballot.ballotCode ?? '', ballots }
  if (isLate) return [t('lateStrong'), t('lateRest', values)]
  if (isCounted && poll.suppressed) return [t('suppressedStrong'), t('suppressedRest', values)]
  if (isCounted && ballot.chosen === null) return [t('blankStrong'), t('blankRest', values)]
  if (isCounted) return [t('countedStrong'), t('countedRest', values)]
  if (poll.suppressed) return [t('checkedStrong'), t('checkedSuppressed')]
  return [t('checkedStrong'), t('checkedRest', { count: ballots })]
}
