// The links of a workshop: from its creation where the facilitator's is still known, else from the server.
import { useCallback, useEffect, useState } from 'react'
import { askWorkshop } from '#client/ui/api.ts'
import { type CreatedWorkshop, Invitation, RenewedLink } from '#shared/access/api.ts'
import type { LinkKind, RoomLink } from '#shared/access/role.ts'
import type { WorkshopId } from '#shared/ids.ts'

type Links = {
  code: string
  links: Record<Exclude<LinkKind, 'facilitator'>, string> & { facilitator: string | null }
}
export type InvitationState =
  | { kind: 'waiting' }
  | { kind: 'failed'; failure: unknown }
  | { kind: 'ready'; invitation: Links }

type Asked = {
  seat: { workshopId: WorkshopId; role: RoomLink }
  created: CreatedWorkshop | null
  isOpen: boolean
}

export function useInvitation({ seat: { workshopId, role }, created, isOpen }: Asked) {
  const [state, setState] = useState<InvitationState>(() =>
    created
      ? { kind: 'ready', invitation: { code: created.code, links: created.links } }
      : { kind: 'waiting' },
  )
  const isReady = state.kind === 'ready'

  const load = useCallback(() => {
    setState({ kind: 'waiting' })
    askWorkshop(Invitation, { workshopId, role }, '/links').then(
      ({ code, links }) =>
        setState({ kind: 'ready', invitation: { code, links: { ...links, facilitator: null } } }),
      (failure: unknown) => setState({ kind: 'failed', failure }),
    )
  }, [workshopId, role])

  useEffect(() => {
    if (isOpen && !isReady) load()
  }, [isOpen, isReady, load])

  /** The new link is shown at once; the facilitator's only until the sheet is closed. */
  const renew = async (kind: LinkKind, endSeats: boolean) => {
    const { link, code } = await askWorkshop(RenewedLink, { workshopId, role }, `/links/${kind}`, {
      method: 'POST',
      body: { endSeats },
    })
    setState((before) =>
      before.kind === 'ready'
        ? { kind: 'ready', invitation: { code, links: { ...before.invitation.links, [kind]: link } } }
        : before,
    )
  }

  const hideFacilitatorLink = () =>
    setState((before) =>
      before.kind === 'ready'
        ? {
            kind: 'ready',
            invitation: { ...before.invitation, links: { ...before.invitation.links, facilitator: null } },
          }
        : before,
    )

  return { state, load, renew, hideFacilitatorLink }
}
