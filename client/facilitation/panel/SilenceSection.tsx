// While people write in silence: what is hidden from whom, how many notes there are, and for facilitators a way out.
import { Button, Group, Stack, Text } from '@mantine/core'
import { IconEyeOff } from '@tabler/icons-react'
import { useState } from 'react'
import { silenceTexts } from '#client/facilitation/texts-silence.ts'
import { useFacilitation, useMe, useRoom } from '#client/facilitation/use-facilitation.ts'
import { useSilence } from '#client/facilitation/use-silence.ts'
import { useTexts } from '#client/ui/texts.ts'
import { Dialog } from './Dialog.tsx'
import { iconProps } from './icons.ts'
import panel from './panel.module.css'
import classes from './SilenceSection.module.css'
import { TextButton } from './TextButton.tsx'

export function SilenceSection() {
  const t = useTexts(silenceTexts)
  const me = useMe()
  const silence = useSilence()
  if (!silence || !me) return null
  const { faceDown, promise } = silence
  return (
    <section className={panel.section} aria-labelledby="silence-heading" data-silence>
      <div className={panel.heading}>
        <h2 id="silence-heading">{t('heading')}</h2>
      </div>
      <p className={classes.promise}>{promise}</p>
      <p className={classes.count} data-testid="silent-count">
        <IconEyeOff {...iconProps} />
        {faceDown === 0 ? t('noneYet') : t('faceDown', { count: faceDown })}
      </p>
      {me.role !== 'observer' && (
        <>
          <p className={`${panel.small} ${panel.dimmed} ${panel.desk}`}>{t('where')}</p>
          <p className={`${panel.small} ${panel.dimmed} ${panel.phone}`}>{t('whereOnPhone')}</p>
        </>
      )}
      <details className={panel.more}>
        <summary>{t('remains')}</summary>
        <p className={`${panel.small} ${panel.dimmed}`}>{t('remainsWhat')}</p>
      </details>
      {me.role === 'facilitator' && <EndWithoutRevealing />}
    </section>
  )
}

/** What goes is gone for its writers, too: the one thing here that is asked about. */
function EndWithoutRevealing() {
  const t = useTexts(silenceTexts)
  const { send } = useRoom()
  const roundId = useFacilitation(({ view }) => view.silence.at(-1)?.roundId)
  const [isAsking, setAsking] = useState(false)
  if (!roundId) return null
  return (
    <>
      <TextButton onClick={() => setAsking(true)}>{t('cancel')}</TextButton>
      <Dialog isOpen={isAsking} onClose={() => setAsking(false)} title={t('cancel')}>
        <Stack gap="md">
          <Text>{t('cancelWhat')}</Text>
          <Group gap="xs">
            <Button
              color="red"
              onClick={() => {
                setAsking(false)
                void send({ type: 'silence.cancel', roundId })
              }}
            >
              {t('cancelNow')}
            </Button>
            <Button variant="default" onClick={() => setAsking(false)}>
              {t('goOn')}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  )
}
