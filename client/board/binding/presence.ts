// Who is where on this board: awareness of Yjs on one side, tldraw's presence records on the other.
import {
  type Editor,
  InstancePresenceRecordType,
  react,
  type TLInstancePresence,
  type TLShapeId,
} from '@tldraw/tldraw'
import type { Awareness } from 'y-protocols/awareness'
import { type OwnPresence, Presence, type PresenceView } from '#client/board/binding/presence-state.ts'
import { sayPresence } from '#client/board/binding/say-presence.ts'
import { sceneOf } from '#client/board/scene.ts'
import type { PersonId } from '#shared/ids.ts'

/** How others look: names and colours can change while they are here. */
export type Looks = (personId: PersonId) => { name: string; color: string }

export function bindPresence({
  editor,
  awareness,
  me,
  looks,
  isLeading,
}: {
  editor: Editor
  awareness: Awareness
  me: PersonId
  looks: Looks
  /** Reactive: while the others follow, they are told what this browser shows. */
  isLeading: () => boolean
}): { refresh(): void; dispose(): void } {
  const stopSending = sendOwn(editor, awareness, isLeading)
  const shown = new Map<number, TLInstancePresence>()

  const show = (clientId: number) => {
    const record = presenceRecord(editor, awareness, clientId, looks)
    const known = shown.get(clientId)
    if (record) shown.set(clientId, record)
    else shown.delete(clientId)
    editor.store.mergeRemoteChanges(() => {
      if (record) editor.store.put([record])
      else if (known) editor.store.remove([known.id])
    })
  }
  const onChange = ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>) => {
    for (const clientId of [...added, ...updated, ...removed])
      if (clientId !== awareness.clientID) show(clientId)
  }
  const refresh = () => {
    for (const clientId of awareness.getStates().keys()) if (clientId !== awareness.clientID) show(clientId)
  }
  awareness.on('change', onChange)
  refresh()
  return {
    refresh,
    dispose() {
      stopSending()
      awareness.off('change', onChange)
      awareness.setLocalState(null)
    },
  }

  function presenceRecord(
    of: Editor,
    from: Awareness,
    clientId: number,
    look: Looks,
  ): TLInstancePresence | null {
    const parsed = Presence.safeParse(from.getStates().get(clientId))
    if (!parsed.success) return null
    const { cursor, selected, person } = parsed.data
    const { name, color } = look(person)
    return InstancePresenceRecordType.create({
      id: InstancePresenceRecordType.createId(String(clientId)),
      // Tldraw hides a presence with one's own user id; a person's second tab is shown like anybody else's.
      userId: person === me ? `${person}:${clientId}` : person,
      userName: name,
      color,
      currentPageId: of.getCurrentPageId(),
      cursor: cursor && { ...cursor, type: 'default', rotation: 0 },
      selectedShapeIds: selected as TLShapeId[], // checked by the schema above
      lastActivityTimestamp: Date.now(),
    })
  }
}

/** Sends what has changed. */
function sendOwn(editor: Editor, awareness: Awareness, isLeading: () => boolean): () => void {
  /** Before the first move there is no pointer to show: tldraw takes the corner for one when its camera moves. */
  let hasPointer = false
  const { schedule, stop } = sayPresence(awareness, (): OwnPresence => {
    const { x, y } = editor.inputs.currentPagePoint
    // Where somebody points and what they select tells which cell they write for.
    const isSilent = sceneOf(editor).get().writeSilently !== null
    const isHere =
      !isSilent &&
      hasPointer &&
      (editor.inputs.isPointing || editor.getInstanceState().isHoveringCanvas !== false)
    return {
      cursor: isHere ? { x: Math.round(x), y: Math.round(y) } : null,
      selected: isSilent ? [] : editor.getSelectedShapeIds(),
      editing: editor.getEditingShapeId(),
      view: isLeading() && document.visibilityState === 'visible' ? viewOf(editor) : null,
    }
  })
  const stopSelection = react('own presence', () => {
    editor.getSelectedShapeIds()
    editor.getEditingShapeId()
    if (isLeading()) editor.getViewportPageBounds()
    sceneOf(editor).get()
    schedule()
  })
  // Of two windows of one person, the others follow the one that is being looked at.
  document.addEventListener('visibilitychange', schedule)
  // Also when the board moves under a pointer that stands still.
  const onEvent = ({ type }: { type: string }) => {
    if (type === 'pointer') schedule()
  }
  const onPointer = () => {
    hasPointer = true
    schedule()
  }
  editor.on('event', onEvent)
  const container = editor.getContainer()
  container.addEventListener('pointermove', onPointer)
  container.addEventListener('pointerdown', onPointer)
  container.addEventListener('pointerleave', schedule)
  return () => {
    stop()
    stopSelection()
    editor.off('event', onEvent)
    document.removeEventListener('visibilitychange', schedule)
    container.removeEventListener('pointermove', onPointer)
    container.removeEventListener('pointerdown', onPointer)
    container.removeEventListener('pointerleave', schedule)
  }
}

function viewOf(editor: Editor): PresenceView {
  const { x, y, w, h } = editor.getViewportPageBounds()
  return { x: Math.round(x), y: Math.round(y), w: Math.max(1, Math.round(w)), h: Math.max(1, Math.round(h)) }
}
