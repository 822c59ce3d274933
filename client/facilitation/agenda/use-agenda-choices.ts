// The agendas to choose from: those that come with Runde, loaded when somebody wants to choose, and those of this browser.
import { useEffect, useState } from 'react'
import { useLanguage } from '#client/ui/language.ts'
import type { NewItem } from '#shared/facilitation/agenda-items.ts'
import { totalMinutes } from '#shared/facilitation/agenda-times.ts'
import type { Language } from '#shared/language.ts'
import { asNew } from './fresh-item.ts'
import { type OwnAgenda, ownAgendas } from './own-agendas.ts'

export type AgendaChoice = {
  id: string
  title: string
  /** When it fits; null for one of one's own. */
  fits: string | null
  minutes: number
  own: OwnAgenda | null
  /** With ids of their own each time: a workshop may take the same agenda twice. */
  items: (language: Language) => NewItem[]
}

export type AgendaChoices = {
  /** Null while they are coming. */
  choices: readonly AgendaChoice[] | null
  hasFailed: boolean
  /** Reads again what this browser keeps. */
  refresh: () => void
}

const load = () => import('#shared/templates/agendas.ts')
type Loaded = Awaited<ReturnType<typeof load>>

export function useAgendaChoices(isWanted: boolean): AgendaChoices {
  const language = useLanguage()
  const [loaded, setLoaded] = useState<Loaded | 'failed' | null>(null)
  const [own, setOwn] = useState<readonly OwnAgenda[]>([])
  useEffect(() => {
    if (!isWanted) return
    let isGone = false
    setOwn(ownAgendas())
    load().then(
      (arrived) => !isGone && setLoaded(arrived),
      () => !isGone && setLoaded('failed'),
    )
    return () => {
      isGone = true
    }
  }, [isWanted])
  const ours = loaded === null || loaded === 'failed' ? null : choicesFrom(loaded, language)
  return {
    choices: ours && [...ours, ...own.map(choiceOf)],
    hasFailed: loaded === 'failed',
    refresh: () => setOwn(ownAgendas()),
  }
}

const choicesFrom = ({ agendas, itemsOf }: Loaded, language: Language): AgendaChoice[] =>
  agendas.map((agenda) => ({
    id: agenda.id,
    title: agenda.title[language],
    fits: agenda.fits[language],
    minutes: agenda.minutes,
    own: null,
    items: (in_) => asNew(itemsOf(agenda, in_)),
  }))

const choiceOf = (own: OwnAgenda): AgendaChoice => ({
  id: `own:${own.title}`,
  title: own.title,
  fits: null,
  minutes: totalMinutes(own.items),
  own,
  items: () => asNew(own.items),
})
