// What comes of an answer that breaks off on its way: a failure that one can try again, and no bug.
import { expect, test } from 'vitest'
import { z } from 'zod'
import { readAnswer, wholeBody } from '#client/ui/api.ts'

/** Its head and a part have come when the network goes, as browsers tell of it. */
const brokenOff = (cause: Error = new TypeError('network error')) => {
  let isBegun = false
  return new Response(
    new ReadableStream({
      pull(controller) {
        if (isBegun) return controller.error(cause)
        isBegun = true
        controller.enqueue(new TextEncoder().encode('{"title":"Glas'))
      },
    }),
  )
}
const Title = z.object({ title: z.string() })

test('an answer that breaks off was not unreadable: the server was out of reach', async () => {
  await expect(readAnswer(Title, brokenOff())).rejects.toMatchObject({
    name: 'ApiFailure',
    code: 'unreachable',
  })
})

test('so it is with bytes and files', async () => {
  const failed = { name: 'ApiFailure', code: 'unreachable' }
  await expect(wholeBody(brokenOff().arrayBuffer())).rejects.toMatchObject(failed)
  await expect(wholeBody(brokenOff().blob())).rejects.toMatchObject(failed)
})

test('what was called off stays that', async () => {
  const cause = new DOMException('The page is gone.', 'AbortError')
  await expect(wholeBody(brokenOff(cause).arrayBuffer())).rejects.toBe(cause)
  await expect(readAnswer(Title, brokenOff(cause))).rejects.toBe(cause)
})

test('what has come whole is read; what is no answer of ours is unreadable', async () => {
  expect(await readAnswer(Title, Response.json({ title: 'Glasfaser' }))).toEqual({ title: 'Glasfaser' })
  expect(await wholeBody(new Response('abc').text())).toBe('abc')
  for (const body of ['<html>', '{"name":1}'])
    await expect(readAnswer(Title, new Response(body))).rejects.toMatchObject({ code: 'unreadable' })
})
