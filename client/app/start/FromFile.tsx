// Goes on with a whole workshop that somebody has saved as a file: a new one with new links, which come next.
import { Button, Title } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { useFailureText } from '#client/app/failures.ts'
import { continueFromFile } from '#client/app/seat.ts'
import { ApiFailure } from '#client/ui/api.ts'
import { FileInput } from '#client/ui/FileInput.tsx'
import { useTexts } from '#client/ui/texts.ts'
import classes from './CodeForm.module.css'
import { fileProblems, fromFileTexts } from './from-file-texts.ts'
import page from './StartPage.module.css'

export function FromFile() {
  const t = useTexts(fromFileTexts)
  const navigate = useNavigate()
  const failureText = useFailureText()
  const input = useRef<HTMLInputElement>(null)
  const [isReading, setIsReading] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)

  const read = (file: File) => {
    setIsReading(true)
    setFailure(null)
    continueFromFile(file).then(
      (created) =>
        navigate(`/w/${created.id}?seat=facilitator`, { state: { created }, viewTransition: false }),
      (reason: unknown) => {
        setIsReading(false)
        setFailure(reason)
      },
    )
  }
  const sentence = () => {
    const problem = fileProblems.find((code) => failure instanceof ApiFailure && failure.code === code)
    return problem && failure instanceof ApiFailure
      ? t(problem, { message: failure.message })
      : failureText(failure)
  }
  return (
    <section aria-labelledby="continue-from-file">
      <Title order={2} size="h3" id="continue-from-file">
        {t('title')}
      </Title>
      <p className={page.hint}>{t('hint')}</p>
      <Button
        variant="default"
        fullWidth
        className={classes.send}
        aria-disabled={isReading}
        leftSection={<IconUpload size={20} stroke={1.6} aria-hidden />}
        onClick={() => !isReading && input.current?.click()}
      >
        {isReading ? t('reading') : t('choose')}
      </Button>
      <FileInput ref={input} label={t('title')} onChoose={read} />
      {failure !== null && (
        <p role="alert" className={classes.failure}>
          {sentence()}
        </p>
      )}
    </section>
  )
}
