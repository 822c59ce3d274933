// Where the results are posted when a session ends: the address, a trial, the key for receivers, and what became of the last posts.
import { Button, TextInput } from '@mantine/core'
import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useFailureText } from '#client/app/failures.ts'
import type { RoomSeat } from '#client/app/room/room-seat.ts'
import { askWorkshop, sendToWorkshop } from '#client/ui/api.ts'
import { CopyButton } from '#client/ui/CopyButton.tsx'
import { announce } from '#client/ui/LiveRegion.tsx'
import { useTexts } from '#client/ui/texts.ts'
import { Delivery, WebhookAnswer, WebhookUrl } from '#shared/access/webhook.ts'
import classes from './data.module.css'
import { WebhookPosts } from './WebhookPosts.tsx'
import { webhookTexts } from './webhook-texts.ts'

const path = '/webhook'

export function Webhook({ seat }: { seat: RoomSeat }) {
  const t = useTexts(webhookTexts)
  const failureText = useFailureText()
  // Undefined until the server has answered: an empty field would say that there is no address, and lose what is typed into it.
  const [webhook, setWebhook] = useState<WebhookAnswer['webhook'] | undefined>()
  const [failure, setFailure] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)
  const trial = useRef<HTMLButtonElement>(null)
  const address = useRef<HTMLInputElement>(null)

  const look = () => askWorkshop(WebhookAnswer, seat, path).then((answer) => setWebhook(answer.webhook))
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once; the dialog makes it anew each time it opens
  useEffect(() => {
    look().catch(setFailure)
  }, [])

  /** `next`: where who works by keyboard goes on, when the button that was pressed is gone. */
  const run = (deed: () => Promise<void>, next?: RefObject<HTMLElement | null>) => {
    if (isBusy) return
    setBusy(true)
    setFailure(null)
    deed().then(
      () => {
        flushSync(() => setBusy(false)) // what is busy takes no focus
        next?.current?.focus()
      },
      (error: unknown) => {
        setBusy(false)
        setFailure(error)
      },
    )
  }
  const save = (url: string) =>
    run(async () => {
      const answer = await askWorkshop(WebhookAnswer, seat, path, { method: 'PUT', body: { url } })
      setWebhook(answer.webhook)
      announce(t('saved'))
    }, trial)
  const tryIt = () =>
    run(async () => {
      const { state } = await askWorkshop(Delivery, seat, `${path}/trial`, { method: 'POST' })
      await look()
      announce(`${t('trialPost')}: ${t(state === 'delivered' ? 'delivered' : 'notArrived')}`)
    })
  const remove = () =>
    run(async () => {
      await sendToWorkshop(seat, path, { method: 'DELETE' })
      setWebhook(null)
      announce(t('removed'))
    }, address)

  return (
    <section className={classes.part} aria-labelledby="data-webhook">
      <h3 id="data-webhook">{t('title')}</h3>
      <p>{t('text')}</p>
      {webhook !== undefined && (
        <AddressForm key={webhook?.url ?? ''} url={webhook?.url ?? null} field={address} onSave={save} />
      )}
      {webhook && (
        <>
          <div className={classes.deed}>
            <Button ref={trial} variant="default" loading={isBusy} onClick={tryIt}>
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
      {webhook === undefined && (failure !== null || isBusy) && (
        <div className={classes.deed}>
          <Button variant="default" loading={isBusy} onClick={() => run(look, address)}>
            {t('again')}
          </Button>
        </div>
      )}
    </section>
  )
}

type FormProps = {
  url: string | null
  field: RefObject<HTMLInputElement | null>
  onSave: (url: string) => void
}

function AddressForm({ url, field, onSave }: FormProps) {
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
        ref={field}
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
