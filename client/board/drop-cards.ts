// What becomes of cards that have been dragged: they go into the cell or cluster under the pointer, or lie loose.
import type { Editor } from '@tldraw/tldraw'
import { dropTarget, selectedCards } from '#client/board/drop-target.ts'
import { editMap } from '#client/board/edit-map.ts'
import type { CardShape } from '#shared/board/shapes.ts'

/** tldraw tells each of the dragged cards that it was dropped: the first of them speaks for all. */
export function dropCard(editor: Editor, card: CardShape): void {
  const cards = selectedCards(editor)
  if (cards.length > 0 && cards[0]?.id !== card.id) return
  dropCards(editor, cards.length > 0 ? cards : [card])
}

function dropCards(editor: Editor, cards: readonly CardShape[]): void {
  const target = dropTarget(editor, cards, editor.inputs.currentPagePoint)
  editMap(editor, null, (edit) => {
    for (const card of cards) {
      const at = editor.getShapePageTransform(card.id).point()
      if (target.kind === 'cell') edit.moveCard(card.id, target.map.id, target.cell, target.before)
      else if (target.kind === 'loose') {
        if (card.parentId !== editor.getCurrentPageId()) edit.moveOut(card.id, { x: at.x, y: at.y })
      } else if (card.parentId === target.cluster.id) {
        // Where it was let go among the other notes is its new place there.
        if (card.type === 'sticky-note') edit.setProps(card.id, card.type, {})
      } else edit.moveIntoCluster(card.id, target.cluster.id)
    }
  })
}
