// Saves what one writes at a text of several people, one save at a time, and never over what somebody else has written meanwhile.
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Reply } from '#shared/facilitation/protocol.ts'
import { bothTexts, type Mine, stillMine, theirChange } from './shared-draft.ts'

export type Place = {
  /** What it reads now, with one's own saves that are under way. */
  read: () => string
  /** Refused as `overtaken` when it does not read `was` any more. */
  save: (text: string, was: string) => Promise<Reply>
}

export type SharedWriting = {
  /** Null while one only reads. */
  mine: StoreApi<{ mine: Mine | null }>
  type(text: string): void
  /** One has stopped for a moment. */
  pause(): void
  /** One is elsewhere; the field is still there. */
  leave(): void
  /** The field is there, or gone: then nothing can be chosen any more. */
  open(isOpen: boolean): void
  keepMine(): void
  takeTheirs(): void
}

export function sharedWriting({ read, save }: Place, report: (error: unknown) => void): SharedWriting {
  const store = createStore<{ mine: Mine | null }>(() => ({ mine: null }))
  let isOpen = true
  let isLeft = false
  let hasPaused = false
  const mineNow = () => stillMine(store.getState().mine, read())
  const keep = (mine: Mine | null) => store.setState({ mine })

  function send(mine: Mine, text: string, was: string): void {
    keep({ ...mine, base: was, sent: text })
    save(text, was).then((reply) => settle(text, reply), report)
  }

  function settle(text: string, reply: Reply): void {
    const { mine } = store.getState()
    if (!mine) return
    const isSaved = reply.ok || reply.code === 'already-done'
    if (isSaved) keep({ ...mine, base: text, sent: null })
    else if (reply.code === 'overtaken') keep({ ...mine, sent: null })
    // Told by the room's notice: what everybody has is where one goes on from.
    else keep({ ...mine, base: read(), sent: null })
    if (!isOpen) {
      // What was refused for another reason would be refused again.
      if (isSaved || reply.code === 'overtaken') end()
    } else if (isLeft) leave()
    else if (hasPaused) flush()
  }

  function flush(): void {
    const mine = mineNow()
    if (!mine || mine.sent !== null || theirChange(mine, read()) !== null) return
    if (mine.text.trim() !== read()) send(mine, mine.text.trim(), read())
  }

  function leave(): void {
    isLeft = true
    flush()
    const mine = mineNow()
    if (!mine || (mine.sent === null && theirChange(mine, read()) === null)) keep(null)
  }

  function end(): void {
    const mine = mineNow()
    if (!mine || mine.sent !== null) return
    const theirs = theirChange(mine, read())
    if (theirs === null) flush()
    else {
      const text = bothTexts(theirs, mine.text)
      send({ ...mine, text }, text, theirs)
    }
  }

  return {
    mine: store,
    type(text) {
      isLeft = false
      hasPaused = false
      const before = mineNow()
      keep({ text, base: before?.base ?? read(), sent: before?.sent ?? null })
    },
    pause() {
      hasPaused = true
      flush()
    },
    leave,
    open(wanted) {
      isOpen = wanted
      if (!isOpen) end()
    },
    keepMine() {
      const mine = mineNow()
      if (mine && mine.sent === null) send(mine, mine.text.trim(), read())
    },
    takeTheirs: () => keep(null),
  }
}
