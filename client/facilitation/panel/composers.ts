// The dialogs that open from the strip: where a facilitator says what is to begin before it begins.

import { SessionComposer } from '#client/facilitation/agenda/SessionComposer.tsx'
import { BreakoutComposer } from '#client/facilitation/breakouts/BreakoutComposer.tsx'
import { ChoiceComposer } from '#client/facilitation/choice/ChoiceComposer.tsx'
import { ClosingDialog } from '#client/facilitation/closing/ClosingDialog.tsx'
import { RulesEditor } from '#client/facilitation/commitments/RulesEditor.tsx'
import { DueDialog } from '#client/facilitation/due/DueDialog.tsx'
import { PollComposer } from '#client/facilitation/polls/compose/PollComposer.tsx'
import { CallDialog } from '#client/facilitation/queue/CallDialog.tsx'
import { RoundComposer } from '#client/facilitation/round/RoundComposer.tsx'
import { DotsComposer } from './DotsComposer.tsx'
import { SilenceComposer } from './SilenceComposer.tsx'

export const composers = [
  ['poll', PollComposer],
  ['silence', SilenceComposer],
  ['dots', DotsComposer],
  ['round', RoundComposer],
  ['lot', ChoiceComposer],
  ['rules', RulesEditor],
  ['call', CallDialog],
  ['session', SessionComposer],
  ['closing', ClosingDialog],
  ['due', DueDialog],
  ['breakout', BreakoutComposer],
] as const
export type ComposerName = (typeof composers)[number][0]
export type OpenComposer = (name: ComposerName) => void
