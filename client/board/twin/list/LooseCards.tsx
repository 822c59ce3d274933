// Notes and headings that lie on no map.
import { CardRow } from '#client/board/twin/list/CardRow.tsx'
import classes from '#client/board/twin/list/list.module.css'
import type { PeerLook } from '#client/board/twin/PeerFlag.tsx'
import type { TwinBoard } from '#client/board/twin/twin-maps.ts'
import { twinTexts } from '#client/board/twin/twin-texts.ts'
import { useTexts } from '#client/ui/texts.ts'

type Props = { board: TwinBoard; peersAt: (id: string) => readonly PeerLook[] }

export function LooseCards({ board, peersAt }: Props) {
  const say = useTexts(twinTexts)
  if (board.loose.length === 0) return null
  return (
    <section className={classes.list} aria-label={say('loose')}>
      <div className={classes.stage}>
        <h3 className={classes.stageTitle}>{say('loose')}</h3>
        <ul className={classes.cards}>
          {board.loose.map((card) => (
            <CardRow
              key={card.id}
              card={card}
              notes={board.looseNotes.get(card.id) ?? []}
              peers={peersAt(card.id)}
            />
          ))}
        </ul>
      </div>
    </section>
  )
}
