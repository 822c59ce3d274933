// Which of several kinds a tool was last used for: the next note is most often of the same kind.
import { atom } from '@tldraw/tldraw'
import { z } from 'zod'
import { recall, remember } from '#client/ui/browser-storage.ts'

export const noteToolKinds = ['note', 'pain-points', 'opportunities', 'evidence'] as const
export type NoteToolKind = (typeof noteToolKinds)[number]
export const drawToolKinds = ['draw', 'highlight', 'frame', 'laser'] as const
export type DrawToolKind = (typeof drawToolKinds)[number]

const noteKey = 'runde.board.note-kind'
const NoteToolKind = z.enum(noteToolKinds)

/** Signals; that of notes is kept for this tab, over a reload too. */
export const lastNoteKind = atom<NoteToolKind>(
  'note kind',
  recall('sessionStorage', noteKey, NoteToolKind) ?? 'note',
)
export const lastDrawKind = atom<DrawToolKind>('draw kind', 'draw')

export function rememberNoteKind(kind: NoteToolKind): void {
  lastNoteKind.set(kind)
  remember('sessionStorage', noteKey, kind)
}
