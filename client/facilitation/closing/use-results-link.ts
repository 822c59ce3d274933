// The link to the results, which a facilitator may give to anybody; null until the server has told it.
import { useEffect, useState } from 'react'
import { useAsker } from '#client/facilitation/use-facilitation.ts'
import { askWorkshop } from '#client/ui/api.ts'
import { Invitation } from '#shared/access/api.ts'

export function useResultsLink(): string | null {
  const { workshopId, role } = useAsker()
  const [link, setLink] = useState<string | null>(null)
  useEffect(() => {
    const ending = new AbortController()
    askWorkshop(Invitation, { workshopId, role }, '/links', { signal: ending.signal }).then(
      ({ links }) => !ending.signal.aborted && setLink(links.results),
      // Without it the summary has no link; the sheet "Invite" says why the server does not tell it.
      () => {},
    )
    return () => ending.abort()
  }, [workshopId, role])
  return link
}
