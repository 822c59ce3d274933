// One's own hand: down, up, or speaking, and what a click on it does; also the key H.
import { useCallback, useEffect } from 'react'
import { useFacilitation, useMe, useRoom } from '#client/facilitation/use-facilitation.ts'
import { type HandKind, placeInQueue } from '#shared/facilitation/speaking-order.ts'

/** `none`: facilitators hand out the floor and observers watch; neither raises a hand here. */
type HandState = 'none' | 'down' | 'up' | 'speaking'

export type MyHand = {
  state: HandState
  /** From 1; null when the hand is not up. */
  place: number | null
  /** What it is up for; null when it is not up. */
  kind: HandKind | null
  act: () => void
  /** Raises it for this, or changes what it is up for. */
  raise: (kind: HandKind) => void
}

export function useHand(): MyHand {
  const { send } = useRoom()
  const me = useMe()
  const hands = useFacilitation((state) => state.view.hands)
  const people = useFacilitation((state) => state.view.people)
  const place = me ? placeInQueue(hands, people, me.personId) : null
  const state = me?.role === 'participant' ? stateOf(place, hands.speaking?.personId === me.personId) : 'none'
  const act = useCallback(() => {
    if (state === 'none') return
    const type = ({ down: 'hand.raise', up: 'hand.lower', speaking: 'floor.yield' } as const)[state]
    // A refusal is told by the store's notice.
    void send({ type })
  }, [send, state])
  const raise = useCallback((kind: HandKind) => void send({ type: 'hand.raise', kind }), [send])
  const kind = hands.queue.find(({ personId }) => personId === me?.personId)?.kind ?? null
  return { state, place, kind, act, raise }
}

const stateOf = (place: number | null, isSpeaking: boolean): HandState =>
  isSpeaking ? 'speaking' : place === null ? 'down' : 'up'

/** Mounted once. Before the board's own keys, because H means the hand wherever one is not writing. */
export function HandKey(): null {
  const { act, state } = useHand()
  useEffect(() => {
    if (state === 'none') return
    const onKey = (event: KeyboardEvent) => {
      if (!isHandKey(event) || isTyping(event.target)) return
      event.preventDefault()
      event.stopPropagation()
      // Held down, it must not flicker.
      if (!event.repeat) act()
    }
    globalThis.addEventListener('keydown', onKey, { capture: true })
    return () => globalThis.removeEventListener('keydown', onKey, { capture: true })
  }, [act, state])
  return null
}

type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

export const isHandKey = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyPress): boolean =>
  (key === 'h' || key === 'H') && !ctrlKey && !metaKey && !altKey && !shiftKey

/** Where letters are text, or something open above the room has them first. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest(
    'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable=""], [contenteditable=true], [role=dialog]',
  ) !== null
