// On the canvas while somebody leads: this view goes along, with a frame in the leader's colour that says so.
import { useEditor } from '@tldraw/tldraw'
import { useEffect, useRef } from 'react'
import { usePeers, viewOf } from '#client/board/presence-of.ts'
import classes from '#client/board/together/follow.module.css'
import { followCamera } from '#client/board/together/follow-camera.ts'
import { lookOf, useCompany } from '#client/board/together/together.ts'
import { useFollowing } from '#client/board/together/use-following.ts'

/** The frame alone: what it means and the way out stand in the board's lines. */
export function Follow() {
  const editor = useEditor()
  const company = useCompany()
  const { awareness, me, together } = company
  const following = useFollowing(together.lead, me)
  const peers = usePeers(awareness)
  const personId = following.kind === 'following' ? following.personId : null
  const isSeen = peers.some((peer) => peer.personId === personId && peer.view !== null)
  const leave = useRef(() => {})
  leave.current = following.kind === 'following' ? following.leave : () => {}

  useEffect(() => {
    if (personId === null) return
    return followCamera(
      editor,
      () => viewOf(awareness, personId),
      () => leave.current(),
    )
  }, [editor, awareness, personId])

  useEffect(() => {
    if (personId === null) return
    const onKey = (event: KeyboardEvent) => {
      // What is being written, or lies open above the board, has the key first.
      const isTaken = editor.getEditingShapeId() !== null || isInUse(event.target)
      if (event.key === 'Escape' && !isTaken && !event.defaultPrevented) leave.current()
    }
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [editor, personId])

  if (personId === null || !isSeen) return null
  return (
    <div className={classes.frame} style={{ borderColor: lookOf(company, personId).color }} aria-hidden />
  )
}

const isInUse = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"]') !== null
