// Said only when it matters: no connection yet, or none any more, and what waits until it is back.
import { Loader } from '@mantine/core'
import { IconCloudOff } from '@tabler/icons-react'
import { panelTexts } from '#client/facilitation/texts.ts'
import { useFacilitation } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import classes from './ConnectionNote.module.css'
import { iconProps } from './icons.ts'

export function ConnectionNote() {
  const t = useTexts(panelTexts)
  const status = useFacilitation((state) => state.status)
  const waiting = useFacilitation((state) => state.pending.length)
  if (status === 'online') return null
  if (status === 'connecting')
    return (
      <p className={classes.note}>
        <Loader size="xs" /> {t('connecting')}
      </p>
    )
  if (status === 'ended') return <p className={classes.note}>{t('ended')}</p>
  return (
    <p className={classes.note} data-offline>
      <IconCloudOff {...iconProps} />
      <span>
        <strong>{t('offline')}.</strong> {t('offlineWhat')}
        {waiting > 0 && ` ${t('offlineWaiting', { count: waiting })}`}
      </span>
    </p>
  )
}
