// What became of the last posts to the webhook, newest first.

import { formatDate, formatTime } from '#client/ui/format.ts'
import { useLanguage } from '#client/ui/language.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { Delivery } from '#shared/access/webhook.ts'
import classes from './data.module.css'
import { webhookTexts } from './webhook-texts.ts'

/** Older ones say nothing new. */
const mostShown = 5

export function WebhookPosts({ posts }: { posts: readonly Delivery[] }) {
  const t = useTexts(webhookTexts)
  if (posts.length === 0) return null
  return (
    <>
      <h4 className={classes.postsTitle}>{t('posts')}</h4>
      <ul className={classes.posts}>
        {posts.slice(0, mostShown).map((post, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list that is replaced as a whole
          <Post key={place} post={post} />
        ))}
      </ul>
    </>
  )
}

function Post({ post: { session, state, attempts, lastAt, nextAt, failure, status } }: { post: Delivery }) {
  const t = useTexts(webhookTexts)
  const language = useLanguage()
  const moment = (at: number) => `${formatDate(at, language)}, ${formatTime(at, language)}`
  const became = {
    delivered: t('delivered'),
    waiting: t('waiting'),
    'given-up': session === null ? t('notArrived') : t('givenUp'),
  }[state]
  const facts = [
    became,
    attempts > 1 && t('attempts', { count: attempts }),
    lastAt !== null && moment(lastAt),
    state === 'waiting' && nextAt !== null && t('nextAt', { time: moment(nextAt) }),
  ]
  return (
    <li>
      <strong>{session === null ? t('trialPost') : t('session', { number: session })}</strong>
      {': '}
      {facts.filter((fact) => fact !== false).join(', ')}
      {failure !== null && <span className={classes.why}>{t(failure, { status: status ?? 0 })}</span>}
    </li>
  )
}
