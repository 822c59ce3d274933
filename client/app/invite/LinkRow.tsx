// One link: whose it is, what it opens, a glance at it, a button to copy it and one to renew it.
import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { CopyButton } from '#client/ui/CopyButton.tsx'
import { useTexts } from '#client/ui/texts.ts'
import type { LinkKind } from '#shared/access/role.ts'
import classes from './InviteSheet.module.css'
import { inviteTexts } from './invite-texts.ts'
import { RenewLink } from './RenewLink.tsx'

type Props = {
  linkRole: Exclude<LinkKind, 'participant'>
  /** null for the facilitator's own after it has been shown once. */
  link: string | null
  /** null where the link is brand new. */
  onRenew: ((endSeats: boolean) => Promise<void>) | null
}

export function LinkRow({ linkRole: role, link, onRenew }: Props) {
  const t = useTexts(inviteTexts)
  const titleId = `invite-${role}`
  const what = {
    facilitator: t('whatFacilitator'),
    'co-facilitator': t('whatCoFacilitator'),
    observer: t('whatObserver'),
    results: t('whatResults'),
  }[role]
  const says: Record<Props['linkRole'], ReactNode> = {
    facilitator: (
      <>
        {t('facilitatorOnly')} <strong className={classes.keep}>{t('facilitatorKeep')}</strong>{' '}
        {t('facilitatorWhy')}
      </>
    ),
    'co-facilitator': t('coFacilitatorDoes'),
    observer: t('observerDoes'),
    results: t('resultsDoes'),
  }
  const warning = role === 'facilitator' ? `${t('renewText')} ${t('renewOwnSeat')}` : t('renewText')
  return (
    <section className={classes.row} aria-labelledby={titleId}>
      <div>
        <Title order={3} size="h4" id={titleId}>
          {t(role)}
        </Title>
        <p className={classes.small}>{says[role]}</p>
        <p className={classes.url}>{link === null ? t('facilitatorHidden') : shortened(link)}</p>
        {onRenew && <RenewLink what={what} warning={warning} onRenew={onRenew} />}
      </div>
      {link !== null && <CopyButton value={link} what={what} />}
    </section>
  )
}

/** Enough to recognise a link, too little to copy it off a shared screen. */
function shortened(link: string): string {
  const { host, pathname, hash } = new URL(link)
  return `${host}${pathname}#${hash.slice(1, 5)}…${hash.slice(-4)}`
}
