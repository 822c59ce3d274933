// Which sections of the report are left out before it is shared: chosen by facilitators, kept to by the server.
import { z } from 'zod'
import { accept, type Context, type Decision, refuse } from '#shared/facilitation/decision.ts'
import { SectionId } from '#shared/results/report.ts'

const Sections = z.array(SectionId).max(SectionId.options.length)

export const ReportCommand = z.discriminatedUnion('type', [
  /** All of them, in any order; none shows everything again. */
  z.object({ type: z.literal('report.leave-out'), sections: Sections }),
])
export type ReportCommand = z.infer<typeof ReportCommand>

export const ReportEvent = z.discriminatedUnion('type', [
  /** In the place of those that were left out before. */
  z.object({ type: z.literal('report.left-out'), sections: Sections }),
])
export type ReportEvent = z.infer<typeof ReportEvent>

/** In the order of the report, each once. */
export type LeftOut = readonly SectionId[]
export const nothingLeftOut: LeftOut = []

export function decideReport(
  leftOut: LeftOut,
  command: ReportCommand,
  { actor }: Context,
): Decision<ReportEvent> {
  if (actor.role !== 'facilitator')
    return refuse('not-allowed', 'Only a facilitator says what the report shows.')
  const sections = SectionId.options.filter((id) => command.sections.includes(id))
  if (sections.join() === leftOut.join()) return refuse('already-done', 'The report shows just that already.')
  return accept({ type: 'report.left-out', sections })
}

export const applyReport = (_leftOut: LeftOut, { sections }: ReportEvent): LeftOut => sections
