// Silent notes over the shapes: one's own as cards, the others' as piles face down. None of it is in tldraw's store, so none can leave with it.
import { useEditor, useValue } from '@tldraw/tldraw'
import { DraftCard } from '#client/board/silence/DraftCard.tsx'
import type { OwnDraft } from '#client/board/silence/draft-keeper.ts'
import { draftHeight } from '#client/board/silence/draft-size.ts'
import { Pile, pileHeight } from '#client/board/silence/Pile.tsx'
import { useSilentNotes } from '#client/board/silence/silence.ts'
import { looseSpot, type Spot, spotOf } from '#client/board/silence/silent-cell.ts'
import { useOwnNotes } from '#client/board/silence/use-own-notes.ts'
import { cardGap } from '#shared/board/card-size.ts'
import type { SilentCounts } from '#shared/silence/counts.ts'

type Laid = { piles: (Spot & { key: string; count: number })[]; cards: (Spot & { draft: OwnDraft })[] }
const looseWidth = 172

export function SilentLayer() {
  const editor = useEditor()
  const { writing, keeper } = useSilentNotes()
  const drafts = useOwnNotes(keeper)
  const counts = writing?.counts ?? null
  const { piles, cards } = useValue('silent notes', () => lay(editor, counts, drafts), [
    editor,
    counts,
    drafts,
  ])
  if (!writing) return null
  return (
    <>
      {piles.map(({ key, count, ...spot }) => (
        <Pile key={key} count={count} spot={spot} />
      ))}
      {cards.map(({ draft, ...spot }) => (
        <DraftCard key={draft.draftId} draft={draft} spot={spot} />
      ))}
    </>
  )
}

type Editor = ReturnType<typeof useEditor>

/** In each cell the pile comes first, below it one's own, one under the other. */
function lay(editor: Editor, counts: SilentCounts | null, drafts: readonly OwnDraft[]): Laid {
  const laid: Laid = { piles: [], cards: [] }
  const ends = new Map<string, number>()
  let loose: { x: number; y: number } | null = null
  const next = (place: Parameters<typeof spotOf>[1], height: (width: number) => number) => {
    loose ??= looseSpot(editor)
    const spot = spotOf(editor, place) ?? { ...loose, width: looseWidth, key: 'loose' }
    const y = ends.get(spot.key) ?? spot.y
    ends.set(spot.key, y + height(spot.width) + cardGap)
    return { ...spot, y }
  }
  // Cells whose stage has gone meanwhile may have become one.
  const piles = new Map<string, Spot & { key: string; count: number }>()
  for (const { count, ...place } of counts?.cells ?? []) {
    const key = spotOf(editor, place)?.key ?? 'loose'
    const known = piles.get(key)
    if (known) known.count += count
    else piles.set(key, { ...next(place, () => pileHeight), count })
  }
  laid.piles.push(...piles.values())
  for (const draft of drafts) {
    const { x, y, width } = next(draft, (wide) => draftHeight(draft, wide))
    laid.cards.push({ x, y, width, draft })
  }
  return laid
}
