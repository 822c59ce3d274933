// For a browser with several seats in one workshop: which of them this tab is.
import { Link } from 'react-router'
import { MessagePage } from '#client/app/pages/MessagePage.tsx'
import { useTexts } from '#client/ui/texts.ts'
import type { CurrentSeat } from '#shared/access/api.ts'
import { joinTexts } from './join-texts.ts'
import classes from './SeatChooser.module.css'

export function SeatChooser({ seats }: { seats: CurrentSeat[] }) {
  const t = useTexts(joinTexts)
  return (
    <MessagePage title={t('choose')}>
      <p>{t('chooseText')}</p>
      <ul className={classes.list}>
        {seats.map(({ workshopId, role, name }) => (
          <li key={role}>
            <Link
              className={classes.seat}
              to={role === 'results' ? `/w/${workshopId}/results` : `/w/${workshopId}?seat=${role}`}
            >
              {name === '' ? t(role) : t('chooseSeat', { role: t(role), name })}
            </Link>
          </li>
        ))}
      </ul>
    </MessagePage>
  )
}
