// Fetches what the start page shows of each template, once.
import { useEffect, useState } from 'react'
import { z } from 'zod'
import { ask } from '#client/ui/api.ts'
import { TemplateCard } from '#shared/templates/template.ts'

export type TemplateCards = {
  /** null until they have come. */
  cards: readonly TemplateCard[] | null
  hasFailed: boolean
  /** Waits for the first card's id: whoever is quicker than the network gets the same default as everybody else. */
  defaultId: () => Promise<string | null>
}

export function useTemplateCards(): TemplateCards {
  const [fetched] = useState(() => ask(z.array(TemplateCard), '/templates'))
  const [cards, setCards] = useState<readonly TemplateCard[] | null>(null)
  const [hasFailed, setHasFailed] = useState(false)

  useEffect(() => {
    let isGone = false
    fetched.then(
      (arrived) => {
        if (!isGone) setCards(arrived)
      },
      () => {
        if (!isGone) setHasFailed(true)
      },
    )
    return () => {
      isGone = true
    }
  }, [fetched])

  const defaultId = () =>
    fetched.then(
      ([first]) => first?.id ?? null,
      () => null,
    )
  return { cards, hasFailed, defaultId }
}
