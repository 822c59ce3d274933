// Joins by the short code that people read out to each other.
import { Button, VisuallyHidden } from '@mantine/core'
import { type FormEvent, useId, useState } from 'react'
import { useNavigate } from 'react-router'
import { useFailureText } from '#client/app/failures.ts'
import field from '#client/app/pages/field.module.css'
import { ApiFailure, ask } from '#client/ui/api.ts'
import { useTexts } from '#client/ui/texts.ts'
import { FoundByCode, JoinCode } from '#shared/access/api.ts'
import classes from './CodeForm.module.css'
import { startTexts } from './start-texts.ts'

export function CodeForm() {
  const t = useTexts(startTexts)
  const navigate = useNavigate()
  const failureText = useFailureText()
  const fieldId = useId()
  const failureId = useId()
  const [typed, setTyped] = useState('')
  const [isAsking, setIsAsking] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)

  const join = (event: FormEvent) => {
    event.preventDefault()
    if (isAsking) return
    const code = JoinCode.safeParse(typed)
    if (!code.success) {
      setFailure(new ApiFailure('malformed-code', 'A code has three letters and three digits.', 0))
      return
    }
    setIsAsking(true)
    setFailure(null)
    ask(FoundByCode, '/codes', { method: 'POST', body: { code: code.data } }).then(
      ({ id }) => navigate(`/w/${id}`, { state: { key: { code: code.data } } }),
      (reason: unknown) => {
        setIsAsking(false)
        setFailure(reason)
      },
    )
  }

  return (
    <form onSubmit={join} className={classes.form}>
      <label htmlFor={fieldId}>
        <VisuallyHidden>{t('code')}</VisuallyHidden>
      </label>
      <input
        id={fieldId}
        className={`${field.field} ${classes.code}`}
        value={typed}
        placeholder="ABC-123"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={12}
        aria-invalid={failure !== null}
        aria-describedby={failure === null ? undefined : failureId}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" fullWidth aria-disabled={isAsking} className={classes.send}>
        {t('join')}
      </Button>
      {failure !== null && (
        <p role="alert" id={failureId} className={classes.failure}>
          {failureText(failure)}
        </p>
      )}
    </form>
  )
}
