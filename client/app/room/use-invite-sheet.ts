// Opens the sheet of links by itself right after a workshop was created, and keeps the facilitator's link only until it is closed.
import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { z } from 'zod'
import { CreatedWorkshop } from '#shared/access/api.ts'

const JustCreated = z.object({ created: CreatedWorkshop })

export function useInviteSheet() {
  const location = useLocation()
  const navigate = useNavigate()
  const parsed = JustCreated.safeParse(location.state)
  const created = parsed.success ? parsed.data.created : null
  const [isOpen, setIsOpen] = useState(created !== null)
  return {
    created,
    isOpen,
    open: () => setIsOpen(true),
    close: () => {
      setIsOpen(false)
      // The history entry carried the facilitator's secret; a reload must not bring it back.
      if (created) void navigate(`${location.pathname}${location.search}`, { replace: true, state: null })
    },
  }
}
