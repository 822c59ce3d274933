// Whose emotion curve is being worked on: of each map one persona, for this person only.
import { type Atom, atom, type Editor, react } from '@tldraw/tldraw'
import { isOwn } from '#client/board/map-of.ts'
import type { PersonaShape } from '#shared/board/shapes.ts'

type Choices = Readonly<Record<string, string>>
const choices = new WeakMap<Editor, Atom<Choices>>()

function choicesOf(editor: Editor): Atom<Choices> {
  const known = choices.get(editor)
  if (known) return known
  const fresh = atom<Choices>('chosen personas', {})
  choices.set(editor, fresh)
  return fresh
}

/** The one chosen last, else the first; null on a map without personas. Reactive. */
export function chosenPersona(
  editor: Editor,
  mapId: string,
  personas: readonly PersonaShape[],
): PersonaShape | null {
  const chosen = choicesOf(editor).get()[mapId]
  return personas.find(({ id }) => id === chosen) ?? personas[0] ?? null
}

export function choosePersona(editor: Editor, mapId: string, personaId: string): void {
  choicesOf(editor).update((all) => (all[mapId] === personaId ? all : { ...all, [mapId]: personaId }))
}

/** Whoever selects a persona's card works on its curve. */
export function followChosenPersona(editor: Editor): () => void {
  return react('chosen persona', () => {
    const selected: unknown = editor.getOnlySelectedShape()
    if (isOwn(selected) && selected.type === 'persona') choosePersona(editor, selected.parentId, selected.id)
  })
}
