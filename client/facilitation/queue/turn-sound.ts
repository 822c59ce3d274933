// A short tone of our own when it is one's turn: off until it is switched on, remembered in this browser.
import { useSyncExternalStore } from 'react'
import { z } from 'zod'
import { recall, remember } from '#client/ui/browser-storage.ts'

const key = 'runde.turn-sound'
let isOn = recall('localStorage', key, z.boolean()) ?? false
const listeners = new Set<() => void>()
let audio: AudioContext | null = null

/** Whether the tone is on, and the switch. Switched on, it is heard once: browsers allow sound only after a click. */
export function useTurnSound(): [boolean, (isOn: boolean) => void] {
  return [useSyncExternalStore(subscribe, () => isOn), setTurnSound]
}

function setTurnSound(next: boolean): void {
  isOn = next
  remember('localStorage', key, next || null)
  for (const listener of listeners) listener()
  if (next) playTurnTone()
}

/** Two soft notes, a fourth apart, for half a second. Silent while the tone is off or the browser forbids it. */
export function playTurnTone(): void {
  if (!isOn) return
  try {
    audio ??= new AudioContext()
    // Resumes at once after a click on the page; a browser that forbids it leaves the notes unheard.
    audio.resume().catch(() => {})
    for (const [index, frequency] of [523.25, 698.46].entries())
      note(audio, frequency, audio.currentTime + index * 0.18)
  } catch {
    audio = null // no sound on this machine; everything else tells of the turn
  }
}

function note(context: AudioContext, frequency: number, at: number): void {
  const oscillator = context.createOscillator()
  const volume = context.createGain()
  oscillator.type = 'sine'
  oscillator.frequency.value = frequency
  volume.gain.setValueAtTime(0, at)
  volume.gain.linearRampToValueAtTime(0.16, at + 0.02)
  volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.32)
  oscillator.connect(volume).connect(context.destination)
  oscillator.start(at)
  oscillator.stop(at + 0.34)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
