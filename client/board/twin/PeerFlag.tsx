// Others who are at a card: a ring in the first one's department colour, with their names.
import { VisuallyHidden } from '@mantine/core'
import classes from '#client/board/twin/peer-flag.module.css'
import { twinTexts } from '#client/board/twin/twin-texts.ts'
import { useTexts } from '#client/ui/texts.ts'

export type PeerLook = { key: string; name: string; color: string; onColor: string; isTyping: boolean }

/** Fills what it lies in, which stands for the card. */
export function PeerFlag({ peers }: { peers: readonly PeerLook[] }) {
  const say = useTexts(twinTexts)
  const [first] = peers
  if (!first) return null
  const words = peers.map(({ name, isTyping }) => say(isTyping ? 'isTyping' : 'isHere', { name }))
  const names = peers.map(({ name, isTyping }) => (isTyping ? say('isTyping', { name }) : name))
  return (
    <span className={classes.ring} style={{ borderColor: first.color }}>
      <span className={classes.flag} style={{ background: first.color, color: first.onColor }} aria-hidden>
        {names.join(', ')}
      </span>
      <VisuallyHidden>{words.join('. ')}</VisuallyHidden>
    </span>
  )
}
