// Images over HTTP: who may put them in and fetch them, what is refused, and how they are delivered.
import { request } from 'node:http'
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import type { UploadLimits } from '#server/images/uploads.ts'
import type { CreatedWorkshop } from '#shared/access/api.ts'
import { maxImageBytes, UploadedImage } from '#shared/board/images.ts'
import { cookieOf, openApp, refusalOf, type TestApp } from '#tests/support/app.ts'
import { html, patched, sampleImages, svg } from '#tests/support/sample-images.ts'

let app: TestApp
let workshop: CreatedWorkshop
beforeEach(async () => {
  app = await openApp()
  workshop = await app.create()
})
afterEach(() => app.close())

type Role = keyof CreatedWorkshop['links']
async function seatAs(role: Role, { of = workshop, on = app } = {}): Promise<string> {
  return cookieOf(await on.join(of.links[role]))
}

async function upload(
  bytes: Uint8Array<ArrayBuffer>,
  cookie: string,
  { type = 'image/png', to = workshop.id as string, on = app } = {},
) {
  const response = await fetch(`${on.origin}/api/workshops/${to}/images`, {
    method: 'POST',
    headers: { 'content-type': type, cookie },
    body: bytes,
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, json: JSON.parse(text) }
}
const fetchImage = (imageId: string, cookie: string, of: string = workshop.id) =>
  fetch(`${app.origin}/api/workshops/${of}/images/${imageId}`, { headers: { cookie } })

/** Another app with limits that a test can reach. */
async function limited(limits: Partial<UploadLimits>) {
  const on = await openApp({ images: { limits } })
  onTestFinished(() => on.close())
  const of = await on.create()
  return { on, to: of.id as string, cookie: await seatAs('participant', { of, on }) }
}

test.each(Object.entries(sampleImages))('a %s comes back byte by byte', async (name, bytes) => {
  const answer = await upload(bytes, await seatAs('participant'), { type: 'application/octet-stream' })
  expect(answer.status).toBe(201)
  const { imageId, type, width, height } = UploadedImage.parse(answer.json)
  expect({ type, width, height }).toEqual({ type: `image/${name.split(',')[0]}`, width: 7, height: 5 })
  const image = await fetchImage(imageId, await seatAs('observer'))
  expect(image.headers.get('content-type')).toBe(type)
  expect(new Uint8Array(await image.arrayBuffer())).toEqual(bytes)
})

test('what a photo says about where it was taken is not kept', async () => {
  const [start, rest] = [sampleImages.jpeg.subarray(0, 2), sampleImages.jpeg.subarray(2)]
  const words = Buffer.from('52.5163N 13.3777E')
  const comment = Buffer.concat([Uint8Array.of(0xff, 0xfe, 0, words.length + 2), words])
  const photo = new Uint8Array(Buffer.concat([start, comment, rest]))
  const { imageId } = UploadedImage.parse((await upload(photo, await seatAs('participant'))).json)
  const image = await fetchImage(imageId, await seatAs('observer'))
  expect(new Uint8Array(await image.arrayBuffer())).toEqual(sampleImages.jpeg)
})

test('an image is delivered so that nothing in it can run, and asked for once', async () => {
  const { imageId } = UploadedImage.parse((await upload(sampleImages.png, await seatAs('facilitator'))).json)
  const { headers } = await fetchImage(imageId, await seatAs('results'))
  expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('cache-control')).toBe('private, max-age=31536000, immutable')
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
})

test('observers and readers of results put nothing in', async () => {
  for (const role of ['observer', 'results'] as const)
    expect(refusalOf(await upload(sampleImages.png, await seatAs(role)))).toBe('not-allowed')
})

test('without a seat, or with one of another workshop, nothing goes in and nothing comes out', async () => {
  const other = await app.create()
  const stranger = await seatAs('facilitator', { of: other })
  expect(refusalOf(await upload(sampleImages.png, ''))).toBe('no-seat')
  expect(refusalOf(await upload(sampleImages.png, stranger))).toBe('no-seat')
  const { imageId } = UploadedImage.parse((await upload(sampleImages.png, await seatAs('participant'))).json)
  expect((await fetchImage(imageId, '')).status).toBe(401)
  expect((await fetchImage(imageId, stranger)).status).toBe(401)
  // Under the stranger's own workshop there is no such image.
  expect((await fetchImage(imageId, stranger, other.id)).status).toBe(404)
})

test.each(['..%2fresults.json', '%00', 'x', '0'.repeat(26)])('there is no image %s', async (name) => {
  const answer = await fetchImage(name, await seatAs('participant'))
  expect(answer.status).toBe(404)
})

test('a page of another site puts nothing in', async () => {
  const cookie = await seatAs('participant')
  const response = await fetch(`${app.origin}/api/workshops/${workshop.id}/images`, {
    method: 'POST',
    headers: { 'content-type': 'image/png', cookie, origin: 'https://evil.example' },
    body: sampleImages.png,
  })
  expect(response.status).toBe(403)
})

test.each<[string, Uint8Array<ArrayBuffer>, number, string]>([
  ['SVG', svg, 415, 'image-foreign'],
  ['HTML under the name of a PNG', html, 415, 'image-foreign'],
  ['nothing at all', new Uint8Array(), 415, 'image-foreign'],
  ['a few letters', new TextEncoder().encode('hello'), 415, 'image-foreign'],
  ['a PNG that is 0 wide', patched(sampleImages.png, 16, 0, 0, 0, 0), 422, 'image-unreadable'],
  ['a PNG that ends in its head', sampleImages.png.slice(0, 20), 422, 'image-unreadable'],
  [
    'a picture of 2 billion pixels in 110 bytes',
    patched(sampleImages.png, 16, 0, 1, 0, 0, 0, 1, 0, 0),
    422,
    'image-too-many-pixels',
  ],
  [
    'more than 10 MB',
    new Uint8Array([...sampleImages.png, ...new Uint8Array(maxImageBytes)]),
    413,
    'image-too-large',
  ],
])('%s is refused with a sentence', async (_name, bytes, status, code) => {
  const answer = await upload(bytes, await seatAs('participant'))
  expect([answer.status, refusalOf(answer)]).toEqual([status, code])
})

test('a picture of exactly 10 MB is taken', async () => {
  const bytes = new Uint8Array(maxImageBytes)
  bytes.set(sampleImages.png)
  expect((await upload(bytes, await seatAs('participant'))).status).toBe(201)
})

test('JSON is no image', async () => {
  const answer = await upload(new TextEncoder().encode('{"a":1}'), await seatAs('participant'), {
    type: 'application/json',
  })
  expect(refusalOf(answer)).toBe('image-foreign')
})

/** Sends piece by piece, without saying how much will come. */
function stream(
  cookie: string,
  pieces: Iterable<Uint8Array>,
  { on = app, to = workshop.id as string, ends = true } = {},
) {
  return new Promise<{ status: number; code: string }>((resolve, reject) => {
    const sent = request(`${on.origin}/api/workshops/${to}/images`, { method: 'POST', headers: { cookie } })
    onTestFinished(() => void sent.destroy())
    sent.on('error', reject)
    sent.on('response', (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part
      })
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, code: JSON.parse(text).error?.code ?? '' }),
      )
    })
    const all = pieces[Symbol.iterator]()
    const next = () => {
      const { value, done } = all.next()
      if (!done) sent.write(value, next)
      else if (ends) sent.end()
    }
    next()
  })
}
function* endless(first: Uint8Array) {
  yield first
  for (let sentBytes = 0; sentBytes < 4 * maxImageBytes; sentBytes += 65536) yield new Uint8Array(65536)
}

test('a stream without end is answered when it is too long', async () => {
  const answer = await stream(await seatAs('participant'), endless(sampleImages.png))
  expect(answer).toEqual({ status: 413, code: 'image-too-large' })
})

test('a stream that begins like no image is answered without waiting for its end', async () => {
  const answer = await stream(await seatAs('participant'), [svg], { ends: false })
  expect(answer).toEqual({ status: 415, code: 'image-foreign' })
})

test('a sender that falls silent is told so', async () => {
  const { on, to, cookie } = await limited({ stallMs: 50 })
  const answer = await stream(cookie, [sampleImages.png], { on, to, ends: false })
  expect(answer).toEqual({ status: 408, code: 'too-slow' })
})

test('the images of a workshop have a limit together', async () => {
  const { cookie, ...where } = await limited({ workshopBytes: 2.5 * sampleImages.png.length })
  expect((await upload(sampleImages.png, cookie, where)).status).toBe(201)
  expect((await upload(sampleImages.png, cookie, where)).status).toBe(201)
  const answer = await upload(sampleImages.png, cookie, where)
  expect([answer.status, refusalOf(answer)]).toEqual([413, 'images-full'])
})

test('one person uploads so many in ten minutes, and then again', async () => {
  const { cookie, ...where } = await limited({ perPerson: 2 })
  for (const status of [201, 201, 429])
    expect((await upload(sampleImages.png, cookie, where)).status).toBe(status)
  where.on.clock.now += 600_001
  expect((await upload(sampleImages.png, cookie, where)).status).toBe(201)
})

test('what arrives at the same time has a limit, and what is over makes room again', async () => {
  const { cookie, ...where } = await limited({ memoryBytes: 1000 })
  expect(
    refusalOf(await upload(new Uint8Array([...sampleImages.png, ...new Uint8Array(2000)]), cookie, where)),
  ).toBe('busy')
  for (let count = 0; count < 12; count++)
    expect((await upload(sampleImages.png, cookie, where)).status).toBe(201)
})
