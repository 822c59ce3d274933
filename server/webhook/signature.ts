// Signs what a webhook posts, by the Standard Webhooks specification 1.0 (standardwebhooks.com).
import { createHmac, randomBytes } from 'node:crypto'

const prefix = 'whsec_'

/** 192 random bits, "whsec_" and base64. */
export const newWebhookSecret = (): string => `${prefix}${randomBytes(24).toString('base64')}`

/**
 * The three headers: a delivery's id stays the same over its attempts, `timestamp` (Unix seconds) is that of the attempt,
 * the signature is HMAC-SHA256 over "id.timestamp.body" under the secret's bytes, in base64 after "v1,".
 */
export function signedHeaders(
  secret: string,
  { id, timestamp, body }: { id: string; timestamp: number; body: string },
): Record<string, string> {
  const key = Buffer.from(secret.slice(prefix.length), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': `v1,${signature}`,
  }
}
