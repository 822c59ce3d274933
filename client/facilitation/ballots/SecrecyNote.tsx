// Why the vote is secret: one sentence, and the reasons behind it for whoever asks.
import { Collapse } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useId } from 'react'
import { ballotTexts } from '#client/facilitation/ballots/ballot-texts.ts'
import { useTexts } from '#client/ui/texts.ts'
import classes from './SecrecyNote.module.css'
import { UnfoldLink } from './UnfoldLink.tsx'

/** `minimumGroup`: with fewer answers than this, nothing is shown. */
export function SecrecyNote({ minimumGroup }: { minimumGroup: number }) {
  const t = useTexts(ballotTexts)
  const reasonsId = useId()
  const [isOpen, { toggle }] = useDisclosure(false)
  return (
    <div className={classes.note}>
      <p>
        {t('sealed')}{' '}
        <UnfoldLink isOpen={isOpen} contentsId={reasonsId} onToggle={toggle}>
          {t('howDoIKnow')}
        </UnfoldLink>
      </p>
      <Collapse expanded={isOpen} id={reasonsId}>
        <ul className={classes.reasons}>
          <li>{t('noteUnlinkable')}</li>
          <li>{t('noteAddress')}</li>
          <li>{t('noteUnanimous')}</li>
          <li>{t('noteMinimum', { minimum: minimumGroup })}</li>
          <li>{t('noteAudit')}</li>
          <li>
            {/* In a tab of its own: the room stays open. */}
            <a href="/secrecy" target="_blank" rel="noreferrer">
              {t('noteMore')}
            </a>
          </li>
        </ul>
      </Collapse>
    </div>
  )
}
