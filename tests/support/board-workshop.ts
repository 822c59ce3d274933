// A workshop with a board for one file of browser tests: a real server, a browser, who sits down, and what the server has.
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import type * as Y from 'yjs'
import type { CreatedWorkshop } from '#shared/access/api.ts'
import type { CreateWorkshop } from '#shared/access/create-workshop.ts'
import type { BoardMap, BoardModel } from '#shared/board/model.ts'
import { readBoard } from '#shared/board/read-board.ts'
import { enter } from '#tests/support/board-people.ts'
import { askBoard } from '#tests/support/board-wire.ts'
import { openBrowser, type Person, photograph, sitDown } from '#tests/support/browser.ts'
import type { Cable } from '#tests/support/cable.ts'
import { createWorkshop, type Guest, joinByLink, startServer } from '#tests/support/server.ts'

export type BoardWorkshop = {
  /** The server's. */
  readonly origin: string
  readonly browser: Browser
  readonly workshop: CreatedWorkshop
  readonly links: CreatedWorkshop['links']
  /** Asks the server what is on the board; nobody at a screen. */
  readonly reader: Guest
  /** A device at which nobody has opened anything yet. */
  sitDown(options?: BrowserContextOptions): Promise<Person>
  /** Sits down and enters the room by its link. Photographed when a test fails. */
  enter(
    role: keyof CreatedWorkshop['links'],
    who: { name: string; department: string | null; cable?: Cable; at?: Person },
    options?: BrowserContextOptions,
  ): Promise<Person>
  /** What the server has, as a newcomer would get it. */
  document(): Promise<Y.Doc>
  board(): Promise<BoardModel>
  /** The first one. */
  map(): Promise<BoardMap>
}

type Open = Pick<BoardWorkshop, 'origin' | 'browser' | 'workshop' | 'reader'>

/** Opens before a file's own `beforeAll`, and closes after its `afterAll`. `name` begins the names of its pictures. */
export function boardWorkshop(name: string, wish: Partial<CreateWorkshop>): BoardWorkshop {
  const people: Record<string, Person> = {}
  const closers: (() => Promise<unknown>)[] = []
  let opened: Open | null = null
  const now = (): Open => {
    if (!opened) throw new Error('the workshop is opened in beforeAll')
    return opened
  }
  beforeAll(async () => {
    const server = await startServer()
    closers.push(() => server.clear())
    const browser = await openBrowser()
    closers.push(() => browser.close())
    const workshop = await createWorkshop(server.origin, wish)
    const reader = await joinByLink(workshop.links.participant)
    opened = { origin: server.origin, browser, workshop, reader }
  })
  afterAll(async () => {
    for (const close of closers.toReversed()) await close()
  })
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return
    await photograph(Object.fromEntries(Object.entries(people).filter(([, { page }]) => !page.isClosed())))
  })

  const document = () => askBoard(now().origin, now().reader)
  const board = async () => readBoard(await document())
  return {
    get origin() {
      return now().origin
    },
    get browser() {
      return now().browser
    },
    get workshop() {
      return now().workshop
    },
    get links() {
      return now().workshop.links
    },
    get reader() {
      return now().reader
    },
    sitDown: (options) => sitDown(now().browser, now().origin, options),
    enter: async (role, { name: who, department, cable, at }, options) => {
      const { browser, origin, workshop } = now()
      const way = cable?.origin ?? origin
      const person = at ?? (await sitDown(browser, way, options))
      people[`${name}-${who.toLowerCase()}`] = person
      return enter(workshop.links[role].replace(origin, way), who, department, person)
    },
    document,
    board,
    map: async () => {
      const [first] = (await board()).maps
      if (!first) throw new Error('there is no map on the board')
      return first
    },
  }
}
