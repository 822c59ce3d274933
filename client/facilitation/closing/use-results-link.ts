// The link to the results, which a facilitator may give to anybody.
import { useEffect, useState } from 'react'
import { useAsker } from '#client/facilitation/use-facilitation.ts'
import { askWorkshop } from '#client/ui/api.ts'
import { Invitation } from '#shared/access/api.ts'

/** Undefined until the server has answered; null where it does not tell it. */
export function useResultsLink(): string | null | undefined {
  const { workshopId, role } = useAsker()
  const [link, setLink] = useState<string | null>()
  useEffect(() => {
    const ending = new AbortController()
    askWorkshop(Invitation, { workshopId, role }, '/links', { signal: ending.signal }).then(
      ({ links }) => !ending.signal.aborted && setLink(links.results),
      // Without it the summary has no link; the sheet "Invite" says why the server does not tell it.
      () => !ending.signal.aborted && setLink(null),
    )
    return () => ending.abort()
  }, [workshopId, role])
  return link
}
