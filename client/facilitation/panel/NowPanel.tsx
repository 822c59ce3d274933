// What the group is doing at this moment, and nothing else: the agenda item, the poll, the queue; the hand below, always.
import { CheckInSection } from './CheckInSection.tsx'
import { ConnectionNote } from './ConnectionNote.tsx'
import { CurrentPoll } from './CurrentPoll.tsx'
import { HandButton } from './HandButton.tsx'
import { ItemSection } from './ItemSection.tsx'
import classes from './NowPanel.module.css'
import { ObserverNote } from './ObserverNote.tsx'
import { QueueSection } from './QueueSection.tsx'
import { SilenceSection } from './SilenceSection.tsx'

export function NowPanel() {
  return (
    <div className={classes.now}>
      <div className={classes.scrolling}>
        <div className={classes.matter}>
          <ConnectionNote />
          <ItemSection />
          <SilenceSection />
          <CurrentPoll />
        </div>
        <div className={classes.queue}>
          <QueueSection />
        </div>
      </div>
      <div className={classes.foot}>
        <HandButton />
        <ObserverNote />
      </div>
      <div className={classes.checkIn}>
        <CheckInSection />
      </div>
    </div>
  )
}
