// The templates, agendas and ground rules that come with Runde, and the first command of a workshop made from them.
//
// A template is a starting point, never a result. Stages, lanes, touchpoints, notes, the emotion curve and target scores
// are examples that a group rewrites, and they show what a good card looks like. Actual scores are left out: one made up
// for a sofa would stand in somebody's report as if a customer had given it.

import type { Department } from '#shared/access/api.ts'
import type { NewItem } from '#shared/facilitation/agenda-items.ts'
import type { FoundingCommand } from '#shared/facilitation/founding.ts'
import type { GroundRule } from '#shared/facilitation/ground-rules.ts'
import type { Language } from '#shared/language.ts'
import { findAgenda, itemsOf } from './agendas.ts'
import blank from './data/blank.json' with { type: 'json' }
import complaint from './data/complaint.json' with { type: 'json' }
import contractRenewal from './data/contract-renewal.json' with { type: 'json' }
import firstPurchaseOnline from './data/first-purchase-online.json' with { type: 'json' }
import ruleData from './data/ground-rules.json' with { type: 'json' }
import onboardingTelecom from './data/onboarding-telecom.json' with { type: 'json' }
import supportCase from './data/support-case.json' with { type: 'json' }
import type { RuleTemplate, Template, TemplateCard } from './template.ts'

const templateData: unknown = [
  firstPurchaseOnline,
  supportCase,
  onboardingTelecom,
  contractRenewal,
  complaint,
  blank,
]

/** In the order of the start page: the most general first, the empty board last. */
export const templates = templateData as readonly Template[] // our own data; tests/shared/templates parses all of it
export const groundRules: readonly RuleTemplate[] = ruleData as RuleTemplate[] // as above

/** What a workshop without a wish begins with: no map, no agenda. */
export const blankTemplateId = 'blank'

/** Fewest people for a secret poll in a new workshop (BALLOT 6). */
const defaultMinimumGroup = 5

export const findTemplate = (templateId: string): Template | null =>
  templates.find((template) => template.id === templateId) ?? null

/** What `GET /api/templates` answers. */
export const templateCards: readonly TemplateCard[] = templates.map((template) => ({
  id: template.id,
  title: template.title,
  summary: template.summary,
  stages: template.stages.length,
  lanes: template.lanes.length,
  touchpoints: template.touchpoints.length,
  minutes: findAgenda(template.agendaId)?.minutes ?? 0,
  sketch: template.stages.map((stage) => ({
    emotion: template.emotionCurve.find((point) => point.stageId === stage.id)?.value ?? null,
    cards: template.touchpoints
      .filter((touchpoint) => touchpoint.stageId === stage.id)
      .map((touchpoint) => template.departments.findIndex(({ id }) => id === touchpoint.departmentId)),
  })),
}))

/**
 * The first command of a new workshop, with every text in its language. Throws when there is no such template: what
 * comes from outside is looked up with `findTemplate` first.
 */
export function foundingCommand(wish: {
  templateId: string
  language: Language
  /** One line, trimmed, as `CreateWorkshop` has parsed it. */
  title: string
  /** In the place of the template's. */
  departments?: readonly Department[]
  /** Another agenda than the template's: one that comes with Runde, by its id, or one of one's own; null for none. */
  agenda?: string | readonly NewItem[] | null
}): FoundingCommand {
  const template = findTemplate(wish.templateId)
  if (!template)
    throw new Error(`There is no template "${wish.templateId}"; look it up with findTemplate first.`)
  const {
    language,
    title,
    departments = departmentsOf(template, language),
    agenda = template.agendaId,
  } = wish
  return {
    type: 'workshop.create',
    title,
    language,
    templateId: template.id,
    departments: [...departments],
    items: isOwn(agenda) ? [...agenda] : itemsOf(findAgenda(agenda), language),
    rules: rulesIn(language),
    minimumGroup: defaultMinimumGroup,
  }
}

const isOwn = (agenda: string | readonly NewItem[] | null): agenda is readonly NewItem[] =>
  Array.isArray(agenda)

const departmentsOf = (template: Template, language: Language): Department[] =>
  template.departments.map(({ id, title }) => ({ departmentId: id, title: title[language] }))

const rulesIn = (language: Language): GroundRule[] =>
  groundRules.map(({ id, rule, why }) => ({ ruleId: id, rule: rule[language], why: why[language] }))
