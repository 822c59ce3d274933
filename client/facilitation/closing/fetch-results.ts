// The results as they are now, from the server, judged by the day it is here; loaded when first wanted, because their schema is large.
import type { Asker } from '#client/facilitation/use-facilitation.ts'
import { askWorkshop } from '#client/ui/api.ts'
import { browserTimeZone } from '#client/ui/time-zone.ts'
import { Results } from '#shared/results/results.ts'
import { dayIn, onDay } from '#shared/results/today.ts'

export const fetchResults = (asker: Asker, signal: AbortSignal): Promise<Results> =>
  askWorkshop(Results, asker, '/results.json', { signal }).then((results) =>
    onDay(results, dayIn(browserTimeZone(), Date.now())),
  )
