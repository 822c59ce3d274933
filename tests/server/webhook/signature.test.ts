// The signature, against the specification's own example and as a receiver checks it.
import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { newWebhookSecret, signedHeaders } from '#server/webhook/signature.ts'

test('the example of the specification comes out', () => {
  // https://github.com/standard-webhooks/standard-webhooks, test vector of the reference libraries
  const headers = signedHeaders('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', {
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    timestamp: 1614265330,
    body: '{"test": 2432232314}',
  })
  expect(headers).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  })
})

test('every secret is another one, and a receiver who has it can check', () => {
  const secret = newWebhookSecret()
  expect(newWebhookSecret()).not.toBe(secret)
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{32}$/)
  const body = '{"title":"Größe 漢字"}'
  const headers = signedHeaders(secret, { id: 'a', timestamp: 1, body })
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const expected = createHmac('sha256', key).update(`a.1.${body}`).digest('base64')
  expect(headers['webhook-signature']).toBe(`v1,${expected}`)
})
