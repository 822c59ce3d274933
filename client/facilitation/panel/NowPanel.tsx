// What the group is doing at this moment, and nothing else: the agenda item, the poll, the queue; the hand below, always.
import { ActionsNow } from '#client/facilitation/actions/OpenQuestions.tsx'
import { ItemSection } from '#client/facilitation/agenda/ItemSection.tsx'
import { WaitingRules } from '#client/facilitation/agenda/WaitingSection.tsx'
import { BreakoutSection } from '#client/facilitation/breakouts/BreakoutSection.tsx'
import { ChoiceSection } from '#client/facilitation/choice/ChoiceSection.tsx'
import { ClosingNow } from '#client/facilitation/closing/ClosingNow.tsx'
import { CheckInSection } from '#client/facilitation/commitments/CheckInSection.tsx'
import { CheckOutSection } from '#client/facilitation/commitments/CheckOutSection.tsx'
import { LateCheckIn } from '#client/facilitation/commitments/LateCheckIn.tsx'
import { ConcernSection } from '#client/facilitation/concerns/ConcernSection.tsx'
import { DueSection } from '#client/facilitation/due/DueSection.tsx'
import { ChairSection } from '#client/facilitation/house/ChairSection.tsx'
import { ParkingSection } from '#client/facilitation/parking/ParkingSection.tsx'
import { PollSection } from '#client/facilitation/polls/PollSection.tsx'
import { HeardSection } from '#client/facilitation/queue/HeardSection.tsx'
import { ReadySection } from '#client/facilitation/ready/ReadySection.tsx'
import { RoundSection } from '#client/facilitation/round/RoundSection.tsx'
import { ConnectionNote } from './ConnectionNote.tsx'
import { HandButton } from './HandButton.tsx'
import classes from './NowPanel.module.css'
import { ObserverNote } from './ObserverNote.tsx'
import { QueueSection } from './QueueSection.tsx'
import { SilenceSection } from './SilenceSection.tsx'

export function NowPanel() {
  return (
    <div className={classes.now}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls only what can have the focus. */}
      <div className={classes.scrolling} tabIndex={0}>
        <div className={classes.matter}>
          <ConnectionNote />
          <ChairSection />
          <ItemSection />
          {/* What the group is asked for and does at this moment, the shortest first. */}
          <ReadySection />
          <ChoiceSection />
          <RoundSection />
          <BreakoutSection />
          <SilenceSection />
          <CheckOutSection />
          <DueSection />
          <WaitingRules />
          <PollSection />
          <ClosingNow />
          <ActionsNow />
          {/* What can wait. */}
          <ConcernSection />
          <ParkingSection />
          <LateCheckIn />
        </div>
        <div className={classes.queue}>
          <QueueSection />
          <HeardSection />
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
