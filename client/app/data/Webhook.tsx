// Where the results are posted when a session ends: the address, a trial, the key for receivers, and what became of the last posts.
import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import { z } from 'zod'
import { useFailureText } from '#client/app/failures.ts'
import type { RoomSeat } from '#client/app/room/room-seat.ts'
import { askWorkshop, sendToWorkshop } from '#client/ui/api.ts'
import { CopyButton } from '#client/ui/CopyButton.tsx'
import { announce } from '#client/ui/LiveRegion.tsx'
import { useTexts } from '#client/ui/texts.ts'
import { WebhookAnswer, WebhookUrl } from '#shared/access/webhook.ts'
import classes from './data.module.css'
import { WebhookPosts } from './WebhookPosts.tsx'
import { webhookTexts } from './webhook-texts.ts'

const path = '/webhook'

export function Webhook({ seat }: { seat: RoomSeat }) {
  const t = useTexts(webhookTexts)
  const failureText = useFailureText()
  const [webhook, setWebhook] = useState<WebhookAnswer['webhook']>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)

  const look = () => askWorkshop(WebhookAnswer, seat, path).then((answer) => setWebhook(answer.webhook))
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once; the dialog makes it anew each time it opens
  useEffect(() => {
    look().catch(setFailure)
  }, [])

  const run = (deed: () => Promise<void>) => {
    if (isBusy) return
    setBusy(true)
    setFailure(null)
    deed()
      .catch(setFailure)
      .finally(() => setBusy(false))
  }
  const save = (url: string) =>
    run(async () => {
      const answer = await askWorkshop(WebhookAnswer, seat, path, { method: 'PUT', body: { url } })
      setWebhook(answer.webhook)
      announce(t('saved'))
    })
  const tryIt = () =>
    run(async () => {
      await askWorkshop(z.unknown(), seat, `${path}/trial`, { method: 'POST' })
      await look()
    })
  const remove = () =>
    run(async () => {
      await sendToWorkshop(seat, path, { method: 'DELETE' })
      setWebhook(null)
      announce(t('removed'))
    })

  return (
    <section className={classes.part} aria-labelledby="data-webhook">
      <h3 id="data-webhook">{t('title')}</h3>
      <p>{t('text')}</p>
      <AddressForm key={webhook?.url ?? ''} url={webhook?.url ?? null} onSave={save} />
      {webhook && (
        <>
          <div className={classes.deed}>
            <Button variant="default" loading={isBusy} onClick={tryIt}>
              {t('trial')}
            </Button>
            <Button variant="subtle" color="gray" onClick={remove}>
              {t('remove')}
            </Button>
          </div>
          <div className={classes.deed}>
            <span className={classes.key}>{t('secret')}</span>
            <CopyButton value={webhook.secret} what={t('secret')} label={t('copySecret')} />
          </div>
          <WebhookPosts posts={webhook.deliveries} />
        </>
      )}
      {failure !== null && (
        <p role="alert" className={classes.failure}>
          {failureText(failure)}
        </p>
      )}
    </section>
  )
}

function AddressForm({ url, onSave }: { url: string | null; onSave: (url: string) => void }) {
  const t = useTexts(webhookTexts)
  const [typed, setTyped] = useState(url ?? '')
  const [isWrong, setWrong] = useState(false)
  const save = (event: FormEvent) => {
    event.preventDefault()
    const wanted = WebhookUrl.safeParse(typed.trim())
    setWrong(!wanted.success)
    if (wanted.success) onSave(wanted.data)
  }
  return (
    <form onSubmit={save} noValidate className={classes.address}>
      <TextInput
        type="url"
        inputMode="url"
        label={t('address')}
        placeholder={t('example')}
        value={typed}
        maxLength={2000}
        autoComplete="off"
        spellCheck={false}
        error={isWrong ? t('invalid') : null}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {(typed.trim() !== (url ?? '') || url === null) && (
        <Button type="submit" variant="default">
          {url === null ? t('save') : t('change')}
        </Button>
      )}
    </form>
  )
}
