// A workshop's webhook: where its results are posted when a session ends, and what became of it.
import { z } from 'zod'

/** Absolute, without a name or password in it; the server looks at the address behind the name before each post. */
export const WebhookUrl = z
  .url({
    protocol: /^https?$/,
    error: 'Give a whole address that begins with https://, like https://example.org/runde.',
  })
  .regex(/^[^/]+:\/\/[^/?#@]+([/?#]|$)/, 'Leave name and password out of the address.')
  .max(2000, 'The address may have 2000 characters at most.')

/** `PUT /api/workshops/:id/webhook`. A new address keeps the secret. */
export const SetWebhook = z.object({ url: WebhookUrl })

/** Why a post did not arrive; the status stands beside it where an answer came. */
export const DeliveryFailure = z.enum([
  /** The name leads to an address that is not on the public internet. */
  'private-address',
  'unknown-host',
  'not-https',
  /** The answer sent us elsewhere; we do not follow. */
  'redirected',
  /** An answer other than 2xx. */
  'refused',
  'unreachable',
  'too-slow',
])
export type DeliveryFailure = z.infer<typeof DeliveryFailure>

export const Delivery = z.object({
  /** The session that ended; null for a trial. */
  session: z.number().int().nullable(),
  state: z.enum(['waiting', 'delivered', 'given-up']),
  attempts: z.number().int(),
  /** Epoch milliseconds: of the last attempt, and when the next is due; null where there is none. */
  lastAt: z.number().nullable(),
  nextAt: z.number().nullable(),
  failure: DeliveryFailure.nullable(),
  status: z.number().int().nullable(),
})
export type Delivery = z.infer<typeof Delivery>

/** `GET /api/workshops/:id/webhook`; `webhook` null while there is none. */
export const WebhookAnswer = z.object({
  webhook: z
    .object({
      url: z.string(),
      /** "whsec_" and base64: what the receiver checks signatures with (standardwebhooks.com). */
      secret: z.string(),
      /** Newest first. */
      deliveries: z.array(Delivery),
    })
    .nullable(),
})
export type WebhookAnswer = z.infer<typeof WebhookAnswer>
