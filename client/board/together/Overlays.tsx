// Over the shapes, in the page's own coordinates: the light, others' selections, locks, dots, actions, silent notes.
import { SilentLayer } from '#client/board/silence/SilentLayer.tsx'
import { ActionMarks } from '#client/board/together/ActionMarks.tsx'
import { CardDotsOverlay } from '#client/board/together/CardDotsOverlay.tsx'
import { LockMarks } from '#client/board/together/LockMarks.tsx'
import { PeersOverlay } from '#client/board/together/PeersOverlay.tsx'
import { SpotlightOverlay } from '#client/board/together/SpotlightOverlay.tsx'

export function Overlays() {
  return (
    <>
      <SpotlightOverlay />
      <LockMarks />
      <PeersOverlay />
      <CardDotsOverlay />
      <ActionMarks />
      <SilentLayer />
    </>
  )
}
