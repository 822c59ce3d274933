// Where this browser has been: the seat is still in its cookie, so one click is enough.
import { Title } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { recentWorkshops } from '#client/app/recent.ts'
import { formatDate } from '#client/ui/format.ts'
import { useLanguage } from '#client/ui/language.ts'
import { useTexts } from '#client/ui/texts.ts'
import classes from './RecentWorkshops.module.css'
import { startTexts } from './start-texts.ts'

const shown = 4

export function RecentWorkshops() {
  const t = useTexts(startTexts)
  const language = useLanguage()
  const [recent] = useState(() => recentWorkshops().slice(0, shown))
  if (recent.length === 0) return null
  return (
    <nav aria-labelledby="recent">
      <Title order={2} size="h3" id="recent">
        {t('recent')}
      </Title>
      <ul className={classes.list}>
        {recent.map(({ workshopId, role, title, openedAt }) => (
          <li key={`${workshopId}${role}`}>
            <Link
              to={role === 'results' ? `/w/${workshopId}/results` : `/w/${workshopId}?seat=${role}`}
              className={classes.link}
            >
              {title}
              <span>{t('recentDetail', { role: t(role), date: formatDate(openedAt, language) })}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
