// Saves the whole workshop as one file.
import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useFailureText } from '#client/app/failures.ts'
import type { RoomSeat } from '#client/app/room/room-seat.ts'
import { useFacilitation } from '#client/facilitation/use-facilitation.ts'
import { sendToWorkshop, wholeBody } from '#client/ui/api.ts'
import { announce } from '#client/ui/LiveRegion.tsx'
import { saveFile } from '#client/ui/save-file.ts'
import { useTexts } from '#client/ui/texts.ts'
import { fileName } from '#shared/results/file-name.ts'
import classes from './data.module.css'
import { dataTexts } from './data-texts.ts'

export function SaveWorkshop({ seat }: { seat: RoomSeat }) {
  const t = useTexts(dataTexts)
  const failureText = useFailureText()
  const title = useFacilitation(({ view }) => view.info.title)
  const [step, setStep] = useState<'waiting' | 'saving' | 'saved'>('waiting')
  const [failure, setFailure] = useState<unknown>(null)

  const save = async () => {
    const name = fileName(title, 'runde.json')
    const response = await sendToWorkshop(seat, '/workshop.json')
    saveFile(name, await wholeBody(response.blob()))
    announce(t('savedAloud', { file: name }))
  }
  const start = () => {
    if (step === 'saving') return
    setStep('saving')
    setFailure(null)
    save().then(
      () => setStep('saved'),
      (reason: unknown) => {
        setStep('waiting')
        setFailure(reason)
      },
    )
  }
  return (
    <section className={classes.part} aria-labelledby="data-save">
      <h3 id="data-save">{t('save')}</h3>
      <p>{t('saveText')}</p>
      <div className={classes.deed}>
        <Button
          variant="default"
          leftSection={<IconDownload size={20} stroke={1.6} aria-hidden />}
          aria-disabled={step === 'saving'}
          onClick={start}
        >
          {t('whole')}
        </Button>
        {step !== 'waiting' && (
          <span className={classes.done}>{step === 'saving' ? t('saving') : t('saved')}</span>
        )}
      </div>
      {failure !== null && (
        <p role="alert" className={classes.failure}>
          {failureText(failure)}
        </p>
      )}
    </section>
  )
}
