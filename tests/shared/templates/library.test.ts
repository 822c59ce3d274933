// Our own data files: complete, consistent within themselves, and good for a first command in both languages.
import { describe, expect, test } from 'vitest'
import { NewItems } from '#shared/facilitation/agenda-items.ts'
import { FoundingCommand } from '#shared/facilitation/founding.ts'
import { PollQuestion } from '#shared/facilitation/poll-form.ts'
import { isMoodPulse, mayBeRepeated } from '#shared/facilitation/similar-polls.ts'
import { apply, decide, emptyWorkshop } from '#shared/facilitation/workshop.ts'
import { ItemId } from '#shared/ids.ts'
import { Language } from '#shared/language.ts'
import { agendas, itemsOf } from '#shared/templates/agendas.ts'
import pollData from '#shared/templates/data/polls.json' with { type: 'json' }
import {
  findTemplate,
  foundingCommand,
  groundRules,
  templateCards,
  templates,
} from '#shared/templates/library.ts'
import {
  blankIn,
  findPollSet,
  isReady,
  PollData,
  pollSets,
  questionsIn,
  scaleIn,
} from '#shared/templates/poll-sets.ts'
import { AgendaTemplate, RuleTemplate, Template, TemplateCard } from '#shared/templates/template.ts'

const unique = (ids: readonly string[]) => expect(new Set(ids).size).toBe(ids.length)
const languages = Language.options

/** Every text in both languages anywhere inside `data`. */
function bilinguals(data: unknown): { de: string; en: string }[] {
  if (typeof data !== 'object' || data === null) return []
  if ('de' in data && 'en' in data && typeof data.de === 'string' && typeof data.en === 'string')
    return [{ de: data.de, en: data.en }]
  return Object.values(data).flatMap(bilinguals)
}

describe.each(templates.map((template) => [template.id, template] as const))(
  'the template %s',
  (_, template) => {
    test('has the form of a template, and nothing else in it', () => {
      expect(Template.parse(template)).toEqual(template)
    })
    test('has each id once', () => {
      const { departments, stages, lanes, touchpoints, notes } = template
      for (const list of [departments, stages, lanes, touchpoints, notes]) unique(list.map(({ id }) => id))
    })
    test('points only at what it has', () => {
      const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)
      const [stages, lanes, departments, touchpoints] = [
        ids(template.stages),
        ids(template.lanes),
        ids(template.departments),
        ids(template.touchpoints),
      ]
      for (const { stageId } of template.emotionCurve) expect(stages).toContain(stageId)
      for (const card of [...template.touchpoints, ...template.notes]) {
        expect(stages).toContain(card.stageId)
        expect(lanes).toContain(card.laneId)
        if (card.departmentId !== undefined) expect(departments).toContain(card.departmentId)
      }
      for (const { touchpointId } of template.notes)
        if (touchpointId !== undefined) expect(touchpoints).toContain(touchpointId)
      if (template.agendaId !== null) expect(ids(agendas)).toContain(template.agendaId)
    })
    test('has a point of the curve for every stage', () => {
      expect(template.emotionCurve.map(({ stageId }) => stageId)).toEqual(template.stages.map(({ id }) => id))
    })
    test('invents no actual score', () => {
      for (const touchpoint of template.touchpoints) expect(touchpoint).not.toHaveProperty('actual')
    })
    test.each(languages)('founds a workshop in %s', (language) => {
      const command = foundingCommand({ templateId: template.id, language, title: 'Ein Titel' })
      expect(FoundingCommand.parse(command)).toEqual(command)
      const decision = decide(emptyWorkshop, command, {
        actor: { personId: null, role: 'server' },
        now: 1,
        present: [],
      })
      if (!decision.ok) throw new Error(decision.message)
      const { info, agenda } = decision.events.reduce(apply, emptyWorkshop)
      expect(info).toMatchObject({ title: 'Ein Titel', language, templateId: template.id })
      expect(info.departments.map(({ title }) => title)).toEqual(
        template.departments.map(({ title }) => title[language]),
      )
      unique(agenda.items.map(({ itemId }) => itemId))
    })
  },
)

test('every text is there in both languages, trimmed, and raises its voice in neither', () => {
  for (const { de, en } of bilinguals([templates, agendas, groundRules, pollData]))
    for (const text of [de, en]) {
      expect(text).toBe(text.trim())
      expect(text).not.toBe('')
      expect(text).not.toContain('!')
    }
})

test('each id stands for one template, one agenda, one rule', () => {
  unique(templates.map(({ id }) => id))
  unique(agendas.map(({ id }) => id))
  unique(groundRules.map(({ id }) => id))
})

test.each(agendas.map((agenda) => [agenda.id, agenda] as const))('%s adds up to its minutes', (_, agenda) => {
  expect(AgendaTemplate.parse(agenda)).toEqual(agenda)
  expect(agenda.items.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(agenda.minutes)
})

test('every poll that an agenda speaks of is a set of ours', () => {
  for (const { pollSetId } of agendas.flatMap(({ items }) => items))
    if (pollSetId !== undefined) expect(findPollSet(pollSetId)?.id).toBe(pollSetId)
})

test('ground rules have their form', () => {
  for (const rule of groundRules) expect(RuleTemplate.parse(rule)).toEqual(rule)
})

test('the empty board has no map and no agenda, and still departments and rules', () => {
  const command = foundingCommand({ templateId: 'blank', language: 'de', title: 'Leer' })
  expect(command.items).toEqual([])
  expect(command.departments.length).toBeGreaterThan(0)
  expect(command.rules.length).toBe(groundRules.length)
  expect(templateCards.at(-1)).toMatchObject({ id: 'blank', stages: 0, touchpoints: 0, minutes: 0 })
})

test('another agenda takes the place of the template’s: one of ours, one of one’s own, or none', () => {
  const found = (agenda: Parameters<typeof foundingCommand>[0]['agenda']) =>
    foundingCommand({
      templateId: 'support-case',
      language: 'en',
      title: 'x',
      ...(agenda !== undefined && { agenda }),
    }).items
  const minutes = (items: { minutes: number }[]) => items.reduce((sum, item) => sum + item.minutes, 0)
  expect(minutes(found(undefined))).toBe(30)
  expect(minutes(found('agenda-90'))).toBe(90)
  expect(found(null)).toEqual([])
  const [own] = agendas[0]?.items ?? []
  if (!own) throw new Error('There is no agenda.')
  const mine = [{ itemId: own.id, kind: own.kind, minutes: 7, title: 'Meins' }]
  expect(found(mine)).toEqual(mine)
})

test('an agenda’s items take other ids where asked to, and nothing else changes', () => {
  const [agenda] = agendas
  const [plain, fresh] = [
    itemsOf(agenda ?? null, 'de'),
    itemsOf(agenda ?? null, 'de', (id) => ItemId.parse(`neu-${id}`)),
  ]
  expect(fresh.map(({ itemId }) => itemId)).toEqual(plain.map(({ itemId }) => `neu-${itemId}`))
  expect(fresh.map(({ itemId: _, ...rest }) => rest)).toEqual(plain.map(({ itemId: _, ...rest }) => rest))
  expect(NewItems.safeParse(fresh).success).toBe(true)
})

test('cards tell the start page how long and how large, in its own form', () => {
  for (const card of templateCards) expect(TemplateCard.parse(card)).toEqual(card)
  expect(templateCards.map(({ id }) => id)).toEqual(templates.map(({ id }) => id))
  expect(templateCards.find(({ id }) => id === 'support-case')).toMatchObject({ stages: 6, minutes: 30 })
})

test.each(['', 'unknown', '__proto__', 'constructor'])('there is no template %j', (templateId) => {
  expect(findTemplate(templateId)).toBeNull()
  expect(() => foundingCommand({ templateId, language: 'de', title: 'x' })).toThrow(/findTemplate/)
})

describe('the sets of polls', () => {
  test('have their form, and nothing else in them', () => {
    expect(PollData.parse(pollData)).toEqual(pollData)
    unique(pollSets.map(({ id }) => id))
  })
  test('are questions that the protocol takes, in both languages, once they are filled in', () => {
    for (const set of pollSets)
      for (const language of languages)
        for (const question of questionsIn(set, language, 'during')) {
          if (!isReady(set)) continue
          expect(PollQuestion.parse(question)).toEqual(question)
        }
    expect(pollSets.filter((set) => !isReady(set)).map(({ id }) => id)).toEqual([
      'perception-gap',
      'difference',
    ])
  })
  test('have a question of each key once', () => {
    for (const { questions } of pollSets) unique(questions.map(({ questionKey }) => questionKey))
  })
  test('ask about expectations at the start and at the end in the same words', () => {
    const [start, end] = [findPollSet('expectation-start'), findPollSet('expectation-end')]
    expect(start?.questions).toEqual(end?.questions)
    expect([start?.phase, end?.phase]).toEqual(['start', 'end'])
  })
  test('ask for the mood in the words that may be asked again and again', () => {
    for (const language of ['de', 'en'] as const) {
      const [mood] = questionsIn(findPollSet('mood') ?? fail(), language, 'during')
      expect(mood && isMoodPulse(mood) && mayBeRepeated(mood)).toBe(true)
    }
  })
  test('begin their scales where they are numbered from', () => {
    expect(scaleIn('customer-score', 'de')).toMatchObject({ min: 0, max: 10, lowLabel: 'unzumutbar' })
    expect(scaleIn('customer-score', 'de').labels).toHaveLength(11)
    expect(scaleIn('mood', 'en')).toMatchObject({ min: 1, max: 5, highLabel: 'full of energy' })
  })
  test('show where something is to be filled in, and leave other dots alone', () => {
    expect(blankIn('Das Tempo war …')).toBeNull()
    const gap = findPollSet('perception-gap')?.questions[0]?.question.de ?? ''
    const blank = blankIn(gap)
    expect(blank && gap.slice(blank.from, blank.to)).toBe('…')
  })
  test('an agenda item without a poll has none', () => {
    expect(findPollSet(undefined)).toBeUndefined()
  })
})

function fail(): never {
  throw new Error('The set is gone.')
}
