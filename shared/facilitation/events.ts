// Everything that can have happened in a workshop, feature by feature. Events are forever.

import { z } from 'zod'
import { ActionEvent } from '#shared/facilitation/actions.ts'
import { AgendaEvent } from '#shared/facilitation/agenda.ts'
import { ItemEvent } from '#shared/facilitation/agenda-items.ts'
import { CheckInEvent } from '#shared/facilitation/check-in.ts'
import { CheckOutEvent } from '#shared/facilitation/check-out.ts'
import { ChoiceEvent } from '#shared/facilitation/choice.ts'
import { ConcernEvent } from '#shared/facilitation/concerns.ts'
import { DotsEvent } from '#shared/facilitation/dots.ts'
import { FeedbackEvent } from '#shared/facilitation/feedback-round.ts'
import { FoundingEvent } from '#shared/facilitation/founding.ts'
import { RuleEvent } from '#shared/facilitation/ground-rules.ts'
import { HandEvent } from '#shared/facilitation/hands.ts'
import { HouseEvent } from '#shared/facilitation/house.ts'
import { LeadEvent } from '#shared/facilitation/lead.ts'
import { TopicEvent } from '#shared/facilitation/parking-lot.ts'
import { PollEvent } from '#shared/facilitation/polls.ts'
import { PreparedPollEvent } from '#shared/facilitation/prepared-polls.ts'
import { ReadingEvent } from '#shared/facilitation/readings.ts'
import { ReadyEvent } from '#shared/facilitation/ready.ts'
import { ReportEvent } from '#shared/facilitation/report-sections.ts'
import { SessionEvent } from '#shared/facilitation/sessions.ts'
import { SilenceEvent } from '#shared/facilitation/silence.ts'
import { SpotlightEvent } from '#shared/facilitation/spotlight.ts'
import { typesOf } from '#shared/facilitation/types-of.ts'

/** In the place of an event that is not this viewer's business (redact): never decided, never stored, keeps the count. */
const Withheld = z.object({ type: z.literal('withheld') })

export const Event = z.discriminatedUnion('type', [
  FoundingEvent,
  ...HouseEvent.options,
  AgendaEvent,
  ItemEvent,
  SessionEvent,
  HandEvent,
  PollEvent,
  PreparedPollEvent,
  ConcernEvent,
  CheckInEvent,
  RuleEvent,
  CheckOutEvent,
  ActionEvent,
  Withheld,
  LeadEvent,
  SpotlightEvent,
  DotsEvent,
  SilenceEvent,
  ReadingEvent,
  FeedbackEvent,
  ReadyEvent,
  ChoiceEvent,
  TopicEvent,
  ReportEvent,
])
export type Event = z.infer<typeof Event>

/** Whose event it is. */
export const eventOf = {
  house: typesOf(HouseEvent),
  agenda: typesOf(AgendaEvent),
  item: typesOf(ItemEvent),
  session: typesOf(SessionEvent),
  hand: typesOf(HandEvent),
  poll: typesOf(PollEvent),
  prepared: typesOf(PreparedPollEvent),
  concern: typesOf(ConcernEvent),
  checkIn: typesOf(CheckInEvent),
  rules: typesOf(RuleEvent),
  checkOut: typesOf(CheckOutEvent),
  actions: typesOf(ActionEvent),
  lead: typesOf(LeadEvent),
  spotlight: typesOf(SpotlightEvent),
  dots: typesOf(DotsEvent),
  silence: typesOf(SilenceEvent),
  reading: typesOf(ReadingEvent),
  feedback: typesOf(FeedbackEvent),
  ready: typesOf(ReadyEvent),
  choice: typesOf(ChoiceEvent),
  topic: typesOf(TopicEvent),
  report: typesOf(ReportEvent),
}
