// The panel alone inside a frame of another site, as meeting clients show it, in a browser that gives such frames no cookies.
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CreatedWorkshop } from '#shared/access/api.ts'
import { openBrowser } from '#tests/support/browser.ts'
import { createWorkshop, type RunningServer, startServer } from '#tests/support/server.ts'

let server: RunningServer
let browser: Browser
let meeting: Server
let workshop: CreatedWorkshop
/** The page of the meeting client: what it frames is another site to it, since localhost is no 127.0.0.1. */
let meetingOrigin: string
beforeAll(async () => {
  meeting = createServer((_, response) => {
    const link = workshop.links.participant.replace('#', '?panel#')
    response.setHeader('content-type', 'text/html')
    response.end(
      `<!doctype html><title>Meeting</title><iframe src="${link}" width="400" height="760"></iframe>`,
    )
  }).listen(0, '127.0.0.1')
  await once(meeting, 'listening')
  const { port } = meeting.address() as AddressInfo // it listens on a port, so it is no pipe's name
  meetingOrigin = `http://127.0.0.1:${port}`
  server = await startServer({ env: { FRAME_ANCESTORS: meetingOrigin } })
  browser = await openBrowser({ more: ['--test-third-party-cookie-phaseout'] })
  workshop = await createWorkshop(server.origin, {
    title: 'Beside a call',
    template: 'support-case',
    language: 'en',
  })
})
afterAll(async () => {
  await browser?.close()
  await server?.clear()
  meeting?.close()
})

test('somebody joins, raises a hand and is told of, without a cookie and without a board', async () => {
  expect(new URL(workshop.links.participant).hostname).toBe('localhost')
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 480, height: 820 } })
  const fetched: string[] = []
  context.on('request', (request) => fetched.push(new URL(request.url()).pathname))
  const page = await context.newPage()
  await page.goto(meetingOrigin)
  const frame = page.frameLocator('iframe')
  await frame.getByRole('textbox', { name: /Name/ }).fill('Bo')
  await frame.getByRole('button', { name: 'Join' }).click()
  for (const view of ['Now', 'Queue', 'Agenda', 'People'])
    await frame.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: view }).waitFor()
  await frame.getByRole('button', { name: 'Queue' }).click()
  await frame.getByRole('button', { name: /Raise hand/ }).click()
  await frame.getByRole('button', { name: /Lower hand/ }).waitFor()

  const [inner] = page.frames().slice(1)
  const address = new URL(inner?.url() ?? '')
  expect([address.search, address.hash]).toEqual(['?seat=participant&panel', ''])
  await frame.getByRole('button', { name: 'People' }).click()
  await frame.getByText('Bo (You)').waitFor()

  expect((await context.cookies()).filter(({ name }) => name.startsWith('runde'))).toEqual([])
  expect(fetched.filter((path) => /tldraw|BoardView|BoardCanvas/i.test(path))).toEqual([])
  await context.close()
})

test('only the page that the operator has named may frame it', async () => {
  const response = await fetch(`${server.origin}/w/${workshop.id}`)
  expect(response.headers.get('content-security-policy')).toContain(`frame-ancestors ${meetingOrigin}`)
})
