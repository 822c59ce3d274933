// Everything that can be asked of a workshop, feature by feature.

import { z } from 'zod'
import { ActionCommand } from '#shared/facilitation/actions.ts'
import { AgendaCommand } from '#shared/facilitation/agenda.ts'
import { ItemCommand } from '#shared/facilitation/agenda-items.ts'
import { CheckInCommand } from '#shared/facilitation/check-in.ts'
import { CheckOutCommand } from '#shared/facilitation/check-out.ts'
import { ChoiceCommand } from '#shared/facilitation/choice.ts'
import { ConcernCommand } from '#shared/facilitation/concerns.ts'
import { DotsCommand } from '#shared/facilitation/dots.ts'
import { FeedbackCommand } from '#shared/facilitation/feedback-round.ts'
import { FoundingCommand } from '#shared/facilitation/founding.ts'
import { RuleCommand } from '#shared/facilitation/ground-rules.ts'
import { HandCommand } from '#shared/facilitation/hands.ts'
import { HouseCommand } from '#shared/facilitation/house.ts'
import { LeadCommand } from '#shared/facilitation/lead.ts'
import { TopicCommand } from '#shared/facilitation/parking-lot.ts'
import { PollCommand } from '#shared/facilitation/polls.ts'
import { PreparedPollCommand } from '#shared/facilitation/prepared-polls.ts'
import { ReadingCommand } from '#shared/facilitation/readings.ts'
import { ReadyCommand } from '#shared/facilitation/ready.ts'
import { ReportCommand } from '#shared/facilitation/report-sections.ts'
import { SessionCommand } from '#shared/facilitation/sessions.ts'
import { SilenceCommand } from '#shared/facilitation/silence.ts'
import { SpotlightCommand } from '#shared/facilitation/spotlight.ts'
import { typesOf } from '#shared/facilitation/types-of.ts'

export const Command = z.discriminatedUnion('type', [
  FoundingCommand,
  ...HouseCommand.options,
  AgendaCommand,
  ItemCommand,
  SessionCommand,
  HandCommand,
  PollCommand,
  PreparedPollCommand,
  ConcernCommand,
  CheckInCommand,
  RuleCommand,
  CheckOutCommand,
  ActionCommand,
  LeadCommand,
  SpotlightCommand,
  DotsCommand,
  SilenceCommand,
  ReadingCommand,
  FeedbackCommand,
  ReadyCommand,
  ChoiceCommand,
  TopicCommand,
  ReportCommand,
])
export type Command = z.infer<typeof Command>

/** Whose command it is. */
export const commandOf = {
  house: typesOf(HouseCommand),
  agenda: typesOf(AgendaCommand),
  item: typesOf(ItemCommand),
  session: typesOf(SessionCommand),
  hand: typesOf(HandCommand),
  poll: typesOf(PollCommand),
  prepared: typesOf(PreparedPollCommand),
  concern: typesOf(ConcernCommand),
  checkIn: typesOf(CheckInCommand),
  rules: typesOf(RuleCommand),
  checkOut: typesOf(CheckOutCommand),
  actions: typesOf(ActionCommand),
  lead: typesOf(LeadCommand),
  spotlight: typesOf(SpotlightCommand),
  dots: typesOf(DotsCommand),
  silence: typesOf(SilenceCommand),
  reading: typesOf(ReadingCommand),
  feedback: typesOf(FeedbackCommand),
  ready: typesOf(ReadyCommand),
  choice: typesOf(ChoiceCommand),
  topic: typesOf(TopicCommand),
  report: typesOf(ReportCommand),
}
