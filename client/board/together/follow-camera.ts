// Moves this browser's view along with what somebody else sees, until the person moves it themselves.
import type { Editor } from '@tldraw/tldraw'
import type { PresenceView } from '#client/board/binding/presence-state.ts'

type Camera = { x: number; y: number; z: number }

/** After this time two thirds of the way are done: others' views come every 80 ms, and no step of them is seen. */
const easeMs = 90
/** A wheel or trackpad turns on for a moment after the hand has left it: that is no wish to leave again. */
const momentumMs = 600

/**
 * Shows all of what `view` says, in the middle. Any other change of the camera is the person's own: `onOwnMove` is
 * called, and what this returns should be, too.
 */
export function followCamera(
  editor: Editor,
  view: () => PresenceView | null,
  onOwnMove: () => void,
): () => void {
  let isOurs = false
  const move = (camera: Camera) => {
    isOurs = true
    try {
      editor.setCamera(camera, { immediate: true })
    } finally {
      isOurs = false
    }
  }
  let stopWatching: (() => void) | null = null
  const watch = () => {
    const since = performance.now()
    return editor.store.sideEffects.registerAfterChangeHandler('camera', () => {
      if (!isOurs && performance.now() - since > momentumMs) onOwnMove()
    })
  }
  const step = (elapsedMs: number) => {
    // Not before the first frame: the board is put in its place when it opens, and that is nobody's move.
    stopWatching ??= watch()
    const seen = view()
    if (!seen) return
    const target = cameraFor(editor, seen)
    const now = editor.getCamera()
    const isStill = isNear(now, target)
    if (isStill && now.x === target.x && now.y === target.y && now.z === target.z) return
    const isAtOnce = isStill || matchMedia('(prefers-reduced-motion: reduce)').matches
    move(isAtOnce ? target : between(editor, now, target, 1 - Math.exp(-elapsedMs / easeMs)))
  }
  editor.stopCameraAnimation()
  editor.on('tick', step)
  return () => {
    editor.off('tick', step)
    stopWatching?.()
  }
}

/** A window of another shape shows a little more on two sides. */
function cameraFor(editor: Editor, { x, y, w, h }: PresenceView): Camera {
  const screen = editor.getViewportScreenBounds()
  const z = Math.min(8, Math.max(0.05, Math.min(screen.w / w, screen.h / h))) // tldraw's own limits
  return { x: screen.w / z / 2 - (x + w / 2), y: screen.h / z / 2 - (y + h / 2), z }
}

/** Between two views by what they have in their middle; a straight line between cameras would sway. */
function between(editor: Editor, from: Camera, to: Camera, part: number): Camera {
  const { w, h } = editor.getViewportScreenBounds()
  const middle = ({ x, y, z }: Camera) => ({ x: w / z / 2 - x, y: h / z / 2 - y })
  const [start, end] = [middle(from), middle(to)]
  const z = Math.exp(Math.log(from.z) + (Math.log(to.z) - Math.log(from.z)) * part)
  const at = { x: start.x + (end.x - start.x) * part, y: start.y + (end.y - start.y) * part }
  return { x: w / z / 2 - at.x, y: h / z / 2 - at.y, z }
}

const isNear = (one: Camera, other: Camera): boolean =>
  Math.abs(one.z / other.z - 1) < 0.002 && Math.hypot(one.x - other.x, one.y - other.y) * other.z < 0.5
