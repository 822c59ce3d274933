// Others' selections: a ring in their department's colour with their name, also while their pointer rests or is away.
import { type Editor, type TLShapeId, useEditor, useValue } from '@tldraw/tldraw'
import flag from '#client/board/name-flag.module.css'
import { type Peer, usePeers } from '#client/board/presence-of.ts'
import classes from '#client/board/together/peers.module.css'
import { type Company, lookOf, type PersonLook, useCompany } from '#client/board/together/together.ts'
import { togetherTexts } from '#client/board/together/together-texts.ts'
import { useTexts } from '#client/ui/texts.ts'

type Flag = { key: string; look: PersonLook; isTyping: boolean; isNamed: boolean }

export function PeersOverlay() {
  const company = useCompany()
  const peers = usePeers(company.awareness)
  return [...flagsByShape(peers, company)].map(([id, flags]) => (
    <Marked key={id} id={id as TLShapeId} flags={flags} /> // checked by the presence's schema
  ))
}

function Marked({ id, flags }: { id: TLShapeId; flags: Flag[] }) {
  const editor = useEditor()
  const say = useTexts(togetherTexts)
  const place = useValue('marked shape', () => boundsOf(editor, id), [editor, id])
  if (!place) return null
  return (
    <div className={classes.shape} style={place} aria-hidden>
      {flags.map(({ key, look }, at) => (
        // Who comes second at the same card gets the ring around the first one's.
        <div key={key} className={classes.ring} style={{ color: look.color, inset: `${-3 - 3 * at}px` }} />
      ))}
      <div className={classes.flags}>
        {flags
          .filter(({ isNamed }) => isNamed)
          .map(({ key, look, isTyping }) => (
            <span key={key} className={flag.flag} style={{ background: look.color, color: look.onColor }}>
              {isTyping ? say('typing', { name: look.name }) : look.name}
            </span>
          ))}
      </div>
    </div>
  )
}

function boundsOf(editor: Editor, id: TLShapeId) {
  const bounds = editor.getShapePageBounds(id)
  return bounds ? { left: bounds.x, top: bounds.y, width: bounds.w, height: bounds.h } : null
}

/** Of many selected shapes, the first one says whose they are. */
function flagsByShape(peers: readonly Peer[], company: Company): ReadonlyMap<string, Flag[]> {
  const found = new Map<string, Flag[]>()
  for (const { clientId, personId, selected, editing } of peers) {
    const ids = editing === null || selected.includes(editing) ? selected : [editing, ...selected]
    const look = lookOf(company, personId)
    for (const [at, id] of ids.entries()) {
      const isTyping = id === editing
      const isNamed = isTyping || (editing === null && at === 0)
      found.set(id, [...(found.get(id) ?? []), { key: `${clientId}`, look, isTyping, isNamed }])
    }
  }
  return found
}
