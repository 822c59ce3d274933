// One overview of every key: the board's and facilitation's, for what one may do here. "?" opens it wherever nobody is writing.
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { BoardKeys } from '#client/board/chrome/BoardKeys.tsx'
import { RoomKeys } from '#client/facilitation/commands/RoomKeys.tsx'
import { isTyping } from '#client/facilitation/use-hand.ts'
import { Dialog } from '#client/ui/Dialog.tsx'
import classes from '#client/ui/keys/keys.module.css'
import { closeKeys, keysOverview, openKeys } from '#client/ui/keys/keys-overview.ts'
import { useTexts } from '#client/ui/texts.ts'
import { canEditBoard } from '#shared/access/role.ts'
import { type RoomSeat, useMyRole } from './room-seat.ts'
import { roomTexts } from './room-texts.ts'

/** `hasBoard`: the canvas, which a phone and the panel alone do not have. */
export function KeysOverview({ seat, hasBoard }: { seat: RoomSeat; hasBoard: boolean }) {
  const t = useTexts(roomTexts)
  const role = useMyRole(seat)
  const { isOpen, from } = useStore(keysOverview)
  // The menu it was opened from has closed: the focus goes back to the menu's button.
  useEffect(() => {
    if (!isOpen) from?.focus()
  }, [isOpen, from])
  useEffect(() => {
    globalThis.addEventListener('keydown', onKey)
    return () => {
      globalThis.removeEventListener('keydown', onKey)
      closeKeys()
    }
  }, [])
  return (
    <Dialog title={t('keys')} isOpen={isOpen} onClose={closeKeys} size={hasBoard ? '58rem' : '36rem'}>
      <div className={classes.columns}>
        <RoomKeys />
        {hasBoard && <BoardKeys canEdit={canEditBoard(role)} leads={role === 'facilitator'} />}
      </div>
    </Dialog>
  )
}

/** By the character: where it lies differs from keyboard to keyboard. Nothing happens while a dialog is open. */
function onKey(event: KeyboardEvent): void {
  const isInDialog = document.querySelector('[role=dialog][aria-modal=true]') !== null
  if (event.key !== '?' || event.ctrlKey || event.metaKey || isInDialog || isTyping(event.target)) return
  event.preventDefault()
  openKeys()
}
