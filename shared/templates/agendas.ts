// The agendas that come with Runde, for 30, 60 and 90 minutes; apart from the maps, so that a browser can load them alone.
import type { AgendaItem } from '#shared/facilitation/agenda.ts'
import type { ItemId } from '#shared/ids.ts'
import type { Language } from '#shared/language.ts'
import agendaData from './data/agendas.json' with { type: 'json' }
import type { AgendaTemplate } from './template.ts'

export const agendas: readonly AgendaTemplate[] = agendaData as AgendaTemplate[] // our own data; tests/shared/templates parses all of it

export const findAgenda = (agendaId: string | null): AgendaTemplate | null =>
  agendas.find((agenda) => agenda.id === agendaId) ?? null

/** Its items in a language. `idOf` gives them ids of their own where the workshop may have had the agenda before. */
export const itemsOf = (
  agenda: AgendaTemplate | null,
  language: Language,
  idOf: (templateId: ItemId) => ItemId = (id) => id,
): AgendaItem[] =>
  (agenda?.items ?? []).map((item) => ({
    itemId: idOf(item.id),
    kind: item.kind,
    minutes: item.minutes,
    title: item.title[language],
    ...(item.purpose && { purpose: item.purpose[language] }),
    ...(item.script && { script: item.script[language] }),
    ...(item.pollSetId && { pollSetId: item.pollSetId }),
  }))
